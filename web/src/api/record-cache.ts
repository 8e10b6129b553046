import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { recordsKey } from './records';
import type { Json, RecordData, RecordPage } from './types';

/** What is kept under the key of an object's records: among these also names of single records, which are texts. */
type Cached = RecordData | RecordData[] | RecordPage | InfiniteData<RecordPage> | { history: unknown } | string | null | undefined;

const merged = (record: RecordData, id: string, change: Record<string, Json>) => (record.id === id ? { ...record, ...change } : record);

const isPage = (data: object): data is RecordPage => 'records' in data && 'next' in data;

function patched(data: Cached, id: string, change: Record<string, Json>): Cached {
  if (!data || typeof data === 'string') return data;
  if (Array.isArray(data)) return data.map((record) => merged(record, id, change));
  const inPage = (page: RecordPage) => ({ ...page, records: page.records.map((record) => merged(record, id, change)) });
  if (isPage(data)) return inPage(data);
  if ('pages' in data) return { ...(data as InfiniteData<RecordPage>), pages: (data as InfiniteData<RecordPage>).pages.map(inPage) };
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
  const inPage = (page: RecordPage) => ({ ...page, records: page.records.filter((record) => !gone.has(record.id)) });
  if (isPage(data)) return inPage(data);
  return 'pages' in data ? { ...(data as InfiniteData<RecordPage>), pages: (data as InfiniteData<RecordPage>).pages.map(inPage) } : data;
}

/** Takes records out of every list at once, before the server has done so; answers how to put them back. */
export function removeRecords(queries: QueryClient, object: string, ids: readonly string[]): () => void {
  const gone = new Set(ids);
  const before = queries.getQueriesData<Cached>({ queryKey: recordsKey(object) });
  queries.setQueriesData<Cached>({ queryKey: recordsKey(object) }, (data) => without(data, gone));
  return () => before.forEach(([key, data]) => queries.setQueryData(key, data));
}
