import type { Catalogue } from '@/api/catalogue';
import { fieldOf } from '@/api/catalogue';
import { soqlQuery } from '@/api/soql';
import type { Filter, Json, ObjectInfo, RecordData } from '@/api/types';

/** Things that happen with records: tasks, events, calls, notes, and custom objects of the same shape. */
export function activityObjects(catalogue: Catalogue): ObjectInfo[] {
  return catalogue.objects.filter((object) => !object.hidden && object.name !== 'file' && fieldOf(object, 'related_to_id') !== undefined);
}

/** The field that says when an activity is or was. */
export function timeFieldOf(activity: ObjectInfo): string {
  return ['starts_at', 'started_at', 'due_date', 'created_at'].find((name) => fieldOf(activity, name)) ?? 'created_at';
}

/** The newest first. What is planned or pinned stands before all, so that no page leaves it out; what is done stands by when that was. */
export function orderOf(activity: ObjectInfo): string {
  if (isFinished(activity)) return `is_closed,-completed_at,${timeFieldOf(activity)}`;
  return `${fieldOf(activity, 'pinned') ? '-pinned,' : ''}-${timeFieldOf(activity)}`;
}

/** Whether activities of that kind are done at a time of their own: tasks are. */
export const isFinished = (activity: ObjectInfo) => fieldOf(activity, 'is_closed') !== undefined && fieldOf(activity, 'completed_at') !== undefined;

/** Who has a say in a deal. */
export const dealPeopleQuery = (deal: string) => ({
  ...soqlQuery('opportunity_contact_role', `SELECT contact_id FROM opportunity_contact_role WHERE opportunity_id = '${deal}'`),
  select: (records: RecordData[]) => records.map((record) => record.contact_id),
});

/** The activities of a record. A person's are those with them, a company's and a deal's include those with its people, unless they are about another deal. */
export function activityFilter(activity: ObjectInfo, object: ObjectInfo, record: RecordData, people: readonly (Json | undefined)[] = []): Filter {
  const direct: Filter = { field: 'related_to_id', op: '=', value: record.id };
  if (!fieldOf(activity, 'contact_id')) return direct;
  if (object.name === 'contact') return { or: [direct, { field: 'contact_id', op: '=', value: record.id }] };
  if (object.name === 'account') return { or: [direct, { field: 'contact.account_id', op: '=', value: record.id }] };
  const contacts = [...new Set([record.contact_id, ...people])].filter((id) => typeof id === 'string');
  if (object.name === 'opportunity' && contacts.length > 0) return { or: [direct, { and: [{ field: 'contact_id', op: 'in', value: contacts }, { field: 'related_to.pipeline_id', op: 'is_empty' }] }] };
  return direct;
}

/** What a new activity of this record begins with. */
export function activityPreset(activity: ObjectInfo, object: ObjectInfo, record: RecordData): Record<string, string> {
  const contact: Record<string, string> = object.name === 'contact' && fieldOf(activity, 'contact_id') ? { contact_id: record.id } : {};
  return { related_to_id: record.id, ...contact };
}
