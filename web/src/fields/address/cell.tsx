import type { CellProps } from '../field-kit';
import styles from '../fields.module.css';
import { useAddressLines } from './address-lines';
import { mapLink } from './map-link';

/** The address on its lines; pressed, it opens on a map. */
export function AddressCell({ value }: CellProps) {
  const lines = useAddressLines(value);
  return (
    <a href={mapLink(value)} target="_blank" rel="noreferrer" className={styles.link} onClick={(event) => event.stopPropagation()}>
      <span className={styles.long} dir="auto">
        {lines.join('\n')}
      </span>
    </a>
  );
}
