import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Catalogue, fieldOf, useCatalogue } from '@/api/catalogue';
import { shortListQuery } from '@/api/records';
import type { Filter, ObjectInfo, RecordData } from '@/api/types';
import { allOf } from '@/api/filter';
import { useRegion } from '@/i18n/region';
import { addDays } from '@/lib/day';
import { momentText, startOfDay } from '@/lib/zone';
import { activityFilter, activityObjects, timeFieldOf } from './activities';
import { entryOf, type TimelineEntry } from './timeline-model';

const wanted = ['subject', 'title', 'name', 'body', 'description', 'outcome', 'status', 'is_closed', 'completed_at', 'due_date', 'due_time', 'starts_at', 'started_at', 'duration', 'location', 'pinned', 'owner_id', 'contact_id', 'created_at', 'version'];

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
  const field = timeFieldOf(activity);
  const hasClock = fieldOf(activity, field)?.type !== 'date';
  const beginOf = (day: string) => (hasClock ? momentText(startOfDay(day, timeZone)) : day);
  return allOf([
    person && fieldOf(activity, 'owner_id') ? { field: 'owner_id', op: '=', value: person } : null,
    from ? { field, op: '>=', value: beginOf(from) } : null,
    until ? { field, op: '<', value: beginOf(addDays(until, 1)) } : null,
  ]);
}

/** Everything that happened with a record and will, or what lies in the range. Who asks twice on a page is answered once. */
export function useTimeline(object: ObjectInfo, record: RecordData, range: TimelineRange = {}) {
  const { timeZone } = useRegion();
  const catalogue = useCatalogue();
  const activities = useMemo(() => (hasTimeline(object, catalogue) ? activityObjects(catalogue) : []), [object, catalogue]);
  const answers = useQueries({
    queries: activities.map((activity) => shortListQuery({ object: activity.name, fields: askFor(activity), filter: allOf([activityFilter(activity, object, record), rangeFilter(activity, range, timeZone)]), sort: `-${timeFieldOf(activity)}`, limit: 100 })),
  });
  const now = new Date();
  const entries: TimelineEntry[] = answers.flatMap((answer, index) => {
    const activity = activities[index];
    return activity ? (answer.data ?? []).map((each) => entryOf(activity, each, now, timeZone)) : [];
  });
  return {
    activities,
    entries,
    loaded: answers.every((answer) => answer.data !== undefined),
    error: answers.find((answer) => answer.error)?.error,
    retry: () => answers.forEach((answer) => void answer.refetch()),
  };
}
