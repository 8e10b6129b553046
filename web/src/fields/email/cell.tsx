import type { CellProps } from '../field-kit';
import styles from '../fields.module.css';

export function EmailCell({ value }: CellProps) {
  return (
    <a href={`mailto:${String(value)}`} dir="ltr" className={styles.link} onClick={(event) => event.stopPropagation()}>
      {String(value)}
    </a>
  );
}
