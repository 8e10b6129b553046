import { type TouchEvent, useRef } from 'react';

const closesFrom = 90;

/** Handlers for the head of a sheet that stands at the lower edge: pulled down far enough it closes, else it comes back. */
export function useSheet(onClose: () => void, closes: boolean) {
  const from = useRef<number>(undefined);
  const sheet = useRef<HTMLElement>(null);
  const by = (event: TouchEvent) => Math.max(0, (event.changedTouches[0]?.clientY ?? 0) - (from.current ?? 0));
  return {
    onTouchStart: (event: TouchEvent) => {
      const whole = event.currentTarget.closest<HTMLElement>('[role="dialog"]');
      const low = whole && Math.abs(whole.getBoundingClientRect().bottom - window.innerHeight) < 2;
      from.current = low ? event.touches[0]?.clientY : undefined;
      sheet.current = whole;
    },
    onTouchMove: (event: TouchEvent) => {
      if (from.current !== undefined) sheet.current?.style.setProperty('transform', `translateY(${closes ? by(event) : Math.min(24, by(event) / 4)}px)`);
    },
    onTouchEnd: (event: TouchEvent) => {
      if (from.current === undefined) return;
      sheet.current?.style.removeProperty('transform');
      if (closes && by(event) >= closesFrom) onClose();
      from.current = undefined;
    },
    onTouchCancel: () => {
      sheet.current?.style.removeProperty('transform');
      from.current = undefined;
    },
  };
}
