import { startTransition, useDeferredValue, useEffect, useState } from 'react';
import { wasUsed } from './at-leisure';

/**
 * Whether what has come may be drawn: as soon as there is time. What makes hundreds of elements is then drawn in pieces between which
 * the page answers, not in one go as everything that a server's answer changes is. What was there from the beginning is drawn at once.
 */
export const useDrawn = (come: boolean): boolean => useDeferredValue(come) && come;

/**
 * The first of many that have just come, and all of them as soon as there is time. Those that were there before are all there at once,
 * for whoever comes back to a place among them: on a page that was not used yet nobody does.
 */
export function useFirst<T>(items: readonly T[], first: number): readonly T[] {
  const [rest, setRest] = useState(wasUsed);
  useEffect(() => startTransition(() => setRest(true)), []);
  const some = useDrawn(items.length > 0);
  const all = useDrawn(rest && some && items.length > first);
  return all ? items : items.slice(0, some ? first : 0);
}
