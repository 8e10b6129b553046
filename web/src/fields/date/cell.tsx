import { useFormats } from '@/i18n/use-formats';
import type { CellProps } from '../field-kit';
import styles from '../fields.module.css';

export function DateCell({ value }: CellProps) {
  const formats = useFormats();
  const day = String(value);
  return (
    <time dateTime={day} title={formats.longDay(day)} className={styles.figure}>
      {formats.day(day)}
    </time>
  );
}
