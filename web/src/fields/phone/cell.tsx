import type { CellProps } from '../field-kit';
import { usePlain } from '../plain';
import styles from '../fields.module.css';

export function PhoneCell({ value }: CellProps) {
  if (usePlain()) return <bdi dir="ltr">{String(value)}</bdi>;
  return (
    <a href={`tel:${String(value)}`} dir="ltr" className={styles.link} onClick={(event) => event.stopPropagation()}>
      {String(value)}
    </a>
  );
}
