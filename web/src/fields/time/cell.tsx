import type { CellProps } from '../field-kit';
import styles from '../fields.module.css';

export function TimeCell({ value }: CellProps) {
  return <bdi className={styles.figure}>{String(value).slice(0, 5)}</bdi>;
}
