import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { ApiError } from './api-error';
import { request, type Written } from './client';
import { patchRecord } from './record-cache';
import { recordsKey, updateRecord } from './records';
import type { Json, RecordData } from './types';

/** Somebody else changed the same field meanwhile; `latest` is the record as it is now. */
export class ConflictError extends Error {
  readonly latest: RecordData;

  constructor(latest: RecordData) {
    super('Somebody else changed it meanwhile.');
    this.latest = latest;
  }
}

const same = (one: Json | undefined, other: Json | undefined) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Saves on top of `before`. Where others changed other fields only, it saves on top of theirs. Throws ConflictError where they changed the same. */
export async function saveOnTop(object: string, before: RecordData, changes: Record<string, Json>): Promise<Written<RecordData>> {
  try {
    return await updateRecord(object, before.id, changes, before.version);
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'stale_version') throw error;
    const latest = await request<RecordData>(`/records/${object}/${before.id}`);
    if (Object.keys(changes).some((name) => !same(latest[name], before[name]))) throw new ConflictError(latest);
    return updateRecord(object, before.id, changes, latest.version);
  }
}

export type SaveRecord = (before: RecordData, changes: Record<string, Json>, also?: Record<string, Json>) => Promise<Written<RecordData>>;

/**
 * Saves fields of a record: shown everywhere at once, taken back when the server refuses.
 *
 * `also` is what is known besides, such as the name of a record that is referred to. Throws ApiError or ConflictError.
 */
export function useSaveRecord(object: string): SaveRecord {
  const queries = useQueryClient();
  return useCallback(
    async (before, changes, also) => {
      await queries.cancelQueries({ queryKey: recordsKey(object) });
      const takeBack = patchRecord(queries, object, before.id, { ...changes, ...also });
      try {
        const saved = await saveOnTop(object, before, changes);
        const { version } = saved.answer;
        if (version !== undefined) patchRecord(queries, object, before.id, { version });
        return saved;
      } catch (error) {
        takeBack();
        throw error;
      } finally {
        void queries.invalidateQueries({ queryKey: recordsKey(object) });
      }
    },
    [queries, object],
  );
}
