import { useDeferredValue } from 'react';

/**
 * The first of many that have just come at once, and all of them as soon as there is time: drawing hundreds in one go would hold up
 * the page. Those that were there before are all there at once, for whoever comes back to a place among them.
 */
export function useFirst<T>(items: readonly T[], first: number): readonly T[] {
  const all = useDeferredValue(items.length > first);
  return all ? items : items.slice(0, first);
}
