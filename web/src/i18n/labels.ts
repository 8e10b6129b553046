import { createContext, useCallback, useContext } from 'react';
import type { Translations } from '@/lib/translations';
import type { Locale } from './locales';

/** What standard objects, fields and choices are called in a language, by their English label. */
export type Labels = Readonly<Record<string, string>>;

const none: Labels = {};

export async function loadLabels(locale: Locale): Promise<Labels> {
  switch (locale) {
    case 'de':
      return (await import('./labels/de.json')).default;
    case 'ar':
      return (await import('./labels/ar.json')).default;
    case 'es':
      return (await import('./labels/es.json')).default;
    case 'fr':
      return (await import('./labels/fr.json')).default;
    case 'pt':
      return (await import('./labels/pt.json')).default;
    case 'zh':
      return (await import('./labels/zh.json')).default;
    case 'ja':
      return (await import('./labels/ja.json')).default;
    default:
      return none;
  }
}

/** How things are called for a person: the language, and what standard things are called in it. */
export interface Naming {
  locale: string;
  labels: Labels;
}

/** What has a label, perhaps in several languages. */
export interface Named {
  label: string;
  translations?: Translations;
}

/** The standard label in the language. What an administrator has renamed is in no list, and stays. */
export const standardLabel = (labels: Labels, label: string) => (Object.hasOwn(labels, label) ? (labels[label] ?? label) : label);

export const NamingContext = createContext<Naming>({ locale: 'en', labels: none });

export const useNaming = () => useContext(NamingContext);

/** What a view or section is called in the person's language: as administrators translated it, else as a standard one is, else as it was written. */
export function useLabel(): (named: Named) => string {
  const { locale, labels } = useNaming();
  return useCallback(({ label, translations }) => translations?.[locale]?.label ?? standardLabel(labels, label), [locale, labels]);
}
