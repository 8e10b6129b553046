import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import { recordsKey } from './records';
import type { RecordPage } from './types';

/** The rows of a SOQL statement about `object`; they are fresh as long as no record of it changes. */
export const soqlQuery = (object: string, soql: string) =>
  queryOptions({
    queryKey: [...recordsKey(object), 'soql', soql] as const,
    queryFn: async ({ signal }) => (await request<RecordPage>('/query', { method: 'POST', body: { soql }, signal })).records,
  });
