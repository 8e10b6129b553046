import { useFormats } from '@/i18n/use-formats';
import type { CellProps } from '../field-kit';
import styles from '../fields.module.css';

export function DatetimeCell({ value }: CellProps) {
  const formats = useFormats();
  const moment = String(value);
  return (
    <time dateTime={moment} title={formats.timeZone} className={styles.figure}>
      {formats.moment(moment)}
    </time>
  );
}
