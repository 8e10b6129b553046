import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Catalogue, fieldOf, useCatalogue } from '@/api/catalogue';
import { firstRecordsQuery } from '@/api/records';
import type { Filter, ObjectInfo, RecordData } from '@/api/types';
import { allOf } from '@/api/filter';
import { useRegion } from '@/i18n/region';
import { addDays } from '@/lib/day';
import { momentText, startOfDay } from '@/lib/zone';
import { activityFilter, activityObjects, dealPeopleQuery, isFinished, orderOf, timeFieldOf } from './activities';
import { entryOf, type TimelineStream } from './timeline-model';

const wanted = ['subject', 'title', 'name', 'body', 'description', 'outcome', 'status', 'is_closed', 'completed_at', 'due_date', 'due_time', 'starts_at', 'started_at', 'duration', 'location', 'pinned', 'owner_id', 'related_to_id', 'contact_id', 'created_at', 'version'];

function askFor(activity: ObjectInfo): string[] {
  const own = wanted.filter((name) => fieldOf(activity, name));
  return ['id', ...own, ...(fieldOf(activity, 'owner_id') ? ['owner.name'] : []), ...(fieldOf(activity, 'contact_id') ? ['contact.name'] : [])];
}

/** Things happen with customers and deals, not with settings and not with what happens itself. */
export function hasTimeline(object: ObjectInfo, catalogue: Catalogue): boolean {
  const activities = activityObjects(catalogue);
  return activities.length > 0 && !activities.includes(object) && !object.administrative;
}

/** What is left of a timeline: of one person, between two days. */
export interface TimelineRange {
  person?: string;
  from?: string;
  until?: string;
}

/** Asked of the server: what lies far back is not among the latest, which are there. */
function rangeFilter(activity: ObjectInfo, { person, from, until }: TimelineRange, timeZone: string): Filter | null {
  const between = (field: string): Filter | null => {
    const hasClock = fieldOf(activity, field)?.type !== 'date';
    const beginOf = (day: string) => (hasClock ? momentText(startOfDay(day, timeZone)) : day);
    return allOf([from ? { field, op: '>=', value: beginOf(from) } : null, until ? { field, op: '<', value: beginOf(addDays(until, 1)) } : null]);
  };
  const when = (closed: boolean, field: string) => allOf([{ field: 'is_closed', op: '=', value: closed }, between(field)]) ?? [];
  const days = !from && !until ? null : isFinished(activity) ? { or: [when(false, timeFieldOf(activity)), when(true, 'completed_at')].flat() } : between(timeFieldOf(activity));
  return allOf([person && fieldOf(activity, 'owner_id') ? { field: 'owner_id', op: '=', value: person } : null, days]);
}

/** How many entries of each kind a timeline begins with, and how many more it shows when it is asked for older ones. */
export const firstEntries = 100;
export const moreEntries = 200;

/** The newest of what happened with a record and will, up to so many of each kind, or of what lies in the range. Who asks twice on a page is answered once. */
export function useTimeline(object: ObjectInfo, record: RecordData, range: TimelineRange = {}, most = firstEntries) {
  const { timeZone } = useRegion();
  const queries = useQueryClient();
  const catalogue = useCatalogue();
  const { data: people, isPending } = useQuery({ ...dealPeopleQuery(record.id), enabled: object.name === 'opportunity' });
  const activities = useMemo(() => (hasTimeline(object, catalogue) ? activityObjects(catalogue) : []), [object, catalogue]);
  const answers = useQueries({
    queries: activities.map((activity) => {
      const asked = { object: activity.name, fields: askFor(activity), filter: allOf([activityFilter(activity, object, record, people), rangeFilter(activity, range, timeZone)]), sort: orderOf(activity) };
      // All from the newest on, not only what comes next: what is added meanwhile moves no entry over the seam.
      return { ...firstRecordsQuery(asked, most), enabled: object.name !== 'opportunity' || !isPending, placeholderData: () => queries.getQueryData(firstRecordsQuery(asked, most - moreEntries).queryKey) };
    }),
  });
  const now = new Date();
  const streams: TimelineStream[] = activities.map((activity, index) => {
    const page = answers[index]?.data;
    return { activity, entries: (page?.records ?? []).map((each) => entryOf(activity, each, now, timeZone)), more: (page?.next ?? null) !== null };
  });
  return {
    streams,
    entries: streams.flatMap(({ entries }) => entries),
    /** Older ones are on their way. */
    busy: answers.some((answer) => answer.isPlaceholderData),
    loaded: answers.every((answer) => answer.data !== undefined),
    error: answers.find((answer) => answer.error)?.error,
    retry: () => answers.forEach((answer) => void answer.refetch()),
  };
}
