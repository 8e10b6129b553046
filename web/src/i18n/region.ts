import { createContext, useContext } from 'react';

export interface Region {
  timeZone: string;
  /** The person's own way to write dates and numbers, when it is of the language of the app: "en-GB". */
  locale?: string;
  /** Currency that totals are told in. */
  currency: string;
}

export const RegionContext = createContext<Region>({ timeZone: 'UTC', currency: 'EUR' });

/** The person's time zone and the organization's currency. */
export const useRegion = () => useContext(RegionContext);
