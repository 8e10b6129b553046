import { type ReactNode, useEffect, useState } from 'react';
import { IntlProvider } from 'react-intl';
import { usePreferences } from '@/lib/preferences';
import { type Catalogue, english, loadCatalogue } from './catalogues';
import { locales, nearestLocale } from './locales';

/** Puts the language of the person on the page: words, direction, and formats. */
export function I18nProvider({ children }: { children: ReactNode }) {
  const { language } = usePreferences();
  const locale = nearestLocale([language, ...navigator.languages]);
  const [loaded, setLoaded] = useState<{ locale: string; catalogue: Catalogue } | null>(locale === 'en' ? { locale, catalogue: english } : null);

  useEffect(() => {
    let current = true;
    void loadCatalogue(locale).then((catalogue) => {
      if (current) setLoaded({ locale, catalogue });
    });
    return () => {
      current = false;
    };
  }, [locale]);

  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dir = locales[locale].dir;
  }, [locale]);

  if (!loaded) return null;
  return (
    <IntlProvider locale={locales[locale].format} messages={loaded.catalogue} defaultLocale="en" onError={(error) => console.error(error)}>
      {children}
    </IntlProvider>
  );
}
