import { Link } from '@tanstack/react-router';
import { nameOf } from '@/api/columns';
import { pictureOf } from '@/api/pictures';
import type { ObjectInfo, RecordData } from '@/api/types';
import { RecordAvatar } from '@/fields/record-avatar';
import { useText } from '@/i18n/use-text';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import styles from './map.module.css';

export interface PointListProps {
  object: ObjectInfo;
  /** All that have a place. */
  rows: RecordData[];
  /** Ids of those that the map shows now. */
  inSight: ReadonlySet<string>;
  /** How many records the list finds, with a place or without. */
  total: number | undefined;
  busy: boolean;
}

const most = 100;

/** The records in the part of the map that is in sight, in the order of the list. */
export function PointList({ object, rows, inSight, total, busy }: PointListProps) {
  const t = useText();
  if (busy) return <SkeletonRows rows={8} />;
  const shown = rows.filter((row) => inSight.has(row.id));
  const placeless = total === undefined ? 0 : Math.max(0, total - rows.length);
  return (
    <>
      <p className={styles.summary} role="status">
        {t('map.in_sight', { count: shown.length })}
        {placeless > 0 && <small>{t('map.placeless', { count: placeless })}</small>}
      </p>
      <ul className={styles.list}>
        {shown.slice(0, most).map((row) => (
          <li key={row.id} className={styles.record}>
            <RecordAvatar object={object} name={nameOf(row, object)} size={24} picture={pictureOf(row, object)} />
            <Link to="/o/$object/$id" params={{ object: object.name, id: row.id }} data-peek={row.id} data-preview={row.id}>
              <bdi>{nameOf(row, object)}</bdi>
            </Link>
          </li>
        ))}
      </ul>
      {shown.length > most && <p className={styles.summary}>{t('map.more', { count: shown.length - most })}</p>}
    </>
  );
}
