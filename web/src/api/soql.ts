import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import { recordsKey } from './records';
import type { Filter, RecordPage } from './types';

/** The rows of a SOQL statement about `object`, with a list's filter beside its own condition; fresh as long as no record of it changes. */
export const soqlQuery = (object: string, soql: string, filter: Filter | null = null) =>
  queryOptions({
    queryKey: [...recordsKey(object), 'soql', soql, filter] as const,
    queryFn: async ({ signal }) => (await request<RecordPage>('/query', { method: 'POST', body: { soql, ...(filter && { filter }) }, signal })).records,
  });
