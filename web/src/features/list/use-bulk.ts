import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { fieldOf } from '@/api/catalogue';
import { useUndo } from '@/api/change-sets';
import { removeRecords } from '@/api/record-cache';
import { recordsKey, runBatch } from '@/api/records';
import type { BatchOperation, BatchResult, Json, ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { useToast } from '@/ui/toast/use-toast';
import { inWords } from '@/lib/problem-words';

// Batches of this size keep each answer quick and the progress visible.
const batchSize = 200;

/** Each batch is a change set of its own. */
async function runAll(operations: BatchOperation[]) {
  const results: BatchResult[] = [];
  const changeSets: number[] = [];
  for (let at = 0; at < operations.length; at += batchSize) {
    const { answer, changeSet } = await runBatch(operations.slice(at, at + batchSize));
    if (changeSet !== undefined) changeSets.push(changeSet);
    results.push(...answer.results);
  }
  return { results, changeSets };
}

/** Changes many records at once: tells how many were changed, why others were not, and takes it back. */
export function useBulk(object: ObjectInfo) {
  const t = useText();
  const toast = useToast();
  const queries = useQueryClient();
  const undo = useUndo();
  const [busy, setBusy] = useState(false);

  const run = useCallback(
    async (operations: BatchOperation[], done: 'bulk_deleted' | 'bulk_changed' | 'pasted' | 'cleared') => {
      setBusy(true);
      try {
        const { results, changeSets } = await runAll(operations);
        const failed = results.filter((result) => result.result === 'failed');
        const count = results.length - failed.length;
        toast({
          text: failed.length > 0 ? t('list.bulk_partly', { count, failed: failed.length, reason: inWords(failed[0]?.error?.detail ?? '') }) : t(`list.${done}`, { count }),
          failed: failed.length > 0,
          undo: changeSets.length > 0 ? () => undo(changeSets) : undefined,
        });
      } catch (error) {
        toast({ text: reasonOf(error), failed: true });
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
