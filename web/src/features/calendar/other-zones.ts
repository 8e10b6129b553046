import { daysBetween } from '@/lib/day';
import { clockOf, dayOf, momentOf } from '@/lib/zone';

/** Beside the grid there is room for that many. */
export const mostZones = 3;

/** What a clock elsewhere shows. */
export interface OtherClock {
  zone: string;
  /** "09:30". */
  clock: string;
  /** 1 where it is the next day already, -1 where it is still the day before. */
  days: number;
}

/** The place that a time zone is named after: "New York". */
export const cityOf = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** Whether this browser knows a zone: what was kept may be from another one. */
export function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** What clocks in other zones show on that day when the person's own shows so many minutes after midnight. */
export function clocksAt(day: string, minutes: number, own: string, zones: readonly string[]): OtherClock[] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const moment = momentOf({ year, month, day: date, hour: Math.floor(minutes / 60), minute: minutes % 60 }, own);
  return zones.map((zone) => ({ zone, clock: clockOf(moment, zone), days: daysBetween(day, dayOf(moment, zone)) }));
}
