import type { RecordData } from '@/api/types';
import { addDays, isDay } from '@/lib/day';
import { clockOf, dayOf, momentOf, momentText } from '@/lib/zone';

export interface ReminderChoice {
  id: 'at_time' | 'minutes' | 'hour' | 'day' | 'same_day' | 'day_before';
  at: string;
}

const morning = '09:00';
const minute = 60_000;

function momentAt(day: string, clock: string, timeZone: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 0, minutes = 0] = clock.split(':').map(Number);
  return momentOf({ year, month, day: date, hour, minute: minutes }, timeZone);
}

/** When that is of which one wants to be reminded: its day, and its time if it has one. */
function timeOf({ starts_at, all_day, due_date, due_time }: RecordData, timeZone: string): { day: string; clock?: string } | undefined {
  if (typeof starts_at === 'string' && starts_at.includes('T') && !Number.isNaN(Date.parse(starts_at))) {
    const moment = new Date(starts_at);
    return { day: dayOf(moment, timeZone), clock: all_day === true ? undefined : clockOf(moment, timeZone) };
  }
  return isDay(due_date) ? { day: due_date, clock: typeof due_time === 'string' ? due_time.slice(0, 5) : undefined } : undefined;
}

/** What a reminder usually is, by what a task or an event says of when it is; what has passed is not offered, except of what recurs. */
export function reminderChoices(record: RecordData, timeZone: string, now = new Date()): ReminderChoice[] {
  const time = timeOf(record, timeZone);
  if (!time) return [];
  const { day, clock } = time;
  const at = (id: ReminderChoice['id'], moment: Date): ReminderChoice => ({ id, at: momentText(moment) });
  const moment = momentAt(day, clock ?? morning, timeZone);
  const dayBefore = momentAt(addDays(day, -1), clock ?? morning, timeZone);
  const earlier = (minutes: number) => new Date(moment.getTime() - minutes * minute);
  const choices = clock
    ? [at('at_time', moment), at('minutes', earlier(10)), at('hour', earlier(60)), at('day', dayBefore)]
    : [at('same_day', moment), at('day_before', dayBefore)];
  return choices.filter((choice) => record.recurrence || choice.at === record.reminder_at || Date.parse(choice.at) > now.getTime());
}
