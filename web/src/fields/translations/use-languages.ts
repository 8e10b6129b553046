import { useQuery } from '@tanstack/react-query';
import { useMe } from '@/api/catalogue';
import { soqlQuery } from '@/api/soql';
import { useNaming } from '@/i18n/labels';
import { type Locale, offeredLocales } from '@/i18n/locales';

const languageOf = (tag: unknown) => String(tag ?? '').split(/[-_]/)[0];

/** The languages of the app: first those that people here work in, last the organization's own, in which labels are written. */
export function useLanguages(): Locale[] {
  const { organization } = useMe();
  const { locale } = useNaming();
  const { data } = useQuery(soqlQuery('user', 'SELECT language, COUNT(id) total FROM user WHERE active = true GROUP BY language'));
  const spoken = new Set([locale, ...(data ?? []).map((row) => languageOf(row.language))]);
  const place = (language: Locale) => (language === languageOf(organization.language) ? 2 : spoken.has(language) ? 0 : 1);
  return offeredLocales.toSorted((one, other) => place(one) - place(other));
}
