import { useState } from 'react';
import { failureOf } from '@/api/api-error';
import { fieldOf } from '@/api/catalogue';
import type { ObjectInfo, RecordData } from '@/api/types';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { classNames } from '@/lib/class-names';
import { Button } from '@/ui/button/button';
import { IconButton } from '@/ui/button/icon-button';
import { EmptyState } from '@/ui/state/empty-state';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { LooseEnd } from './loose-end';
import { useStageMoves } from './stage-moves';
import { TimelineItem } from './timeline-item';
import { TimelineMove } from './timeline-move';
import { fits, gapless, isStepOf, timelineOf } from './timeline-model';
import { TimelineFilter } from './timeline-filter';
import { firstEntries, moreEntries, type TimelineRange, useTimeline } from './use-timeline';
import styles from './timeline.module.css';

/** Everything that happened with the record and will: one line through all its days. */
export function Timeline({ object, record }: { object: ObjectInfo; record: RecordData }) {
  const t = useText();
  const { weekday, number, fromToday } = useFormats();
  const whole = useTimeline(object, record);
  const [range, setRange] = useState<TimelineRange>({});
  const [most, setMost] = useState(firstEntries);
  const { streams: activities, loaded, busy, error, retry } = useTimeline(object, record, range, most);
  const streams = [...activities, ...useStageMoves(object, record, range)];
  const narrowed = Object.values(range).some(Boolean);
  const [only, setOnly] = useState<string | null>(null);
  const [wanted, setWanted] = useState('');
  const [narrowing, setNarrowing] = useState(false);
  const asked = streams.filter(({ activity }) => !only || only === activity.name);
  const more = asked.some((stream) => stream.more);
  const entries = gapless(asked).filter((entry) => fits(entry, wanted));
  const { pinned, planned, days } = timelineOf(entries);
  const open = fieldOf(object, 'stage_id') !== undefined && record.is_closed === false;

  function toggle() {
    setNarrowing(!narrowing);
    setWanted('');
    setRange({});
  }

  if (error) return <ErrorState title={t('timeline.failed')} {...failureOf(error)} onRetry={retry} />;
  if (!whole.loaded) return <SkeletonRows rows={8} />;
  return (
    <div className={styles.timeline}>
      <div className={styles.kinds} role="group" aria-label={t('timeline.kinds')}>
        {streams.map(({ activity, entries: { length: count }, more: older }) => (
          <button key={activity.name} type="button" aria-pressed={only === activity.name} onClick={() => setOnly(only === activity.name ? null : activity.name)}>
            {activity.plural_label} <small>{older ? t('timeline.at_least', { count }) : number(count)}</small>
          </button>
        ))}
        {whole.entries.length > 1 && <IconButton small icon="filter" className={styles.narrow} label={t('timeline.narrow')} aria-expanded={narrowing} onClick={toggle} />}
      </div>
      {narrowing && <TimelineFilter entries={whole.entries} wanted={wanted} range={range} onWanted={setWanted} onChange={setRange} />}
      <div className={styles.stream}>
        {open && !only && !wanted && !narrowed && !planned.some((entry) => isStepOf(record.id, entry)) && <LooseEnd object={object} record={record} last={days[0]?.day} />}
        {entries.length === 0 && wanted && <EmptyState title={t('timeline.no_match')} text={t('timeline.no_match_text')} />}
        {entries.length === 0 && !wanted && narrowed && loaded && <EmptyState title={t('timeline.no_match')} text={t('timeline.nothing_then')} />}
        {entries.length === 0 && !wanted && !narrowed && !open && <EmptyState title={t('timeline.none')} text={t('timeline.none_text')} />}
        {[
          { key: 'pinned', title: t('timeline.pinned'), when: '', entries: pinned },
          { key: 'planned', title: t('timeline.planned'), when: '', entries: planned },
          ...days.map((day) => ({ key: day.day, title: weekday(day.day), when: fromToday(day.day), entries: day.entries })),
        ]
          .filter((group) => group.entries.length > 0)
          .map((group) => (
            <section key={group.key} aria-label={group.title}>
              <h3 className={styles.day}>
                {group.title}
                {group.when && <small>{group.when}</small>}
              </h3>
              <ol className={classNames(styles.thread)}>
                {group.entries.map((entry) => (entry.object.name === 'stage' ? <TimelineMove key={entry.record.id} entry={entry} /> : <TimelineItem key={entry.record.id} entry={entry} />))}
              </ol>
            </section>
          ))}
      </div>
      {more && (
        <div className={styles.older}>
          {wanted && <p>{t('timeline.searched_newest')}</p>}
          <Button busy={busy} onClick={() => setMost(most + moreEntries)}>
            {t('timeline.older')}
          </Button>
        </div>
      )}
    </div>
  );
}
