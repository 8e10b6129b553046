import { queryOptions } from '@tanstack/react-query';
import { request } from './client';

/** A backup that the server keeps. */
export interface Backup {
  name: string;
  made_at: string;
  bytes: number;
  rows: number;
  /** Of the program that made it. */
  version: string;
  /** When it was restored for a try and found to be as it should. */
  verified_at: string | null;
}

export interface Backups {
  /** Where they lie on the server. */
  folder: string;
  schedule: { rule: string; time_zone: string; next_at: string | null } | null;
  /** The job that makes one at this moment. */
  job: number | null;
  backups: Backup[];
}

/** Newest first; asked for again when the server tells that one is made. */
export const backupsQuery = queryOptions({
  queryKey: ['backups'] as const,
  queryFn: ({ signal }) => request<Backups>('/backups', { signal }),
});

export const startBackup = () => request<{ job: number }>('/backups', { method: 'POST', body: {} });
