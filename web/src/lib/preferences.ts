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
  /** Records opened last, newest first: object/id. */
  recent: string[];
}

const key = 'rapport.preferences';
const initial: Preferences = { theme: 'system', density: 'comfortable', navigation: 'wide', hideEmpty: false, pipelines: {}, recent: [] };
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

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, getPreferences);
}
