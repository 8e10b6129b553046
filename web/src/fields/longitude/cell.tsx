import { useFormats } from '@/i18n/use-formats';
import type { CellProps } from '../field-kit';
import styles from '../fields.module.css';

export function LongitudeCell({ value }: CellProps) {
  const formats = useFormats();
  return <bdi className={styles.figure}>{formats.number(Number(value), 6)}</bdi>;
}
