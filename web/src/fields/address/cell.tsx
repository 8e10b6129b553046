import type { CellProps } from '../field-kit';
import styles from '../fields.module.css';
import { mapLink } from './map-link';

function linesOf(value: CellProps['value']): string[] {
  if (typeof value !== 'object' || Array.isArray(value)) return [String(value)];
  const part = (name: string) => (typeof value[name] === 'string' ? value[name] : '');
  return [part('street'), [part('postal_code'), part('city')].filter(Boolean).join(' '), [part('state'), part('country')].filter(Boolean).join(', ')].filter(Boolean);
}

/** The address on its lines; pressed, it opens on a map. */
export function AddressCell({ value }: CellProps) {
  return (
    <a href={mapLink(value)} target="_blank" rel="noreferrer" className={styles.link} onClick={(event) => event.stopPropagation()}>
      <span className={styles.long} dir="auto">
        {linesOf(value).join('\n')}
      </span>
    </a>
  );
}
