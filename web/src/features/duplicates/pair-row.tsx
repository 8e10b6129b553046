import { Link } from '@tanstack/react-router';
import { allowed, useMe } from '@/api/catalogue';
import type { DuplicatePair } from '@/api/duplicates';
import { type Column, valueAt } from '@/api/columns';
import type { ObjectInfo, RecordData } from '@/api/types';
import { FieldValue, isNothing } from '@/fields/field-value';
import { PlainContext } from '@/fields/plain';
import { RecordAvatar } from '@/fields/record-avatar';
import { useReasonText } from '@/fields/use-reason-text';
import { useText } from '@/i18n/use-text';
import { Button } from '@/ui/button/button';
import styles from './duplicates.module.css';

export interface PairRowProps {
  object: ObjectInfo;
  pair: DuplicatePair;
  /** What tells records of one name apart. */
  columns: readonly Column[];
  /** The records with these columns, as far as they have come. */
  records: ReadonlyMap<string, RecordData>;
  /** Whether somebody said that they are different. */
  different: boolean;
  /** While they are told apart, or that is taken back. */
  busy: boolean;
  onMerge: () => void;
  /** Tells them apart, or takes that back. */
  onApart: () => void;
}

/** Two records that are likely the same, why, and what can be done about it. */
export function PairRow({ object, pair, columns, records, different, busy, onMerge, onApart }: PairRowProps) {
  const t = useText();
  const me = useMe();
  const why = useReasonText();
  const names = pair.records.map(({ name }) => name).join(', ');
  const mayUpdate = allowed(me, object.name, 'update');
  return (
    <li className={styles.pair}>
      <div className={styles.both}>
        {pair.records.map(({ id, name }) => (
          <span key={id} className={styles.side}>
            <Link to="/o/$object/$id" params={{ object: object.name, id }} className={styles.record} data-preview={id} data-peek={id}>
              <RecordAvatar object={object} name={name} size={20} />
              <bdi>{name}</bdi>
            </Link>
            <Telling record={records.get(id)} columns={columns} />
          </span>
        ))}
      </div>
      <p className={styles.why}>{why(object, pair)}</p>
      {mayUpdate && (
        <div className={styles.buttons}>
          {allowed(me, object.name, 'delete') && (
            <Button small icon="arrow-merge" aria-label={`${t('duplicates.merge')} ${names}`} onClick={onMerge}>
              {t('duplicates.merge')}
            </Button>
          )}
          <Button small kind="quiet" busy={busy} aria-label={`${t(different ? 'duplicates.take_back' : 'duplicates.different')}: ${names}`} onClick={onApart}>
            {t(different ? 'duplicates.take_back' : 'duplicates.different')}
          </Button>
        </div>
      )}
    </li>
  );
}

function Telling({ record, columns }: { record: RecordData | undefined; columns: readonly Column[] }) {
  return (
    <PlainContext.Provider value>
      <small className={styles.telling}>
        {record &&
          columns
            .filter((column) => !isNothing(valueAt(record, column.path)))
            .map((column) => (
              <span key={column.path}>
                <FieldValue field={column.field} record={record} path={column.path} />
              </span>
            ))}
      </small>
    </PlainContext.Provider>
  );
}
