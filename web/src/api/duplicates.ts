import { infiniteQueryOptions } from '@tanstack/react-query';
import { request } from './client';
import type { DuplicateReason } from './likely-duplicates';
import type { RecordName } from './types';

/** Two records that are likely the same, the older one first. */
export interface DuplicatePair {
  records: [RecordName, RecordName];
  /** How likely it is, 0 to 100. */
  score: number;
  /** Why, the strongest first. */
  reasons: DuplicateReason[];
}

interface PairPage {
  pairs: DuplicatePair[];
  next: string | null;
}

/** Not under the records' own key: its pages hold pairs, not records that a change could be written into. */
export const duplicatesKey = (object: string) => ['duplicates', object] as const;

/** Pairs of an object that are likely the same, or of which somebody said that they are `different`; the likeliest first. */
export const duplicatesQuery = (object: string, different: boolean) =>
  infiniteQueryOptions({
    queryKey: [...duplicatesKey(object), different] as const,
    queryFn: ({ pageParam, signal }) => request<PairPage>('/duplicates', { query: { object, dismissed: different ? 'true' : undefined, cursor: pageParam ?? undefined }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // What was merged or changed elsewhere must not be offered again.
    staleTime: 0,
  });

/** Says that the two are different, or takes that back. */
export const tellApart = (object: string, { records }: DuplicatePair, different: boolean) =>
  request<undefined>(`/duplicates/${object}/dismiss`, { method: 'POST', body: { records: records.map(({ id }) => id), different } });
