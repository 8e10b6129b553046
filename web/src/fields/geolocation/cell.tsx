import type { CellProps } from '../field-kit';
import styles from '../fields.module.css';

export function GeolocationCell({ value }: CellProps) {
  if (typeof value !== 'object' || Array.isArray(value)) return null;
  const [latitude, longitude] = [Number(value.latitude), Number(value.longitude)];
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=15/${latitude}/${longitude}`;
  return (
    <a href={map} target="_blank" rel="noreferrer" dir="ltr" className={styles.link} onClick={(event) => event.stopPropagation()}>
      {latitude.toFixed(5)}, {longitude.toFixed(5)}
    </a>
  );
}
