import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { reasonOf } from '@/api/api-error';
import { useCatalogue } from '@/api/catalogue';
import { columnsOf, fieldsToAsk, nameOf } from '@/api/columns';
import { type ListRequest, shortListQuery } from '@/api/records';
import type { Filter, ObjectInfo } from '@/api/types';
import { FieldValue } from '@/fields/field-value';
import { RecordAvatar } from '@/fields/record-avatar';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import { Panel } from '@/ui/panel/panel';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import styles from './today.module.css';

export interface ShortListProps {
  title: string;
  object: ObjectInfo;
  /** After the name; those that the object does not have are left out. The last one stands at the end. */
  columns: string[];
  filter: Filter | null;
  sort: string;
  limit?: number;
  /** Said when there is nothing. */
  empty: string;
}

/** The first few records of a list, each leading to its page. */
export function ShortList({ title, object, columns: paths, filter, sort, limit = 8, empty }: ShortListProps) {
  const t = useText();
  const catalogue = useCatalogue();
  const columns = columnsOf(paths, object, catalogue);
  const list: ListRequest = { object: object.name, fields: fieldsToAsk(columns, object), filter, sort, limit };
  const { data, error, isPending, refetch } = useQuery(shortListQuery(list));
  const end = columns.slice(-2);
  const details = columns.slice(0, -2);
  return (
    <Panel
      title={title}
      count={data?.length}
      actions={
        <Link to="/o/$object" params={{ object: object.name }} search={filter ? { filter, sort } : { sort }} className={styles.all}>
          {t('today.all')}
        </Link>
      }
    >
      {isPending && <SkeletonRows rows={3} />}
      {error && (
        <p className={styles.note} role="alert">
          {reasonOf(error)}{' '}
          <Button small onClick={() => void refetch()}>
            {t('common.try_again')}
          </Button>
        </p>
      )}
      {data?.length === 0 && <p className={styles.note}>{empty}</p>}
      <ul>
        {data?.map((record) => (
          <li key={record.id} className={styles.row}>
            <RecordAvatar object={object} name={nameOf(record, object)} size={28} />
            <span className={styles.text}>
              <Link to="/o/$object/$id" params={{ object: object.name, id: record.id }}>
                <bdi>{nameOf(record, object)}</bdi>
              </Link>
              <small>
                {details.map((column) => (
                  <FieldValue key={column.path} field={column.field} record={record} path={column.path} />
                ))}
              </small>
            </span>
            {end.map((column) => (
              <span key={column.path} className={styles.end}>
                <FieldValue field={column.field} record={record} path={column.path} />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
