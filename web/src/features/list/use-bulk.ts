import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { reasonOf } from '@/api/api-error';
import { fieldOf } from '@/api/catalogue';
import { request } from '@/api/client';
import { removeRecords } from '@/api/record-cache';
import { recordsKey, runBatch } from '@/api/records';
import type { BatchOperation, BatchResult, Json, ObjectInfo, RecordData, RecordPage } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { useToast } from '@/ui/toast/use-toast';

// Batches of this size keep each answer quick and the progress visible.
const batchSize = 200;

async function runAll(operations: BatchOperation[]): Promise<BatchResult[]> {
  const results: BatchResult[] = [];
  for (let at = 0; at < operations.length; at += batchSize) {
    results.push(...(await runBatch(operations.slice(at, at + batchSize))).results);
  }
  return results;
}

/** What these fields hold now, so that it can be put back. */
async function valuesOf(object: string, ids: string[], names: string[]): Promise<RecordData[]> {
  const records: RecordData[] = [];
  for (let at = 0; at < ids.length; at += batchSize) {
    const filter = JSON.stringify({ field: 'id', op: 'in', value: ids.slice(at, at + batchSize) });
    const page = await request<RecordPage>(`/records/${object}`, { query: { fields: ['id', ...names].join(','), filter, limit: batchSize } });
    records.push(...page.records);
  }
  return records;
}

/** Changes many records at once: tells how many were changed, why others were not, and takes it back. */
export function useBulk(object: ObjectInfo) {
  const t = useText();
  const toast = useToast();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);

  const takeBack = useCallback(
    async (operations: BatchOperation[]) => {
      const results = await runAll(operations);
      void queries.invalidateQueries({ queryKey: recordsKey(object.name) });
      const refused = results.find((result) => result.result === 'failed');
      if (refused) throw new Error(refused.error?.detail ?? '');
    },
    [queries, object],
  );
  const run = useCallback(
    async (operations: BatchOperation[], done: 'deleted' | 'changed' | 'pasted', undo: (results: BatchResult[]) => BatchOperation[]) => {
      setBusy(true);
      try {
        const results = await runAll(operations);
        const failed = results.filter((result) => result.result === 'failed');
        const count = results.length - failed.length;
        const back = undo(results);
        toast({
          text: failed.length > 0 ? t('list.bulk_partly', { count, failed: failed.length, reason: failed[0]?.error?.detail ?? '' }) : t(done === 'pasted' ? 'list.pasted' : `list.bulk_${done}`, { count }),
          failed: failed.length > 0,
          undo: back.length > 0 ? () => takeBack(back) : undefined,
        });
      } catch (error) {
        toast({ text: reasonOf(error), failed: true });
      } finally {
        setBusy(false);
        void queries.invalidateQueries({ queryKey: recordsKey(object.name) });
      }
    },
    [t, toast, queries, object, takeBack],
  );

  const remove = useCallback(
    (ids: string[]) => {
      removeRecords(queries, object.name, ids);
      return run(
        ids.map((id) => ({ operation: 'delete', object: object.name, id })),
        'deleted',
        (results) => results.flatMap((result, index) => (result.result === 'failed' ? [] : [{ operation: 'restore' as const, object: object.name, id: ids[index] }])),
      );
    },
    [queries, run, object],
  );

  const change = useCallback(
    async (ids: string[], fields: Record<string, Json>) => {
      const names = Object.keys(fields).filter((name) => fieldOf(object, name));
      const before = new Map((await valuesOf(object.name, ids, names)).map((record) => [record.id, record]));
      return run(
        ids.map((id) => ({ operation: 'update', object: object.name, id, fields: Object.fromEntries(names.map((name) => [name, fields[name] ?? null])) })),
        'changed',
        (results) =>
          results.flatMap((result, index) => {
            const record = before.get(ids[index] ?? '');
            if (result.result === 'failed' || !record) return [];
            const earlier = Object.fromEntries(names.map((name) => [name, record[name] ?? null]));
            return [{ operation: 'update' as const, object: object.name, id: record.id, fields: earlier }];
          }),
      );
    },
    [run, object],
  );
  /** Gives each record values of its own; `before` are the records as they are shown. */
  const changeEach = useCallback(
    (edits: readonly { before: RecordData; fields: Record<string, Json>; names: readonly string[] }[]) =>
      run(
        edits.map(({ before, fields }) => ({ operation: 'update', object: object.name, id: before.id, fields })),
        'pasted',
        (results) =>
          results.flatMap((result, index) => {
            const edit = edits[index];
            if (result.result === 'failed' || !edit) return [];
            return [{ operation: 'update' as const, object: object.name, id: edit.before.id, fields: Object.fromEntries(edit.names.map((name) => [name, edit.before[name] ?? null])) }];
          }),
      ),
    [run, object],
  );
  return { busy, remove, change, changeEach };
}
