import type { CellProps } from '../field-kit';
import { entriesOf } from '../labelled-entries';
import styles from '../fields.module.css';

export function MultiEmailCell({ value }: CellProps) {
  return (
    <span className={styles.stack}>
      {entriesOf(value).map((entry) => (
        <span key={entry.value}>
          <a href={`mailto:${entry.value}`} dir="ltr" className={styles.link}>
            {entry.value}
          </a>
          {entry.label && <small className={styles.base}>{entry.label}</small>}
        </span>
      ))}
    </span>
  );
}
