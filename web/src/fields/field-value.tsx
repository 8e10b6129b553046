import { valueAt } from '@/api/columns';
import type { Field, RecordData } from '@/api/types';
import { kitOf } from './field-kits';
import styles from './fields.module.css';

export interface FieldValueProps {
  field: Field;
  record: RecordData;
  /** Where the value is, when the field belongs to a record that this one refers to. */
  path?: string;
  /** Shown instead of nothing. */
  empty?: string;
}

/** A value as people read it. */
export function FieldValue({ field, record, path, empty = '' }: FieldValueProps) {
  const value = valueAt(record, path ?? field.name);
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
    return empty ? <span className={styles.empty}>{empty}</span> : null;
  }
  const { Cell } = kitOf(field);
  return <Cell value={value} field={field} record={record} />;
}
