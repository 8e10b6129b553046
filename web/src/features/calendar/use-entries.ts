import type { EventInput } from '@fullcalendar/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { fieldOf, useCatalogue } from '@/api/catalogue';
import { agendaQuery, type BusyTime } from '@/api/agenda';
import { shortListQuery } from '@/api/records';
import type { Condition } from '@/api/types';
import { useRegion } from '@/i18n/region';
import { useText } from '@/i18n/use-text';
import { momentOfWall } from '@/lib/zone';
import { entryOfBusyTime, entryOfEvent, entryOfTask } from './calendar-model';

const taskFields = ['id', 'version', 'subject', 'status', 'due_date', 'due_time', 'reminder_at', 'is_closed', 'owner_id', 'owner.name'];
const most = 2000;

/** Meetings and tasks between two days, of these people. */
export function useEntries(from: Date, to: Date, people: string[]) {
  const t = useText();
  const { timeZone } = useRegion();
  const catalogue = useCatalogue();
  const [event, task] = [catalogue.find('event'), catalogue.find('task')];
  const whose: Condition = people.length === 1 ? { field: 'owner_id', op: '=', value: people[0] ?? 'me' } : { field: 'owner_id', op: 'in', value: people };
  const before = (field: string, op: '<' | '>=', value: string): Condition => ({ field, op, value });
  const [start, end] = [momentOfWall(from, timeZone), momentOfWall(to, timeZone)];
  const days = [from.toISOString().slice(0, 10), to.toISOString().slice(0, 10)] as const;
  // Until the calendar is drawn, nobody knows which days it shows.
  const known = from < to;
  const events = useQuery({
    ...agendaQuery(start, end, people),
    enabled: known && event !== undefined && fieldOf(event, 'starts_at') !== undefined,
    placeholderData: (earlier) => earlier,
  });
  const tasks = useQuery({
    ...shortListQuery({ object: 'task', fields: taskFields, filter: { and: [whose, before('due_date', '>=', days[0]), before('due_date', '<', days[1])] }, sort: 'due_date', limit: most }),
    enabled: known && task !== undefined,
    placeholderData: (earlier) => earlier,
  });
  const several = people.length > 1;
  // A colour alone would not tell whose something is.
  const { data: named } = useQuery({ ...shortListQuery({ object: 'user', fields: ['id', 'name'], filter: { field: 'id', op: 'in', value: people }, sort: 'name', limit: 100 }), enabled: several });
  const entries = useMemo(() => {
    const names = new Map(named?.map(({ id, name }) => [id, String(name)]));
    const told = (entry: EventInput, owner: unknown): EventInput => (several ? { ...entry, extendedProps: { ...entry.extendedProps, whose: names.get(String(owner)) } } : entry);
    return [
      ...(events.data ?? []).map((each) => told('busy' in each ? entryOfBusyTime(each as BusyTime, timeZone, t('calendar.busy')) : entryOfEvent(each, timeZone, several), each.owner_id)),
      ...(tasks.data ?? []).map((record) => told(entryOfTask(record, several), record.owner_id)),
    ];
  }, [events.data, tasks.data, named, timeZone, several, t]);
  return {
    entries,
    error: events.error ?? tasks.error,
    refetch: () => Promise.all([events.refetch(), tasks.refetch()]),
  };
}
