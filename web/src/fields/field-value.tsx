import { valueAt } from '@/api/columns';
import type { Field, Json, RecordData } from '@/api/types';
import { cellOf } from './field-kits';
import { TextCell } from './text/cell';
import styles from './fields.module.css';

export interface FieldValueProps {
  field: Field;
  record: RecordData;
  /** Where the value is, when the field belongs to a record that this one refers to. */
  path?: string;
  /** Shown instead of nothing. */
  empty?: string;
}

/** Null, an empty text or list, and an address none of whose parts is filled in. */
export function isNothing(value: Json | undefined): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (typeof value !== 'object') return false;
  return Array.isArray(value) ? value.length === 0 : Object.values(value).every(isNothing);
}

/** In the history stands what was there before a field became something else: that is shown as it was. */
const fits = ({ shape }: Field, value: Json) => (shape !== 'number' || !Number.isNaN(Number(value))) && (shape !== 'set' || Array.isArray(value));

/** A value as people read it. */
export function FieldValue({ field, record, path, empty = '' }: FieldValueProps) {
  const value = valueAt(record, path ?? field.name);
  if (isNothing(value)) {
    return empty ? <span className={styles.empty}>{empty}</span> : null;
  }
  const Cell = fits(field, value as NonNullable<Json>) ? cellOf(field) : TextCell;
  return <Cell value={value as NonNullable<Json>} field={field} record={record} />;
}
