import { useFormats } from '@/i18n/use-formats';
import type { CellProps } from '../field-kit';
import styles from '../fields.module.css';

export function PercentCell({ value }: CellProps) {
  const formats = useFormats();
  return <bdi className={styles.figure}>{formats.percent(Number(value))}</bdi>;
}
