import type { CellProps } from '../field-kit';
import styles from '../fields.module.css';

export function LongTextCell({ value }: CellProps) {
  return (
    <span className={styles.long} dir="auto">
      {String(value)}
    </span>
  );
}
