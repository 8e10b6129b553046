import { createContext, useContext } from 'react';

export interface Region {
  timeZone: string;
  /** The person's own way to write dates and numbers, when it is of the language of the app: "en-GB". */
  locale?: string;
  /** The day with which the person's weeks begin, where they chose one: "monday". */
  firstWeekday?: string | null;
  /** Currency that totals are told in. */
  currency: string;
}

export const RegionContext = createContext<Region>({ timeZone: 'UTC', currency: 'EUR' });

/**
 * The locale that a server's setting means for this person: a language alone is written as their browser writes it.
 *
 * Undefined for what Intl does not know: a server may be set up with anything.
 */
export function regionalLocale(setting: string | null, preferred: readonly string[]): string | undefined {
  if (!setting) return undefined;
  try {
    const [locale = ''] = Intl.getCanonicalLocales(setting.replace('_', '-'));
    return locale.includes('-') ? locale : (preferred.find((each) => each.startsWith(`${locale}-`)) ?? locale);
  } catch {
    return undefined;
  }
}

/** The person's time zone and the organization's currency. */
export const useRegion = () => useContext(RegionContext);
