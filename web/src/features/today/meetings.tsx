import { Link } from '@tanstack/react-router';
import { nameOf } from '@/api/columns';
import type { ObjectInfo, RecordData } from '@/api/types';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { Panel } from '@/ui/panel/panel';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { LoadFailed } from './load-failed';
import { meetingsRequest, nextMeetings } from './panels';
import { useShortList } from './use-short-list';
import styles from './today.module.css';

const named = (value: RecordData[string]) => (value && typeof value === 'object' && !Array.isArray(value) && typeof value.name === 'string' ? value.name : '');

/** The next meetings on one line, the first of them filled in. */
export function Meetings({ object }: { object: ObjectInfo }) {
  const t = useText();
  const formats = useFormats();
  const { data, error, isPending, refetch } = useShortList(meetingsRequest(object));
  const now = new Date().toISOString();
  const next = data?.find((meeting) => String(meeting.starts_at) > now);
  return (
    <Panel
      title={t('today.meetings')}
      actions={
        <Link to="/o/$object" params={{ object: object.name }} search={{ filter: nextMeetings, sort: 'starts_at' }} className={styles.all}>
          {t('today.all')}
        </Link>
      }
    >
      {isPending && <SkeletonRows rows={3} />}
      {error && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <p className={styles.note}>{t('today.meetings_none')}</p>}
      <ol className={styles.agenda}>
        {data?.map((meeting) => (
          <li key={meeting.id} className={classNames(meeting === next && styles.next)}>
            <span className={styles.text}>
              <Link to="/o/$object/$id" params={{ object: object.name, id: meeting.id }} data-peek={meeting.id}>
                <bdi>{nameOf(meeting, object)}</bdi>
              </Link>
              <small>
                {[named(meeting.contact), meeting.location].filter(Boolean).map((each) => (
                  <span key={String(each)}>
                    <bdi>{String(each)}</bdi>
                  </span>
                ))}
              </small>
            </span>
            <time dateTime={String(meeting.starts_at)}>{formats.nearMoment(String(meeting.starts_at))}</time>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
