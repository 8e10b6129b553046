import { type ReactNode, useEffect, useState } from 'react';
import { IntlProvider } from 'react-intl';
import { usePreferences } from '@/lib/preferences';
import { speakOfProblems } from '@/lib/problem-words';
import { type Catalogue, english, loadCatalogue } from './catalogues';
import { loadLabels, type Naming, NamingContext } from './labels';
import { type Locale, locales, nearestLocale } from './locales';
import { loadProblems } from './problems';

interface Spoken {
  locale: Locale;
  naming: Naming;
  catalogue: Catalogue;
}

const inEnglish: Spoken = { locale: 'en', naming: { locale: 'en', labels: {} }, catalogue: english };

/** Puts the language of the person on the page: words, direction, and formats. */
export function I18nProvider({ children }: { children: ReactNode }) {
  const { language } = usePreferences();
  const locale = nearestLocale([language, ...navigator.languages]);
  const [spoken, setSpoken] = useState<Spoken | null>(locale === 'en' ? inEnglish : null);
  const shown = spoken?.locale ?? locale;

  useEffect(() => {
    let current = true;
    Promise.all([loadCatalogue(locale), loadLabels(locale), loadProblems(locale)])
      .then(([catalogue, labels, problems]) => {
        if (!current) return;
        speakOfProblems(problems, labels);
        setSpoken({ locale, naming: { locale, labels }, catalogue });
      })
      .catch((error: unknown) => {
        // English came with the app; without it there would be an empty page.
        console.error(error);
        if (current) setSpoken((before) => before ?? inEnglish);
      });
    return () => {
      current = false;
    };
  }, [locale]);

  useEffect(() => {
    document.documentElement.lang = shown;
    document.documentElement.dir = locales[shown].dir;
  }, [shown]);

  if (!spoken) return null;
  return (
    <IntlProvider locale={locales[shown].format} messages={spoken.catalogue} defaultLocale="en" onError={(error) => console.error(error)}>
      <NamingContext.Provider value={spoken.naming}>{children}</NamingContext.Provider>
    </IntlProvider>
  );
}
