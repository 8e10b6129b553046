import { queryOptions } from '@tanstack/react-query';
import { request } from './client';

/** A browser in which the person is logged in. */
export interface Session {
  id: string;
  /** What the browser says of itself. */
  device: string;
  address: string;
  created_at: string;
  used_at: string;
  /** The one that asks. */
  current: boolean;
}

/** The latest used first. Always fresh: somebody who looks wants to know who is there now. */
export const sessionsQuery = queryOptions({
  queryKey: ['sessions'] as const,
  queryFn: async ({ signal }) => (await request<{ sessions: Session[] }>('/sessions', { signal })).sessions,
  staleTime: 0,
});

export const endSession = (id: string) => request<undefined>(`/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' });
