import { useId } from 'react';
import type { ApiError } from '@/api/api-error';
import { type Locale, locales, nearestLocale, offeredLocales } from '@/i18n/locales';
import { useText } from '@/i18n/use-text';
import { changePreferences, usePreferences } from '@/lib/preferences';
import { FieldFrame } from '@/ui/input/field-frame';
import { Select } from '@/ui/input/select';
import { TextInput } from '@/ui/input/text-input';

const currencies = Intl.supportedValuesOf('currency');

export interface Company {
  name: string;
  currency: string;
  zone: string;
}

export interface CompanyFieldsProps {
  company: Company;
  onChange: (company: Company) => void;
  /** What the server refused. */
  error?: ApiError | null;
}

/** The language that this browser shows the app in. */
export function useShownLocale(): Locale {
  const { language } = usePreferences();
  return nearestLocale([language, ...navigator.languages]);
}

/** What holds for the whole company: its name, currency and time zone, and the language, which this browser follows at once. */
export function CompanyFields({ company, onChange, error }: CompanyFieldsProps) {
  const t = useText();
  const id = useId();
  const current = useShownLocale();
  const { name, currency, zone } = company;
  const names = new Intl.DisplayNames([locales[current].format], { type: 'currency' });
  return (
    <>
      <FieldFrame id={`${id}-name`} label={t('start.company_name')} required error={error?.messageFor('organization') ?? error?.messageFor('name')}>
        <TextInput id={`${id}-name`} autoComplete="organization" value={name} onChange={(event) => onChange({ ...company, name: event.target.value })} />
      </FieldFrame>
      <FieldFrame id={`${id}-currency`} label={t('start.currency')} required error={error?.messageFor('currency_code')}>
        <Select id={`${id}-currency`} value={currency} options={currencies.map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }))} onChange={(event) => onChange({ ...company, currency: event.target.value })} />
      </FieldFrame>
      <FieldFrame id={`${id}-language`} label={t('frame.language')}>
        <Select id={`${id}-language`} value={current} options={offeredLocales.map((locale) => ({ value: locale, label: locales[locale].name }))} onChange={(event) => changePreferences({ language: event.target.value })} />
      </FieldFrame>
      <FieldFrame id={`${id}-zone`} label={t('start.time_zone')} error={error?.messageFor('time_zone')}>
        <Select id={`${id}-zone`} value={zone} options={[...new Set([zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].map((each) => ({ value: each, label: each.replaceAll('_', ' ') }))} onChange={(event) => onChange({ ...company, zone: event.target.value })} />
      </FieldFrame>
    </>
  );
}
