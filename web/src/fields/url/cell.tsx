import type { CellProps } from '../field-kit';
import { usePlain } from '../plain';
import styles from '../fields.module.css';

export function UrlCell({ value }: CellProps) {
  const address = String(value);
  const text = address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  if (usePlain()) return <bdi dir="ltr">{text}</bdi>;
  return (
    <a href={address} dir="ltr" target="_blank" rel="noreferrer" className={styles.link} onClick={(event) => event.stopPropagation()}>
      {text}
    </a>
  );
}
