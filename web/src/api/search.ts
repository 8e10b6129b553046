import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import type { RecordData, SearchGroup } from './types';

const longestQuestion = 200;

interface AnsweredGroup {
  object: string;
  name_field: string;
  records: RecordData[];
}

/** What people call the records of an answer, and the first thing that tells those of the same name apart. */
export function foundIn({ object, name_field, records }: AnsweredGroup): SearchGroup {
  return {
    object,
    records: records.map((record) => {
      const texts = Object.entries(record).filter(([key, value]) => key !== 'id' && typeof value === 'string' && value !== '') as [string, string][];
      const detail = texts.find(([key]) => key !== name_field)?.[1];
      return { id: record.id, name: texts.find(([key]) => key === name_field)?.[1] ?? record.id, ...(detail !== undefined && { detail }) };
    }),
  };
}

/** Records found by name, number, phone or mail, grouped by object, the best first. `objects` empty means all. */
export const searchQuery = (text: string, objects: string[], limit = 20) =>
  queryOptions({
    queryKey: ['search', text, objects, limit] as const,
    queryFn: async ({ signal }) => {
      const query = { q: text.trim().slice(0, longestQuestion), objects: objects.join(','), limit };
      return (await request<{ groups: AnsweredGroup[] }>('/search', { query, signal })).groups.map(foundIn);
    },
    enabled: text.trim().length > 0,
    staleTime: 10_000,
  });
