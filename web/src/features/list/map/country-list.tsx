import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import type { CountryCount } from './countries';
import styles from './map.module.css';

export interface CountryListProps {
  countries: CountryCount[];
  /** Two letters of the countries that the map has. */
  known: ReadonlySet<string>;
  busy: boolean;
  /** Opens the records whose country is written so; those without one when it is empty. */
  onOpen: (written: readonly string[]) => void;
}

/** How many records there are in each country; pressed, it opens them as a table. */
export function CountryList({ countries, known, busy, onOpen }: CountryListProps) {
  const t = useText();
  const formats = useFormats();
  const names = new Intl.DisplayNames([formats.locale], { type: 'region' });
  const most = Math.max(1, ...countries.map(({ count }) => count));
  if (busy) return <SkeletonRows rows={8} />;
  return (
    <>
      <p className={styles.summary} role="status">
        {t('map.countries', { count: countries.filter(({ code }) => code).length })}
      </p>
      <ul className={styles.list}>
        {countries.map(({ code, written, count }) => {
          const name = code ? (names.of(code) ?? code) : (written[0] ?? t('map.no_country'));
          return (
            <li key={code ?? name}>
              <button type="button" className={styles.country_row} onClick={() => onOpen(written)}>
                <bdi>{name}</bdi>
                <span>{formats.number(count)}</span>
                {written.length > 0 && !(code && known.has(code)) && <small>{t('map.unknown')}</small>}
                <i aria-hidden="true" style={{ inlineSize: `${(100 * count) / most}%` }} />
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
