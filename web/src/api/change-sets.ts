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

/** Undoes change sets, the latest first. Throws with the first reason when a part of it has to stay. */
export type Undo = (changeSets: readonly number[]) => Promise<void>;

export function useUndo(): Undo {
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
