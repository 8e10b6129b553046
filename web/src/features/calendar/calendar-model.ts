import type { EventInput } from '@fullcalendar/core';
import type { BusyTime } from '@/api/agenda';
import type { RecordData } from '@/api/types';
import { addDays } from '@/lib/day';
import { tintOf } from '@/lib/tint';
import { momentOfWall, wallText } from '@/lib/zone';

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** Whose it is gives the tint, where several people's calendars lie over each other. */
const tintFor = (record: RecordData, several: boolean, otherwise: string) => (several ? tintOf(text(record.owner_id)) : otherwise);

/** When something is, as the calendar takes it. The end of whole days is the first day that is free again. */
function span(record: RecordData | BusyTime, timeZone: string): Pick<EventInput, 'start' | 'end' | 'allDay'> {
  const [start, end] = [wallText(text(record.starts_at), timeZone), wallText(text(record.ends_at) || text(record.starts_at), timeZone)];
  return record.all_day === true ? { start: start.slice(0, 10), end: addDays(end.slice(0, 10), 1), allDay: true } : { start, end, allDay: false };
}

/** Time that something private of a colleague takes: it cannot be opened or moved. */
export const entryOfBusyTime = (busy: BusyTime, timeZone: string, title: string): EventInput => ({
  id: `busy/${busy.owner_id}/${busy.starts_at}/${busy.ends_at}`,
  title,
  ...span(busy, timeZone),
  editable: false,
  extendedProps: { busy: true, tint: tintOf(busy.owner_id), quiet: false },
});

/** A meeting as the calendar draws it. */
export function entryOfEvent(record: RecordData, timeZone: string, several: boolean): EventInput {
  return {
    // A recurring one is there once for each time.
    id: `event/${record.id}/${text(record.occurrence)}`,
    url: `/o/event/${record.id}`,
    title: text(record.subject),
    ...span(record, timeZone),
    extendedProps: { record, object: 'event', tint: tintFor(record, several, 'petrol'), quiet: record.status === 'cancelled' },
  };
}

/** A task on the day when it is due, at its time if it has one. Half an hour is drawn: a task has no length. */
export function entryOfTask(record: RecordData, several: boolean): EventInput {
  const [day, time] = [text(record.due_date), text(record.due_time)];
  const start = time ? `${day}T${time.slice(0, 5)}:00Z` : day;
  return {
    id: `task/${record.id}`,
    url: `/o/task/${record.id}`,
    title: text(record.subject),
    start,
    allDay: time === '',
    durationEditable: false,
    extendedProps: { record, object: 'task', tint: tintFor(record, several, 'amber'), quiet: record.is_closed === true },
  };
}

/** What moving an entry changes in its record. */
export function changesOf(object: string, entry: { start: Date; end: Date | null; allDay: boolean }, timeZone: string): Record<string, string | boolean | null> {
  const day = entry.start.toISOString().slice(0, 10);
  if (object === 'task') return { due_date: day, due_time: entry.allDay ? null : `${entry.start.toISOString().slice(11, 16)}:00` };
  const hour = 3_600_000;
  const end = entry.end ?? new Date(entry.start.getTime() + hour);
  // A meeting of whole days ends on its last one, a minute before midnight.
  const last = entry.allDay ? new Date((entry.end ?? new Date(entry.start.getTime() + 24 * hour)).getTime() - 60_000) : end;
  return { starts_at: momentOfWall(entry.start, timeZone), ends_at: momentOfWall(last, timeZone), all_day: entry.allDay };
}
