import type { DatesSetArg } from '@fullcalendar/core';
import type FullCalendar from '@fullcalendar/react';
import { useRef, useState } from 'react';

/** The days that a calendar shows, from one up to another, in wall time. */
export interface ShownDays {
  from: Date;
  to: Date;
  title: string;
}

/** Which days a calendar shows, and how a page leads it to others. */
export function useCalendar() {
  const ref = useRef<FullCalendar>(null);
  const [shown, setShown] = useState<ShownDays>({ from: new Date(0), to: new Date(0), title: '' });
  /** The day that stays in sight, "2026-11-21". */
  const day = () => ref.current?.getApi().getDate().toISOString().slice(0, 10);
  return {
    ref,
    shown,
    day,
    /** Leads it there; answers the day. */
    step: (way: 'prev' | 'next' | 'today') => {
      ref.current?.getApi()[way]();
      return day();
    },
    datesSet: ({ start, end, view }: DatesSetArg) => setShown((before) => (before.title === view.title && before.from.getTime() === start.getTime() ? before : { from: start, to: end, title: view.title })),
  };
}
