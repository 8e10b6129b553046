import { Link } from '@tanstack/react-router';
import { useCatalogue } from '@/api/catalogue';
import { columnsOf, fieldsToAsk } from '@/api/columns';
import type { ListRequest } from '@/api/records';
import type { Filter, ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { Panel } from '@/ui/panel/panel';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { LoadFailed } from './load-failed';
import { ShortRow } from './short-row';
import { useShortList } from './use-short-list';
import styles from './today.module.css';

export interface ShortListProps {
  title: string;
  object: ObjectInfo;
  /** Under the name; fields that the object does not have are left out, here and in `end`. */
  details: string[];
  /** At the end of the row. */
  end: string[];
  filter: Filter | null;
  sort: string;
  limit?: number;
  /** Said when there is nothing. */
  empty: string;
}

/** The first few records of a list, each leading to its page. */
export function ShortList({ title, object, details, end, filter, sort, limit = 8, empty }: ShortListProps) {
  const t = useText();
  const catalogue = useCatalogue();
  const [under, last] = [columnsOf(details, object, catalogue), columnsOf(end, object, catalogue)];
  const list: ListRequest = { object: object.name, fields: fieldsToAsk([...under, ...last], object), filter, sort, limit };
  const { data, error, isPending, refetch } = useShortList(list);
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
