import { useQuery } from '@tanstack/react-query';
import { type Column, fieldsToAsk } from '@/api/columns';
import { fieldOf } from '@/api/catalogue';
import { type DateField, within } from '@/api/dates';
import { allOf } from '@/api/filter';
import { firstRecordsQuery } from '@/api/records';
import { soqlQuery } from '@/api/soql';
import type { Filter, ObjectInfo } from '@/api/types';
import { useRegion } from '@/i18n/region';
import { momentOfWall } from '@/lib/zone';
import type { ShownDays } from '@/ui/calendar/use-calendar';

/** More entries than that fit into no month. */
export const mostEntries = 1000;

/** The records of a list between two days, and how many it has without a date. */
export function useSpan(object: ObjectInfo, date: DateField, columns: readonly Column[], asked: Filter | null, { from, to }: ShownDays) {
  const { timeZone } = useRegion();
  const dayOrMoment = (wall: Date) => (date.hasClock ? momentOfWall(wall, timeZone) : wall.toISOString().slice(0, 10));
  const needed = ['all_day', 'recurrence'].filter((name) => fieldOf(object, name));
  const fields = [...new Set([...fieldsToAsk(columns, object), date.field.name, ...(date.until ? [date.until.name] : []), ...needed])];
  const records = useQuery({
    ...firstRecordsQuery({ object: object.name, fields, filter: allOf([asked, within(date, dayOrMoment(from), dayOrMoment(to))]), sort: date.field.name }, mostEntries),
    // Until the calendar is drawn, nobody knows which days it shows.
    enabled: from < to,
    placeholderData: (before) => before,
  });
  const { data: dateless } = useQuery({
    ...soqlQuery(object.name, `SELECT COUNT(id) n FROM ${object.name}`, allOf([asked, { field: date.field.name, op: 'is_empty' }])),
    enabled: !date.field.required && !date.field.system,
  });
  return { ...records, dateless: Number(dateless?.[0]?.n ?? 0) };
}
