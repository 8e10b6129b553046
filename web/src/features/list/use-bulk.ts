import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { fieldOf } from '@/api/catalogue';
import { alsoDeleted, useUndo } from '@/api/change-sets';
import { removeRecords } from '@/api/record-cache';
import { recordsKey, runBatch } from '@/api/records';
import type { BatchOperation, BatchResult, Json, ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { useToast } from '@/ui/toast/use-toast';
import { inWords } from '@/lib/problem-words';

// Batches of this size keep each answer quick and the progress visible.
const batchSize = 200;

/** Each batch is a change set of its own. What was done before one does not come back stands: the others are told as refused. */
async function runAll(operations: BatchOperation[], onProgress: (done: number) => void) {
  const results: BatchResult[] = [];
  const changeSets: number[] = [];
  for (let at = 0; at < operations.length; at += batchSize) {
    try {
      const { answer, changeSet } = await runBatch(operations.slice(at, at + batchSize));
      if (changeSet !== undefined) changeSets.push(changeSet);
      results.push(...answer.results);
    } catch (error) {
      if (at === 0) throw error;
      const detail = reasonOf(error);
      results.push(...operations.slice(at).map(() => ({ result: 'failed', error: { title: detail, status: 0, code: 'unknown', detail } })));
    }
    if (results.length < operations.length) onProgress(results.length);
  }
  return { results, changeSets };
}

/** Why records were refused, the commonest reason first, each with how many it stopped. */
function reasonsOf(failed: readonly BatchResult[]): { reason: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { error } of failed) counts.set(error?.detail ?? '', (counts.get(error?.detail ?? '') ?? 0) + 1);
  return [...counts].map(([detail, count]) => ({ reason: inWords(detail), count })).toSorted((one, other) => other.count - one.count);
}

/** Changes many records at once: tells how far it is, how many were changed and why others were not, and takes it back. Answers the ids of those that were not. */
export function useBulk(object: ObjectInfo) {
  const t = useText();
  const toast = useToast();
  const queries = useQueryClient();
  const undo = useUndo();
  const [busy, setBusy] = useState(false);

  const run = useCallback(
    async (operations: BatchOperation[], done: 'bulk_deleted' | 'bulk_changed' | 'pasted' | 'cleared'): Promise<string[]> => {
      setBusy(true);
      try {
        const { results, changeSets } = await runAll(operations, (count) => toast({ text: t('list.bulk_progress', { done: count, count: operations.length }) }));
        const failed = results.filter((result) => result.result === 'failed');
        const count = results.length - failed.length;
        const reasons = reasonsOf(failed);
        const others = done === 'bulk_deleted' ? await alsoDeleted(changeSets, operations.map(({ id }) => id ?? '')).catch(() => 0) : 0;
        const went = others > 0 ? ` · ${t('record.deleted_with', { count: others })}` : '';
        toast({
          text: (failed.length > 0 ? t('list.bulk_partly', { count, failed: failed.length, reason: reasons[0]?.reason }) : t(`list.${done}`, { count })) + went,
          failed: failed.length > 0,
          details: reasons.length > 1 ? reasons.map((each) => t('list.reason_times', each)) : undefined,
          undo: changeSets.length > 0 ? () => undo(changeSets) : undefined,
        });
        return operations.flatMap(({ id }, index) => (id && results[index]?.result === 'failed' ? [id] : []));
      } catch (error) {
        toast({ text: reasonOf(error), failed: true });
        return operations.flatMap(({ id }) => id ?? []);
      } finally {
        setBusy(false);
        void queries.invalidateQueries({ queryKey: recordsKey(object.name) });
      }
    },
    [t, toast, queries, object, undo],
  );

  const remove = useCallback(
    (ids: string[]) => {
      removeRecords(queries, object.name, ids);
      return run(ids.map((id) => ({ operation: 'delete', object: object.name, id })), 'bulk_deleted');
    },
    [queries, run, object],
  );

  const change = useCallback(
    (ids: string[], changes: Record<string, Json>) => {
      const fields = Object.fromEntries(Object.entries(changes).filter(([name]) => fieldOf(object, name)));
      return run(ids.map((id) => ({ operation: 'update', object: object.name, id, fields })), 'bulk_changed');
    },
    [run, object],
  );
  /** Gives each record values of its own. */
  const changeEach = useCallback(
    (edits: readonly { id: string; fields: Record<string, Json> }[], done: 'pasted' | 'cleared') => run(edits.map(({ id, fields }) => ({ operation: 'update', object: object.name, id, fields })), done),
    [run, object],
  );
  return { busy, remove, change, changeEach };
}
