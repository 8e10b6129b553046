import type { EventInput } from '@fullcalendar/core';
import { nameOf } from '@/api/columns';
import type { DateField } from '@/api/dates';
import type { Field, ObjectInfo, RecordData } from '@/api/types';
import { addDays } from '@/lib/day';
import { momentOfWall, wallText } from '@/lib/zone';

const text = (record: RecordData, field: Field | undefined) => {
  const value = field && record[field.name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** A record as the calendar draws it; nothing where it has no date. `movable` says whether it may be dragged to another day. */
export function entryOf(object: ObjectInfo, record: RecordData, { field, until, hasClock }: DateField, timeZone: string, movable: boolean): EventInput | undefined {
  const [begin, finish] = [text(record, field), text(record, until)];
  if (begin === undefined) return undefined;
  // Days are days wherever one is; what lasts whole days says so.
  const whole = !hasClock || record.all_day === true;
  const shown = (value: string) => (hasClock ? wallText(value, timeZone) : value);
  const [start, end] = [shown(begin), finish === undefined ? undefined : shown(finish)];
  return {
    id: record.id,
    url: `/o/${object.name}/${record.id}`,
    title: nameOf(record, object),
    // The end of whole days is the first day that is free again.
    ...(whole ? { start: start.slice(0, 10), ...(end && { end: addDays(end.slice(0, 10), 1) }) } : { start, end }),
    allDay: whole,
    editable: movable,
    durationEditable: false,
    extendedProps: { record },
  };
}

/** What taking a record so many days further changes in it: the day, never the time of the day. */
export function movedBy(record: RecordData, { field, until, hasClock }: DateField, days: number, timeZone: string): Record<string, string> {
  const moved = (value: string) => {
    if (!hasClock) return addDays(value, days);
    const wall = new Date(wallText(value, timeZone));
    wall.setUTCDate(wall.getUTCDate() + days);
    return momentOfWall(wall, timeZone);
  };
  const values = [field, until].map((each) => [each?.name, text(record, each)] as const);
  return Object.fromEntries(values.flatMap(([name, value]) => (name && value ? [[name, moved(value)]] : [])));
}
