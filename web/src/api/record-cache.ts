import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { recordsKey } from './records';
import type { Json, RecordData, RecordPage } from './types';

/** What is kept under the key of an object's records: among these also names of single records, which are texts. */
type Cached = RecordData | RecordData[] | InfiniteData<RecordPage> | { history: unknown } | string | null | undefined;

const merged = (record: RecordData, id: string, change: Record<string, Json>) => (record.id === id ? { ...record, ...change } : record);

function patched(data: Cached, id: string, change: Record<string, Json>): Cached {
  if (!data || typeof data === 'string') return data;
  if (Array.isArray(data)) return data.map((record) => merged(record, id, change));
  if ('pages' in data) {
    const pages = (data as InfiniteData<RecordPage>).pages.map((page) => ({ ...page, records: page.records.map((record) => merged(record, id, change)) }));
    return { ...(data as InfiniteData<RecordPage>), pages };
  }
  return 'id' in data ? merged(data as RecordData, id, change) : data;
}

/** Shows a change of a record everywhere at once, before the server has it; answers how to take it back. */
export function patchRecord(queries: QueryClient, object: string, id: string, change: Record<string, Json>): () => void {
  const before = queries.getQueriesData<Cached>({ queryKey: recordsKey(object) });
  queries.setQueriesData<Cached>({ queryKey: recordsKey(object) }, (data) => patched(data, id, change));
  return () => before.forEach(([key, data]) => queries.setQueryData(key, data));
}

function without(data: Cached, gone: ReadonlySet<string>): Cached {
  if (!data || typeof data === 'string') return data;
  if (Array.isArray(data)) return data.filter((record) => !gone.has(record.id));
  if (!('pages' in data)) return data;
  const list = data as InfiniteData<RecordPage>;
  return { ...list, pages: list.pages.map((page) => ({ ...page, records: page.records.filter((record) => !gone.has(record.id)) })) };
}

/** Takes records out of every list at once, before the server has done so; answers how to put them back. */
export function removeRecords(queries: QueryClient, object: string, ids: readonly string[]): () => void {
  const gone = new Set(ids);
  const before = queries.getQueriesData<Cached>({ queryKey: recordsKey(object) });
  queries.setQueriesData<Cached>({ queryKey: recordsKey(object) }, (data) => without(data, gone));
  return () => before.forEach(([key, data]) => queries.setQueryData(key, data));
}
