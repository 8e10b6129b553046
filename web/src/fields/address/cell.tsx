import type { CellProps } from '../field-kit';
import styles from '../fields.module.css';

function linesOf(value: CellProps['value']): string[] {
  if (typeof value !== 'object' || Array.isArray(value)) return [String(value)];
  const part = (name: string) => (typeof value[name] === 'string' ? value[name] : '');
  return [part('street'), [part('postal_code'), part('city')].filter(Boolean).join(' '), [part('state'), part('country')].filter(Boolean).join(', ')].filter(Boolean);
}

/** The address on its lines; pressed, it opens on a map. */
export function AddressCell({ value }: CellProps) {
  const lines = linesOf(value);
  const map = `https://www.openstreetmap.org/search?query=${encodeURIComponent(lines.join(', '))}`;
  return (
    <a href={map} target="_blank" rel="noreferrer" className={styles.link} onClick={(event) => event.stopPropagation()}>
      <span className={styles.long} dir="auto">
        {lines.join('\n')}
      </span>
    </a>
  );
}
