import type { CellProps } from '../field-kit';
import { entriesOf } from '../labelled-entries';
import styles from '../fields.module.css';

export function MultiPhoneCell({ value }: CellProps) {
  return (
    <span className={styles.stack}>
      {entriesOf(value).map((entry) => (
        <span key={entry.value}>
          <a href={`tel:${entry.value}`} dir="ltr" className={styles.link}>
            {entry.value}
          </a>
          {entry.label && <small className={styles.base}>{entry.label}</small>}
        </span>
      ))}
    </span>
  );
}
