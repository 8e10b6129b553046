import { useMemo, useState } from 'react';
import { useFormats } from '@/i18n/use-formats';
import { useText } from '@/i18n/use-text';
import { countryNames } from '@/lib/country-codes';
import { TextInput } from '@/ui/input/text-input';
import type { InputProps } from '../field-kit';
import styles from '../fields.module.css';
import { askedParts } from './address-form';
import { addressOf, type Part, parts, textOf } from './parts';

/** The country first; then what its addresses consist of, in their order. */
export function AddressParts({ id, field, value, onChange, describedBy, autoFocus }: InputProps) {
  const t = useText();
  const { locale } = useFormats();
  const countries = useMemo(() => countryNames(locale), [locale]);
  const address = addressOf(value);
  // The order follows the country only: what is being typed stays where it is.
  const [ordered, setOrdered] = useState(address);
  if (textOf(ordered, 'country') !== textOf(address, 'country')) setOrdered(address);

  function change(part: Part, text: string) {
    const next = { ...address, [part]: text || null };
    onChange(parts.some((each) => next[each]) ? next : null);
  }
  return (
    <div role="group" aria-label={field.label} aria-describedby={describedBy} className={styles.address}>
      <TextInput id={id} list={`${id}-countries`} aria-label={t('address.country')} placeholder={t('address.country')} value={textOf(address, 'country')} autoFocus={autoFocus} onChange={(event) => change('country', event.target.value)} />
      {askedParts(ordered, locale).map(({ part, label, columns }) => (
        <TextInput key={part} style={{ gridColumn: `span ${columns}` }} aria-label={t(label)} placeholder={t(label)} value={textOf(address, part)} dir={textOf(address, part) ? 'auto' : undefined} onChange={(event) => change(part, event.target.value)} />
      ))}
      <datalist id={`${id}-countries`}>
        {countries.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}
