import type { Field, Json } from '@/api/types';
import { locales, offeredLocales } from '@/i18n/locales';

/** What the codes of the company's fields are called in a language. */
const namesOf: Record<string, (locale: string, regions: string[]) => [code: string, label: string][]> = {
  language: () => offeredLocales.map((each) => [each, locales[each].name]),
  phone_region: (locale, regions) => {
    const names = new Intl.DisplayNames([locale], { type: 'region' });
    return regions.map((code) => [code, names.of(code) ?? code]);
  },
  time_zone: () => ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => [zone, zone.replaceAll('_', ' ')]),
  currency_code: (locale) => {
    const names = new Intl.DisplayNames([locale], { type: 'currency' });
    return Intl.supportedValuesOf('currency').map((code) => [code, `${code} · ${names.of(code) ?? code}`]);
  },
  fiscal_year_start_month: (locale) => {
    const month = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, index) => [String(index + 1), month.format(Date.UTC(2026, index, 1))]);
  },
};

/** A field that keeps a code, as a choice among what the codes mean; other fields as they are. */
export function chosenField(field: Field, value: Json | undefined, locale: string, regions: string[]): Field {
  const names = namesOf[field.name]?.(locale, regions);
  if (!names) return field;
  const own = String(value ?? '');
  const options = own === '' || names.some(([code]) => code === own) ? names : [[own, own] as [string, string], ...names];
  return { ...field, type: 'picklist', options: options.map(([code, label]) => ({ value: code, label, active: true })) };
}
