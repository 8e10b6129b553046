import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import { recordsKey } from './records';
import type { RecordPage } from './types';

/**
 * The day of the earliest open task of each of these records; records without one are not in the answer.
 *
 * The ids are asked in one question, so that a column of cards costs one request.
 */
export const nextStepsQuery = (ids: readonly string[]) =>
  queryOptions({
    queryKey: [...recordsKey('task'), 'next', ids] as const,
    queryFn: async ({ signal }) => {
      const list = ids.map((id) => `'${id}'`).join(', ');
      const soql = `SELECT related_to_id, MIN(due_date) FROM task WHERE is_closed = false AND related_to_id IN (${list}) GROUP BY related_to_id`;
      const { records } = await request<RecordPage>('/query', { method: 'POST', body: { soql }, signal });
      return new Map(records.map((record) => [String(record.related_to_id), typeof record.expr0 === 'string' ? record.expr0 : '']));
    },
    enabled: ids.length > 0,
    staleTime: 60_000,
  });
