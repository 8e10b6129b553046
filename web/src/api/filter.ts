import type { Condition, Filter, RelatedCondition } from './types';

export const isCondition = (filter: Filter): filter is Condition => 'field' in filter;
export const isRelated = (filter: Filter): filter is RelatedCondition => 'related' in filter;

/** All of them at once; null when there is nothing to ask. */
export function allOf(filters: readonly (Filter | null | undefined)[]): Filter | null {
  const given = filters.filter((filter) => filter !== null && filter !== undefined);
  return given.length === 0 ? null : given.length === 1 ? (given[0] ?? null) : { and: given };
}
