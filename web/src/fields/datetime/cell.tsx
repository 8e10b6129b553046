import { useFormats } from '@/i18n/use-formats';
import type { CellProps } from '../field-kit';
import styles from '../fields.module.css';
import { zoneNote } from './zone-note';

/** A moment by the person's clock; by that of its own zone as well, where it was planned in another. */
export function DatetimeCell({ value, field, record }: CellProps) {
  const formats = useFormats();
  const moment = String(value);
  // What the system notes was planned nowhere.
  const there = field.system ? undefined : zoneNote(moment, record.time_zone, formats.timeZone, formats.locale);
  return (
    <time dateTime={moment} title={formats.timeZone} className={styles.figure}>
      {formats.moment(moment)}
      {there && <small className={styles.base}>{there}</small>}
    </time>
  );
}
