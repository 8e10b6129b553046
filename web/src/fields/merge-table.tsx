import { nameOf } from '@/api/columns';
import type { Field, ObjectInfo, RecordData } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { FieldValue, isNothing } from './field-value';
import styles from './merge.module.css';
import { PlainContext } from './plain';

export interface MergeTableProps {
  object: ObjectInfo;
  /** Side by side; what is not there yet has no name, and says in words what it is. */
  records: readonly RecordData[];
  /** In which they differ. */
  fields: readonly Field[];
  /** Id of the record that stays. */
  survivor: string;
  /** Undefined where there is nothing to choose. */
  onSurvivor?: (id: string) => void;
  /** Id of the record whose value a field gets. */
  sourceOf: (field: Field) => string | undefined;
  onChoose: (field: Field, id: string) => void;
}

/** Records side by side, with a choice for each field in which they differ. */
export function MergeTable({ object, records, fields, survivor, onSurvivor, sourceOf, onChoose }: MergeTableProps) {
  const t = useText();
  const called = (record: RecordData) => (object.name_field in record && record.version !== undefined ? nameOf(record, object) : t('merge.typed'));
  return (
    <PlainContext.Provider value>
      <div className={styles.scroll} role="region" aria-label={t('merge.field')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{onSurvivor ? t('merge.survivor') : t('merge.field')}</th>
              {records.map((record) => (
                <th key={record.id} scope="col">
                  {onSurvivor ? (
                    <label>
                      <input type="radio" name="survivor" aria-label={t('merge.keep', { name: called(record) })} checked={record.id === survivor} onChange={() => onSurvivor(record.id)} />
                      <bdi>{called(record)}</bdi>
                    </label>
                  ) : (
                    <bdi>{called(record)}</bdi>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.name}>
                <th scope="row">{field.label}</th>
                {records.map((record) => (
                  <td key={record.id}>
                    {!isNothing(record[field.name]) && (
                      <label>
                        <input type="radio" name={field.name} aria-label={t('merge.take', { field: field.label, name: called(record) })} checked={sourceOf(field) === record.id} onChange={() => onChoose(field, record.id)} />
                        <FieldValue field={field} record={record} />
                      </label>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </PlainContext.Provider>
  );
}
