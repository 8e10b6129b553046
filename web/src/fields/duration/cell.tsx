import { useFormats } from '@/i18n/use-formats';
import { durationText } from '@/lib/duration';
import type { CellProps } from '../field-kit';
import styles from '../fields.module.css';

export function DurationCell({ value }: CellProps) {
  const { locale } = useFormats();
  return <bdi className={styles.figure}>{durationText(Number(value), locale)}</bdi>;
}
