import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useText } from '@/i18n/use-text';
import { request } from './client';
import type { ChangeSet, ChangeSetDetail, UndoReport } from './types';

export type OnConflict = 'keep' | 'overwrite';

export const undoChangeSet = (id: number, conflicts: OnConflict = 'keep') => request<UndoReport>(`/change_sets/${id}/undo`, { method: 'POST', body: { conflicts } });

/** What everybody has done, newest first; for administrators. */
export const auditQuery = infiniteQueryOptions({
  queryKey: ['change-sets', 'all'] as const,
  queryFn: ({ pageParam, signal }) => request<{ change_sets: ChangeSet[]; next: string | null }>('/change_sets', { query: { user: 'all', cursor: pageParam ?? undefined }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

/** One change set with the first of its lines; asks again every second while a long undo runs. */
export const changeSetQuery = (id: number) =>
  queryOptions({
    queryKey: ['change-sets', 'one', id] as const,
    queryFn: ({ signal }) => request<ChangeSetDetail>(`/change_sets/${id}`, { query: { limit: 100 }, signal }),
    refetchInterval: (query) => (query.state.data?.state === 'running' ? 1000 : false),
  });

/**
 * The change set in which one has just changed this record, asked for right after: what one does later is another one.
 *
 * Throws when it is not found. Whoever waits for it later hears so then.
 */
export function latestChangeSet(record: string): Promise<number> {
  const asked = request<{ change_sets: ChangeSet[] }>('/change_sets', { query: { record, limit: 1 } }).then(({ change_sets: [latest] }) => {
    if (!latest) throw new Error(`No change set of ${record} was found.`);
    return latest.id;
  });
  asked.catch(() => undefined);
  return asked;
}

/** Undoes change sets, the latest first. Throws with the first reason when a part of it has to stay. */
export function useUndo(): (changeSets: readonly number[]) => Promise<void> {
  const t = useText();
  const queries = useQueryClient();
  return useCallback(
    async (changeSets) => {
      try {
        const reports: UndoReport[] = [];
        for (const id of changeSets.toReversed()) reports.push(await undoChangeSet(id));
        const kept = reports.reduce((sum, report) => sum + report.conflict_count, 0);
        const first = reports.find((report) => report.conflict_count > 0)?.conflicts[0];
        if (first) throw new Error(t('undo.kept', { count: kept, reason: first.message }));
      } finally {
        void queries.invalidateQueries({ queryKey: ['records'] });
      }
    },
    [t, queries],
  );
}
