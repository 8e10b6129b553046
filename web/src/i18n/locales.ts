/** The languages of the app. `format` is what Intl is given: Arabic keeps Latin digits, as its business letters do. */
export const locales = {
  en: { name: 'English', dir: 'ltr', format: 'en' },
  de: { name: 'Deutsch', dir: 'ltr', format: 'de' },
  ar: { name: 'العربية', dir: 'rtl', format: 'ar-u-nu-latn' },
  es: { name: 'Español', dir: 'ltr', format: 'es' },
  fr: { name: 'Français', dir: 'ltr', format: 'fr' },
  pt: { name: 'Português', dir: 'ltr', format: 'pt' },
  zh: { name: '中文', dir: 'ltr', format: 'zh' },
  ja: { name: '日本語', dir: 'ltr', format: 'ja' },
  'en-XA': { name: 'Pseudo', dir: 'ltr', format: 'en' },
} as const;

export type Locale = keyof typeof locales;

/** The languages that people choose from; the pseudo language is for testing layouts. */
export const offeredLocales = (Object.keys(locales) as Locale[]).filter((locale) => locale !== 'en-XA');

/** The nearest of our languages: by what is wished, region aside, else English. */
export function nearestLocale(wished: readonly (string | undefined)[]): Locale {
  for (const wish of wished) {
    if (!wish) continue;
    if (wish in locales) return wish as Locale;
    const language = wish.split(/[-_]/)[0] ?? '';
    if (language in locales) return language as Locale;
  }
  return 'en';
}
