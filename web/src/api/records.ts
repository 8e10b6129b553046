import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { request, write } from './client';
import { type ListRequest, listPath, listQuery } from './list-request';
import type { BatchOperation, BatchResult, HistoryEntry, Json, RecordData, RecordPage } from './types';

const recordPath = (object: string, id: string) => `/records/${object}/${id}`;

/** What the server gives at once, at most. */
const mostInAnswer = 2000;

/** Everything that is asked of an object's records begins with this key, so one invalidation reaches all of it. */
export const recordsKey = (object: string) => ['records', object] as const;

/** The pages of a list, in its order; each next page is found by the cursor of the one before. */
export const recordListQuery = (list: ListRequest) =>
  infiniteQueryOptions({
    queryKey: [...recordsKey(list.object), 'list', list] as const,
    queryFn: ({ pageParam, signal }) =>
      request<RecordPage>(listPath(list.object), { query: listQuery(list, pageParam.cursor, pageParam.known), signal }),
    initialPageParam: { cursor: null as string | null, known: 0 },
    getNextPageParam: (page, pages) => (page.next === null ? null : { cursor: page.next, known: pages.reduce((sum, { records }) => sum + records.length, 0) }),
    // Pages that are there stay as they are when one comes: comparing all of them would take longer with each.
    structuralSharing: false,
  });

/** One page, for short lists that never need a second. */
export const shortListQuery = (list: ListRequest) =>
  queryOptions({
    queryKey: [...recordsKey(list.object), 'short', list] as const,
    queryFn: async ({ signal }) =>
      (await request<RecordPage>(listPath(list.object), { query: listQuery(list), signal })).records,
  });

/** The first records of a list, up to so many, however many pages that takes; `next` is null when these are all. */
export const firstRecordsQuery = (list: ListRequest, most: number) =>
  queryOptions({
    queryKey: [...recordsKey(list.object), 'first', list, most] as const,
    queryFn: async ({ signal }): Promise<RecordPage> => {
      const records: RecordData[] = [];
      let next: string | null = null;
      do {
        const page: RecordPage = await request<RecordPage>(listPath(list.object), { query: { ...listQuery(list, next), limit: Math.min(most - records.length, mostInAnswer) }, signal });
        records.push(...page.records);
        next = page.next;
      } while (next !== null && records.length < most);
      return { records, next };
    },
  });

export const recordQuery = (object: string, id: string, fields: string[]) =>
  queryOptions({
    queryKey: [...recordsKey(object), 'one', id, fields] as const,
    queryFn: ({ signal }) => request<RecordData>(recordPath(object, id), { query: { fields: fields.join(',') }, signal }),
  });

export const historyQuery = (object: string, id: string) =>
  queryOptions({
    queryKey: [...recordsKey(object), 'history', id] as const,
    queryFn: ({ signal }) => request<{ history: HistoryEntry[] }>(`${recordPath(object, id)}/history`, { signal }),
  });

export interface CreateOptions {
  /** Throws ApiError 409 "duplicate_record" where something like it is there already. */
  refuseDuplicates?: boolean;
}

export const createRecord = (object: string, fields: Record<string, Json>, { refuseDuplicates }: CreateOptions = {}) =>
  write<RecordData>(listPath(object), { method: 'POST', body: fields, query: { duplicates: refuseDuplicates ? 'refuse' : undefined } });

/** Throws ApiError 409 "stale_version" when `version` is not the newest any more. */
export const updateRecord = (object: string, id: string, fields: Record<string, Json>, version?: number) =>
  write<RecordData>(recordPath(object, id), { method: 'PATCH', body: fields, version });

export const deleteRecord = (object: string, id: string) => write<undefined>(recordPath(object, id), { method: 'DELETE' });

export const restoreRecord = (object: string, id: string) =>
  write<RecordData>(`${recordPath(object, id)}/actions/restore`, { method: 'POST', body: {} });

/** Runs each operation for itself; the answer has one result an operation, in order. */
export const runBatch = (operations: BatchOperation[]) =>
  write<{ results: BatchResult[] }>('/batch', { method: 'POST', body: { mode: 'row_by_row', operations } });

/** Runs all operations or none, as one change set. Throws what the first that is refused is refused for. */
export const runTogether = (operations: BatchOperation[]) =>
  write<{ results: BatchResult[] }>('/batch', { method: 'POST', body: { mode: 'all_or_nothing', operations } });
