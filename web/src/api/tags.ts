import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { TagReport } from './change-sets';
import { request } from './client';
import type { ListRequest } from './list-request';
import { recordsKey, shortListQuery } from './records';
import type { ChangeSet, RecordData, Tint } from './types';

export interface OfferedTag {
  id: string;
  name: string;
  /** Empty without a colour. */
  tint: Tint | '';
}

/** Tags of which a word begins so, those on most records of the object first; of all objects when none is named. */
export const offeredTagsQuery = (object: string | undefined, beginning: string) =>
  queryOptions({
    queryKey: [...recordsKey('tag'), 'offered', object, beginning] as const,
    queryFn: async ({ signal }) => (await request<{ tags: OfferedTag[] }>('/tags', { query: { object, q: beginning || undefined }, signal })).tags,
    staleTime: 30_000,
  });

const tintedRequest: ListRequest = { object: 'tag', fields: ['id', 'name', 'tint'], filter: { field: 'tint', op: 'is_not_empty' }, sort: 'name', limit: 2000 };

/** The colours of those tags that have one, by their name in small letters. */
export const tintsQuery = {
  ...shortListQuery(tintedRequest),
  staleTime: 60_000,
  select: (tags: RecordData[]) => new Map(tags.map((tag) => [String(tag.name).toLowerCase(), String(tag.tint)])),
};

export interface UsedTag extends OfferedTag {
  /** How many have it, of those in the trash too; by the name of their object. */
  objects: Record<string, number>;
  records: number;
}

/** So many are listed; others are found by typing. */
export const mostListedTags = 200;

/** Tags of which a word begins so, those on most records first, each with how many. For administrators. */
export const usedTagsQuery = (beginning: string) =>
  queryOptions({
    queryKey: [...recordsKey('tag'), 'use', beginning] as const,
    queryFn: async ({ signal }) => (await request<{ tags: UsedTag[] }>('/tags/use', { query: { q: beginning || undefined, limit: mostListedTags }, signal })).tags,
    placeholderData: keepPreviousData,
    // Records of any object may have got one meanwhile.
    staleTime: 0,
  });

/** The tag of that name, in whatever case. */
export const tagNamedQuery = (name: string) => shortListQuery({ object: 'tag', fields: ['id', 'name', 'tint'], filter: { field: 'name', op: '=', value: name }, limit: 1 });

export interface ReplacedTags extends TagReport {
  change_set: number;
  job: number;
  /** Running: there are so many that it goes on in the background. */
  state: ChangeSet['state'];
}

/** Puts another tag in the place of these on all records, or takes them off where `by` is null. */
export const replaceTags = (tags: readonly string[], by: string | null) => request<ReplacedTags>('/tags/replace', { method: 'POST', body: { tags: [...tags], by } });
