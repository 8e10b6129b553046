import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import { recordsKey } from './records';
import type { Json, RecordData } from './types';

/** An event as the calendar shows it. One that recurs comes once for each time, and says which it is. */
export type AgendaEvent = RecordData & { occurrence?: string };

/** Time of a colleague that something private takes: when, and nothing else. */
export interface BusyTime {
  busy: true;
  starts_at: string;
  ends_at: string;
  all_day: boolean;
  owner_id: string;
}

/** Events of these people that lie between two moments; fresh as long as no event changes. */
export const agendaQuery = (from: string, to: string, owners: readonly string[]) =>
  queryOptions({
    queryKey: [...recordsKey('event'), 'agenda', from, to, owners] as const,
    queryFn: async ({ signal }) => (await request<{ events: (AgendaEvent | BusyTime)[] }>('/agenda', { query: { from, to, owners: owners.join(',') }, signal })).events,
  });

/** Which times of a recurring event are meant: the one, that and all after it, or all. */
export const scopes = ['this', 'following', 'all'] as const;
export type Scope = (typeof scopes)[number];

interface Acted {
  event: string;
  change_set: number;
}

const act = (action: string, event: AgendaEvent, body: Record<string, Json>) =>
  request<Acted>(`/records/event/${event.id}/actions/${action}`, { method: 'POST', body: { ...body, occurrence: event.occurrence ?? null } });

export const changeOccurrences = (event: AgendaEvent, scope: Scope, changes: Record<string, Json>) => act('change_occurrences', event, { scope, changes });

export const deleteOccurrences = (event: AgendaEvent, scope: Scope) => act('delete_occurrences', event, { scope });
