import { useRouterState } from '@tanstack/react-router';
import { type Dispatch, type SetStateAction, useCallback, useState } from 'react';

// What was selected at a place of the history, for as long as the page is open: coming back finds it.
const kept = new Map<string, ReadonlySet<string>>();

/** The selected rows of a list, the same again after going elsewhere and back. */
export function useKeptSelection(object: string): [ReadonlySet<string>, Dispatch<SetStateAction<ReadonlySet<string>>>] {
  const place = useRouterState({ select: (state) => `${object} ${state.location.state.__TSR_key ?? ''}` });
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => kept.get(place) ?? new Set());
  const select = useCallback<Dispatch<SetStateAction<ReadonlySet<string>>>>(
    (next) =>
      setSelected((before) => {
        const after = typeof next === 'function' ? next(before) : next;
        kept.set(place, after);
        return after;
      }),
    [place],
  );
  return [selected, select];
}
