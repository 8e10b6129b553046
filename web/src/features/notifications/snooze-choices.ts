import { addDays, weekdayOf } from '@/lib/day';
import { dayOf, momentOf, momentText, wallTime } from '@/lib/zone';

export interface SnoozeChoice {
  id: 'later' | 'evening' | 'tomorrow' | 'week';
  /** The moment at which it comes back. */
  until: string;
}

const evening = 18;
const morning = 8;
const monday = 1;
const hours = 3;

/** Until when something can be put off, by the clock on the person's wall. */
export function snoozeChoices(timeZone: string, now = new Date()): SnoozeChoice[] {
  const today = dayOf(now, timeZone);
  const at = (day: string, hour: number) => {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    return momentText(momentOf({ year, month, day: date, hour, minute: 0 }, timeZone));
  };
  const toMonday = (monday - weekdayOf(today) + 7) % 7 || 7;
  // Where the evening has come, a few hours stand for it.
  const soon: SnoozeChoice = wallTime(now, timeZone).hour < evening - 1 ? { id: 'evening', until: at(today, evening) } : { id: 'later', until: momentText(new Date(now.getTime() + hours * 3_600_000)) };
  return [soon, { id: 'tomorrow', until: at(addDays(today, 1), morning) }, { id: 'week', until: at(addDays(today, toMonday), morning) }];
}
