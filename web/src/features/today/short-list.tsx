import { Link } from '@tanstack/react-router';
import { useCatalogue } from '@/api/catalogue';
import { columnsOf } from '@/api/columns';
import type { ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Panel } from '@/ui/panel/panel';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { LoadFailed } from './load-failed';
import { type ShortListAsked, shortListRequest } from './panels';
import { ShortRow } from './short-row';
import { useShortList } from './use-short-list';
import styles from './today.module.css';

export interface ShortListProps {
  title: string;
  object: ObjectInfo;
  asked: ShortListAsked;
  /** Said when there is nothing. */
  empty: string;
}

/** The first few records of a list, each leading to its page. */
export function ShortList({ title, object, asked, empty }: ShortListProps) {
  const t = useText();
  const catalogue = useCatalogue();
  const { details, end, filter, sort } = asked;
  const [under, last] = [columnsOf(details, object, catalogue), columnsOf(end, object, catalogue)];
  const { data, error, isPending, refetch } = useShortList(shortListRequest(asked, object, catalogue));
  return (
    <Panel
      title={title}
      actions={
        <Link to="/o/$object" params={{ object: object.name }} search={filter ? { filter, sort } : { sort }} className={styles.all}>
          {t('today.all')}
        </Link>
      }
    >
      {isPending && <SkeletonRows rows={3} />}
      {error && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <p className={styles.note}>{empty}</p>}
      <ul>
        {data?.map((record) => (
          <ShortRow key={record.id} object={object} record={record} details={under} end={last} />
        ))}
      </ul>
    </Panel>
  );
}
