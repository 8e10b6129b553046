import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import type { SearchGroup } from './types';

const longestQuestion = 200;

/** Records found by name, number, phone or mail, grouped by object, the best first. `objects` empty means all. */
export const searchQuery = (text: string, objects: string[], limit = 20) =>
  queryOptions({
    queryKey: ['search', text, objects, limit] as const,
    queryFn: async ({ signal }) =>
      (await request<{ groups: SearchGroup[] }>('/search', { query: { q: text.trim().slice(0, longestQuestion), objects: objects.join(','), limit }, signal })).groups,
    enabled: text.trim().length > 0,
    staleTime: 10_000,
  });
