import { infiniteQueryOptions, type QueryClient, QueryObserver, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useText } from '@/i18n/use-text';
import { request } from './client';
import type { ChangeSet, FieldType, HistoryEntry, Json, RecordName } from './types';

export interface ChangeSetDetail extends ChangeSet {
  changes: (HistoryEntry & { record: RecordName })[];
  next: string | null;
  /** Of an undo only. */
  report?: UndoReport;
  /** Of what was done to tags only. */
  replaced?: TagReport;
  /** Of a change of a field's type only. */
  type_change?: { label: string; from: FieldType; to: FieldType; converted: number; lost: number };
}

/** What became of replacing tags. */
export interface TagReport {
  /** Records. */
  changed: number;
  /** Those that refused, and why one of them did. */
  kept: number;
  reason: string;
}

/** What was changed since, and therefore was not undone. */
export interface UndoConflict {
  record: RecordName;
  /** Without it, the record as a whole. */
  field?: string;
  label?: string;
  code: string;
  message: string;
  was?: Json;
  became?: Json;
  now?: Json;
  changed_by?: { id: string | null; name: string };
  changed_at?: string;
}

export interface UndoReport {
  change_set: number | null;
  state: ChangeSet['state'];
  undone: number;
  unchanged: number;
  conflict_count: number;
  conflicts: UndoConflict[];
}

export type OnConflict = 'keep' | 'overwrite';

export const undoChangeSet = (id: number, conflicts: OnConflict = 'keep') => request<UndoReport>(`/change_sets/${id}/undo`, { method: 'POST', body: { conflicts } });

/** What undoing it would do, and what would stay. */
export const previewUndo = (id: number) => request<UndoReport>(`/change_sets/${id}/undo`, { method: 'POST', body: { dry_run: true } });

export interface AuditRequest {
  /** Id of the person; everybody when absent. */
  user?: string;
  /** Of whose records something was changed. */
  object?: string;
  /** From that moment on, and before that one. */
  from?: string;
  until?: string;
}

/** What people have done, newest first; for administrators. */
export const auditQuery = ({ user = 'all', ...narrowed }: AuditRequest) =>
  infiniteQueryOptions({
    queryKey: ['change-sets', 'all', user, narrowed] as const,
    queryFn: ({ pageParam, signal }) => request<{ change_sets: ChangeSet[]; next: string | null }>('/change_sets', { query: { user, ...narrowed, cursor: pageParam ?? undefined }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** How many other records went into the trash with those that somebody deleted, as far as one may see them. */
export async function alsoDeleted(changeSets: readonly number[], deleted: readonly string[]): Promise<number> {
  const details = await Promise.all(changeSets.map((id) => request<ChangeSetDetail>(`/change_sets/${id}`, { query: { limit: 500 } })));
  const gone = details.flatMap(({ changes }) => changes.filter(({ operation }) => operation === 'delete').map(({ record }) => record.id));
  return new Set(gone.filter((id) => !deleted.includes(id))).size;
}

export const getChangeSet = (id: number, signal: AbortSignal) => request<ChangeSetDetail>(`/change_sets/${id}`, { query: { limit: 100 }, signal });

/** One change set with the first of its lines; asked for again when the server tells how far a long undo is. */
export const changeSetQuery = (id: number) =>
  queryOptions({
    queryKey: ['change-sets', 'one', id] as const,
    queryFn: ({ signal }) => getChangeSet(id, signal),
  });

/** A change that takes long, when the server has ended it. Throws when it did not come to its end. */
function ended(queries: QueryClient, id: number, stopped: string): Promise<ChangeSetDetail> {
  return new Promise((resolve, reject) => {
    const stop = new QueryObserver(queries, { ...changeSetQuery(id), staleTime: 0 }).subscribe(({ data, error, isFetching }) => {
      if (error) end(() => reject(error));
      else if (data && !isFetching && data.state !== 'running') end(() => (data.state === 'done' ? resolve(data) : reject(new Error(stopped))));
    });
    // The first answer may come while subscribe() has not answered yet.
    const end = (settle: () => void) => queueMicrotask(() => {
      stop();
      settle();
    });
  });
}

/** What was started, once it is done: at once, unless it goes on in the background. Throws when it did not come to its end. */
export async function whenDone<T extends { state: ChangeSet['state']; change_set: number | null }>(queries: QueryClient, started: T, stopped: string): Promise<T> {
  if (started.state === 'done' || started.change_set === null) return started;
  const { report, replaced } = await ended(queries, started.change_set, stopped);
  return { ...started, ...report, ...replaced, state: 'done' };
}

/** Undoes change sets, the latest first; a long one goes on in the background, and is waited for. Throws with the first reason when a part of it has to stay. */
export type Undo = (changeSets: readonly number[]) => Promise<void>;

export function useUndo(): Undo {
  const t = useText();
  const queries = useQueryClient();
  return useCallback(
    async (changeSets) => {
      try {
        const reports: UndoReport[] = [];
        for (const id of changeSets.toReversed()) reports.push(await whenDone(queries, await undoChangeSet(id), t('undo.stopped')));
        const kept = reports.reduce((sum, report) => sum + report.conflict_count, 0);
        const first = reports.find((report) => report.conflict_count > 0)?.conflicts[0];
        if (first) throw new Error(t('undo.kept', { count: kept, reason: first.message }));
      } finally {
        void queries.invalidateQueries({ queryKey: ['records'] });
        void queries.invalidateQueries({ queryKey: ['duplicates'] });
      }
    },
    [t, queries],
  );
}

/** The undo of a toast about that change set; none where nothing was changed. */
export function useUndoOf(): (changeSet: number | undefined) => (() => Promise<void>) | undefined {
  const undo = useUndo();
  return useCallback((changeSet) => (changeSet === undefined ? undefined : () => undo([changeSet])), [undo]);
}
