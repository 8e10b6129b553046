import type { CellProps } from '../field-kit';
import styles from '../fields.module.css';
import { pointLink } from './point-link';

export function GeolocationCell({ value }: CellProps) {
  if (typeof value !== 'object' || Array.isArray(value)) return null;
  const [latitude, longitude] = [Number(value.latitude), Number(value.longitude)];
  return (
    <a href={pointLink(value)} target="_blank" rel="noreferrer" dir="ltr" className={styles.link} onClick={(event) => event.stopPropagation()}>
      {latitude.toFixed(5)}, {longitude.toFixed(5)}
    </a>
  );
}
