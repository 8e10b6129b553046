import { type AnyRouter, useRouter } from '@tanstack/react-router';
import { type Dispatch, type SetStateAction, useCallback, useState } from 'react';

// What was selected at a place of the history, for as long as the page is open: coming back finds it.
const kept = new Map<string, ReadonlySet<string>>();

// Looked up when it is needed: who follows the address draws each row again whenever it changes.
const placeOf = (object: string, router: AnyRouter) => `${object} ${router.state.location.state.__TSR_key ?? ''}`;

/** The selected rows of a list, the same again after going elsewhere and back. */
export function useKeptSelection(object: string): [ReadonlySet<string>, Dispatch<SetStateAction<ReadonlySet<string>>>] {
  const router = useRouter();
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => kept.get(placeOf(object, router)) ?? new Set());
  const select = useCallback<Dispatch<SetStateAction<ReadonlySet<string>>>>(
    (next) => {
      const place = placeOf(object, router);
      setSelected((before) => {
        const after = typeof next === 'function' ? next(before) : next;
        kept.set(place, after);
        return after;
      });
    },
    [object, router],
  );
  return [selected, select];
}
