import { createContext, useCallback, useContext } from 'react';
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

export const LabelsContext = createContext<Labels>(none);

/** The labels of the person's language; empty for English. What an administrator has renamed is in none of them, and stays. */
export const useLabels = () => useContext(LabelsContext);

/** A label of a standard view or section in the person's language. */
export function useLabel(): (label: string) => string {
  const labels = useLabels();
  return useCallback((label) => labels[label] ?? label, [labels]);
}
