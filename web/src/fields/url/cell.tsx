import type { CellProps } from '../field-kit';
import styles from '../fields.module.css';

export function UrlCell({ value }: CellProps) {
  const address = String(value);
  return (
    <a href={address} dir="ltr" target="_blank" rel="noreferrer" className={styles.link} onClick={(event) => event.stopPropagation()}>
      {address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
    </a>
  );
}
