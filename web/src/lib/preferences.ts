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
  /** The pipeline that the board showed last, by object. */
  pipelines: Record<string, string>;
  /** Ids of the records opened last, newest first. */
  recent: string[];
  /** What stands at the top of the navigation, in the person's order: "record/ID" or "view/OBJECT/NAME". */
  favourites: string[];
  /** What the foot of a column tells, by object/column. */
  aggregates: Record<string, string>;
  /** Widths of columns in pixels, by object/column. */
  widths: Record<string, number>;
  /** Groups of the navigation that are folded. */
  folded: string[];
  /** Items of the first steps that were ticked by hand. */
  started: string[];
  /** The first steps are done with: no link to them in the navigation. */
  startHidden: boolean;
}

const key = 'rapport.preferences';
const initial: Preferences = { theme: 'system', density: 'comfortable', navigation: 'wide', hideEmpty: false, pipelines: {}, recent: [], favourites: [], aggregates: {}, widths: {}, folded: [], started: [], startHidden: false };
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

const mostRecent = 8;

/** Puts a record before all others that were opened. */
export function rememberOpened(id: string): void {
  if (current.recent[0] !== id) changePreferences({ recent: [id, ...current.recent.filter((each) => each !== id)].slice(0, mostRecent) });
}

/** Adds a favourite, or takes it away when it is one. */
export function toggleFavourite(place: string): void {
  const { favourites } = current;
  changePreferences({ favourites: favourites.includes(place) ? favourites.filter((each) => each !== place) : [...favourites, place] });
}

/** Moves a favourite by so many places. */
export function moveFavourite(place: string, by: number): void {
  const others = current.favourites.filter((each) => each !== place);
  const at = current.favourites.indexOf(place) + by;
  if (at >= 0 && at <= others.length) changePreferences({ favourites: others.toSpliced(at, 0, place) });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, getPreferences);
}
