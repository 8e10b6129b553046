import { infiniteQueryOptions, type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useFirstAnswers } from '@/lib/first-answers';
import { request } from './client';
import type { JobState } from './jobs';

export const notificationTypes = ['assigned', 'shared', 'mentioned', 'task_due', 'event_starts', 'job'] as const;
export type NotificationType = (typeof notificationTypes)[number];

interface Named {
  object: string;
  id: string;
  name: string;
}

/** One thing that somebody was told. */
export interface Notification {
  id: number;
  type: NotificationType;
  at: string;
  read: boolean;
  /** How many records it is about. */
  count: number;
  /** Who did it, as far as that may be known. */
  actor: Named | null;
  /** By which kind of record it was shared: a share, or a member of a team. */
  by?: string;
  /** Of what somebody is reminded, as far as they may know it. */
  due_date?: string;
  starts_at?: string;
  all_day?: boolean;
  job?: { id: number; kind: string; label: string; state: JobState; run: number | null };
}

/** What concerns the same record, or the same act. */
export interface NotificationGroup {
  key: string;
  read: boolean;
  at: string;
  snoozed_until: string | null;
  /** Null when it is about several, or cannot be seen any more. */
  record: Named | null;
  object: string | null;
  /** The first of several. */
  records: string[];
  /** The newest first. */
  notifications: [Notification, ...Notification[]];
}

export type Shown = 'all' | 'unread' | 'snoozed';

export interface Unread {
  unread: number;
  /** When the next one comes back that was put off. */
  next_at: string | null;
}

interface Page extends Unread {
  groups: NotificationGroup[];
  next: string | null;
}

const key = ['notifications'] as const;

/** Asks again for all that is shown of them. */
export const refreshNotifications = (queries: QueryClient) => queries.invalidateQueries({ queryKey: key });

// The longest that browsers count.
const longestWait = 2 ** 31 - 1;

/** Milliseconds until one comes back that was put off: nobody tells that. */
const untilNext = (next: string | null | undefined) => (next ? Math.min(Math.max(Date.parse(next) - Date.now(), 500), longestWait) : false);

const unreadQuery = queryOptions({
  queryKey: [...key, 'unread'] as const,
  queryFn: ({ signal }) => request<Unread>('/notifications/unread', { signal }),
  staleTime: 60_000,
  refetchInterval: ({ state }) => untilNext(state.data?.next_at),
});

/** How much there is that has not been read; undefined until it is known. */
export const useUnread = (): number | undefined => useQuery({ ...unreadQuery, enabled: useFirstAnswers() }).data?.unread;

export const notificationsQuery = (show: Shown) =>
  infiniteQueryOptions({
    queryKey: [...key, 'list', show] as const,
    queryFn: ({ pageParam, signal }) => request<Page>('/notifications', { query: { show, cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }: Page) => next ?? undefined,
    refetchInterval: ({ state }) => untilNext(state.data?.pages[0]?.next_at),
  });

/** One group, or all that had happened until a moment. */
export type Chosen = { group: string } | { until: string };

/** What can be done with them; everything shown is asked for again. */
export function useNotificationActions(onError: (error: Error) => void) {
  const queries = useQueryClient();
  const settled = { onError, onSettled: () => refreshNotifications(queries) };
  const mark = useMutation({ mutationFn: (change: Chosen & { read: boolean }) => request('/notifications/read', { method: 'POST', body: change }), ...settled });
  const snooze = useMutation({ mutationFn: (change: { group: string; until: string | null }) => request('/notifications/snooze', { method: 'POST', body: change }), ...settled });
  return { mark: mark.mutate, snooze: snooze.mutate };
}

export interface NotificationSetting {
  type: NotificationType;
  channels: { app: boolean };
}

interface Settings {
  types: NotificationSetting[];
}

export const notificationSettingsQuery = queryOptions({
  queryKey: ['notification-settings'] as const,
  queryFn: async ({ signal }) => (await request<Settings>('/notifications/settings', { signal })).types,
});

export const changeNotificationSettings = async (change: Partial<Record<NotificationType, { app: boolean }>>) => (await request<Settings>('/notifications/settings', { method: 'PATCH', body: change })).types;
