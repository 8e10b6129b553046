import { type ReactNode, useEffect, useState } from 'react';
import { IntlProvider } from 'react-intl';
import { usePreferences } from '@/lib/preferences';
import { speakOfProblems } from '@/lib/problem-words';
import { type Catalogue, english, loadCatalogue } from './catalogues';
import { loadLabels, type Naming, NamingContext } from './labels';
import { locales, nearestLocale } from './locales';
import { loadProblems } from './problems';

/** Puts the language of the person on the page: words, direction, and formats. */
export function I18nProvider({ children }: { children: ReactNode }) {
  const { language } = usePreferences();
  const locale = nearestLocale([language, ...navigator.languages]);
  const [loaded, setLoaded] = useState<{ naming: Naming; catalogue: Catalogue } | null>(locale === 'en' ? { naming: { locale, labels: {} }, catalogue: english } : null);

  useEffect(() => {
    let current = true;
    void Promise.all([loadCatalogue(locale), loadLabels(locale), loadProblems(locale)]).then(([catalogue, labels, problems]) => {
      if (!current) return;
      speakOfProblems(problems, labels);
      setLoaded({ naming: { locale, labels }, catalogue });
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
      <NamingContext.Provider value={loaded.naming}>{children}</NamingContext.Provider>
    </IntlProvider>
  );
}
