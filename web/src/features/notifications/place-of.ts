import type { LinkProps } from '@tanstack/react-router';
import type { NotificationGroup } from '@/api/notifications';
import type { Filter } from '@/api/types';

/** Where a group leads: to its record, to the list of its records, to the work; nowhere when what it is about cannot be seen. */
export function placeOf({ record, object, records, notifications: [{ job }] }: NotificationGroup, administrator: boolean): Pick<LinkProps, 'to' | 'params' | 'search'> | undefined {
  if (record) return { to: '/o/$object/$id', params: { object: record.object, id: record.id } };
  if (object && records.length > 0) return { to: '/o/$object', params: { object }, search: { filter: { field: 'id', op: 'in', value: records } satisfies Filter } };
  if (job?.kind === 'import' && job.run !== null) return { to: '/imports/$id', params: { id: String(job.run) } };
  return job && administrator ? { to: '/setup/area/$area', params: { area: 'jobs' } } : undefined;
}
