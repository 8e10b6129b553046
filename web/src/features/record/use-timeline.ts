import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Catalogue, fieldOf, useCatalogue } from '@/api/catalogue';
import { shortListQuery } from '@/api/records';
import type { ObjectInfo, RecordData } from '@/api/types';
import { useRegion } from '@/i18n/region';
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

/** Everything that happened with a record and will. Who asks twice on a page is answered once. */
export function useTimeline(object: ObjectInfo, record: RecordData) {
  const { timeZone } = useRegion();
  const catalogue = useCatalogue();
  const activities = useMemo(() => (hasTimeline(object, catalogue) ? activityObjects(catalogue) : []), [object, catalogue]);
  const answers = useQueries({
    queries: activities.map((activity) => shortListQuery({ object: activity.name, fields: askFor(activity), filter: activityFilter(activity, object, record), sort: `-${timeFieldOf(activity)}`, limit: 100 })),
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
