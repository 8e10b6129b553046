import type { QueryClient } from '@tanstack/react-query';
import { type Catalogue, fieldOf, type Known } from '@/api/catalogue';
import { columnsOf, fieldsToAsk } from '@/api/columns';
import { looseEndsQuery } from '@/api/next-steps';
import type { ListRequest } from '@/api/list-request';
import { shortListQuery } from '@/api/records';
import type { Filter, Me, ObjectInfo } from '@/api/types';

/** The first few records of a list, as a panel shows them. */
export interface ShortListAsked {
  object: string;
  /** Under the name; fields that the object does not have are left out, here and in `end`. */
  details: string[];
  /** At the end of the row. */
  end: string[];
  filter: Filter | null;
  sort: string;
  limit: number;
}

export const closing: ShortListAsked = {
  object: 'opportunity',
  details: ['stage_id', 'account_id'],
  end: ['amount', 'close_date'],
  filter: {
    and: [
      { field: 'owner_id', op: '=', value: 'me' },
      { field: 'is_closed', op: '=', value: false },
      { or: [{ field: 'close_date', op: '=', value: 'THIS_MONTH' }, { field: 'close_date', op: '<', value: 'TODAY' }] },
    ],
  },
  sort: 'close_date',
  limit: 8,
};

export const newLeads = (me: Me): ShortListAsked => ({
  object: 'lead',
  details: ['company'],
  end: ['created_at'],
  filter: { field: 'owner_id', op: '=', value: me.user.id },
  sort: '-created_at',
  limit: 5,
});

export const changed: ShortListAsked = { object: 'contact', details: ['account_id'], end: ['updated_at'], filter: null, sort: '-updated_at', limit: 6 };

export const openTasks = (me: Me): Filter => ({ and: [{ field: 'owner_id', op: '=', value: me.user.id }, { field: 'is_closed', op: '=', value: false }] });

export const nextMeetings: Filter = { and: [{ field: 'owner_id', op: '=', value: 'me' }, { field: 'starts_at', op: '>=', value: 'TODAY' }] };

// Who has more open tasks than this works from the list.
export const mostTasks = 100;

/** How many of the deals that nothing is planned for are shown. */
export const mostLooseEnds = 6;

export function shortListRequest({ details, end, filter, sort, limit }: ShortListAsked, object: ObjectInfo, catalogue: Catalogue): ListRequest {
  return { object: object.name, fields: fieldsToAsk([...columnsOf(details, object, catalogue), ...columnsOf(end, object, catalogue)], object), filter, sort, limit };
}

export const tasksRequest = (object: ObjectInfo, me: Me): ListRequest => ({
  object: object.name,
  fields: ['id', 'version', 'subject', 'due_date', 'status', 'is_closed', ...(fieldOf(object, 'related_to_id') ? ['related_to_id'] : []), ...(fieldOf(object, 'contact_id') ? ['contact_id', 'contact.name'] : [])],
  filter: openTasks(me),
  sort: 'due_date',
  limit: mostTasks,
});

export const meetingsRequest = (object: ObjectInfo): ListRequest => ({ object: object.name, fields: ['id', 'subject', 'starts_at', 'location', 'contact_id', 'contact.name'], filter: nextMeetings, sort: 'starts_at', limit: 5 });

/** Asks for what all panels show. */
export function ask(queries: QueryClient, { me, catalogue }: Pick<Known, 'me' | 'catalogue'>): Promise<unknown> {
  const [task, event] = [catalogue.find('task'), catalogue.find('event')];
  const lists = [closing, newLeads(me), changed].flatMap((asked) => {
    const object = catalogue.find(asked.object);
    return object ? [shortListRequest(asked, object, catalogue)] : [];
  });
  const asked = [...(task ? [tasksRequest(task, me)] : []), ...(event ? [meetingsRequest(event)] : []), ...lists].map((list) => queries.prefetchQuery(shortListQuery(list)));
  if (task && catalogue.find('opportunity')) asked.push(queries.prefetchQuery(looseEndsQuery(me.user.id, mostLooseEnds)));
  return Promise.all(asked);
}
