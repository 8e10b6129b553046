import type { CellProps } from '../field-kit';
import { entriesOf } from '../labelled-entries';
import { PhoneLink } from '../phone/phone-link';
import styles from '../fields.module.css';

export function MultiPhoneCell({ value }: CellProps) {
  return (
    <span className={styles.stack}>
      {entriesOf(value).map((entry) => (
        <span key={entry.value}>
          <PhoneLink stored={entry.value} />
          {entry.label && <small className={styles.base}>{entry.label}</small>}
        </span>
      ))}
    </span>
  );
}
