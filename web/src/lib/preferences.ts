import { useSyncExternalStore } from 'react';

/** What a person chose for this device. */
export interface Preferences {
  theme: 'light' | 'dark' | 'system';
  density: 'comfortable' | 'compact';
  /** Language of the app; undefined follows the browser. */
  language?: string;
  navigation: 'wide' | 'rail';
  /** Fields without a value are left out of record pages. */
  hideEmpty: boolean;
  /** What the foot of a column tells, by object/column. */
  aggregates: Record<string, string>;
  /** Widths of columns in pixels, by object/column. */
  widths: Record<string, number>;
  /** Columns of boards that are folded. */
  foldedColumns: string[];
  /** Groups of the navigation that are folded. */
  folded: string[];
  /** Items of the first steps that were ticked by hand. */
  started: string[];
  /** Time zones whose hours the calendar tells beside one's own. */
  zones: string[];
  /** The first steps are done with: no link to them in the navigation. */
  startHidden: boolean;
}

const key = 'rapport.preferences';
const initial: Preferences = { theme: 'system', density: 'comfortable', navigation: 'wide', hideEmpty: false, aggregates: {}, widths: {}, foldedColumns: [], folded: [], started: [], zones: [], startHidden: false };
const listeners = new Set<() => void>();
let current = read();

function read(): Preferences {
  try {
    return { ...initial, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>) };
  } catch {
    // A private window without storage, or something that is not ours: begin with what everybody begins with.
    return initial;
  }
}

export function getPreferences(): Preferences {
  return current;
}

export function changePreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(key, JSON.stringify(current));
  } catch {
    // Kept for this visit only.
  }
  listeners.forEach((listener) => listener());
}

/** Stars stood on the device before the server kept them: answers those that still do, once. */
export function takeStars(): string[] {
  const { favourites = [], ...others } = current as Preferences & { favourites?: string[] };
  if (favourites.length > 0) {
    current = others;
    changePreferences({});
  }
  return favourites;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, getPreferences);
}
