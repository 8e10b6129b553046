import { queryOptions } from '@tanstack/react-query';
import { request } from './client';

export const jobStates = ['waiting', 'running', 'failed', 'done', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

/** Work in the background, as docs/jobs.md tells it. */
export interface Job {
  id: number;
  kind: string;
  label: string;
  state: JobState;
  user: { id: string; name: string } | null;
  attempts: number;
  progress: { done: number; total: number; note: string };
  failure: { code: string; message: string } | null;
  due_at: string | null;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
}

/** The newest jobs, of one state or of all; asked for again when the server tells that something happened to one. */
export const jobsQuery = (state: JobState | '') =>
  queryOptions({
    queryKey: ['jobs', state] as const,
    queryFn: ({ signal }) => request<{ jobs: Job[] }>('/jobs', { query: { state, limit: 200 }, signal }),
  });

/** One job; asked for again when the server tells how far it is. */
export const jobQuery = (id: number) =>
  queryOptions({
    queryKey: ['jobs', 'one', id] as const,
    queryFn: ({ signal }) => request<Job>(`/jobs/${id}`, { signal }),
    staleTime: 0,
  });

export const retryJob = (id: number) => request<Job>(`/jobs/${id}/retry`, { method: 'POST', body: {} });

/** What it has done stays. */
export const cancelJob = (id: number) => request<Job>(`/jobs/${id}`, { method: 'DELETE' });
