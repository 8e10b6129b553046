import { fieldOf } from '@/api/catalogue';
import type { ObjectInfo, RecordData } from '@/api/types';
import { FieldValue } from '@/fields/field-value';
import { useFormats } from '@/i18n/use-formats';
import styles from './record.module.css';

/** The few figures that one looks for first, side by side. */
export function Highlights({ object, record }: { object: ObjectInfo; record: RecordData }) {
  const { fromToday } = useFormats();
  const fields = (object.layouts.detail?.highlights ?? []).map((name) => fieldOf(object, name)).filter((field) => field !== undefined);
  if (fields.length === 0) return null;
  return (
    <dl className={styles.highlights}>
      {fields.map((field) => {
        const value = record[field.name];
        return (
          <div key={field.name}>
            <dt>{field.label}</dt>
            <dd>
              <FieldValue field={field} record={record} empty="–" />
              {field.type === 'date' && typeof value === 'string' && <span className={styles.relative}>{fromToday(value)}</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
