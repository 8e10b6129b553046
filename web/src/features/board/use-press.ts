import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Press } from './card-press';

const ends = ['pointerup', 'pointercancel'];

/** Hands what is pressed on cards to what carries them, also what was pressed before that came and is still held. */
export function usePress(): { taker: RefObject<((press: Press) => void) | null>; early: RefObject<Press | null>; press: (press: Press) => void } {
  const taker = useRef<((press: Press) => void) | null>(null);
  const early = useRef<Press | null>(null);
  useEffect(() => {
    const forget = () => {
      early.current = null;
    };
    ends.forEach((end) => document.addEventListener(end, forget, true));
    return () => ends.forEach((end) => document.removeEventListener(end, forget, true));
  }, []);
  const press = useCallback((next: Press) => {
    // Two fingers enlarge the page.
    if ('touches' in next.event && next.event.touches.length > 1) return;
    if (taker.current) taker.current(next);
    else early.current = next;
  }, []);
  return { taker, early, press };
}
