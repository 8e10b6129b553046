import { useQuery } from '@tanstack/react-query';
import { useCatalogue, useMe } from '@/api/catalogue';
import { columnsOf, fieldsToAsk } from '@/api/columns';
import { shortListQuery } from '@/api/records';
import type { ObjectInfo } from '@/api/types';

/** What is told of a task, in that order. */
export const told = ['due_date', 'due_time', 'type', 'priority', 'related_to_id', 'contact_id', 'description'];

/** Who has more open tasks than this meets the others when these are done. */
const most = 200;

/** The person's open tasks, what is due first before what is due later. */
export function useQueue(object: ObjectInfo) {
  const me = useMe();
  const catalogue = useCatalogue();
  const fields = [...new Set([...fieldsToAsk(columnsOf(told, object, catalogue), object), 'subject', 'status', 'is_closed', 'version'])];
  const asked = { object: object.name, fields, filter: { and: [{ field: 'owner_id', op: '=' as const, value: me.user.id }, { field: 'is_closed', op: '=' as const, value: false }] }, sort: 'due_date', limit: most };
  const { data, ...rest } = useQuery(shortListQuery(asked));
  return { tasks: data?.filter((task) => task.is_closed !== true), ...rest };
}
