import type { Filter } from './types';

export interface ListRequest {
  object: string;
  fields: string[];
  filter?: Filter | null;
  sort?: string;
  limit?: number;
}

/** Where the records of an object are. */
export const listPath = (object: string) => `/records/${object}`;

// Whoever goes far is given more at a time: the first page is there at once, and the last of many thousands is not far.
const mostAtOnce = 1000;

/** The parameters of a list. `cursor`: where the page before ended. `known`: how many records the pages before have. */
export function listQuery({ fields, filter, sort, limit = 50 }: ListRequest, cursor?: string | null, known = 0) {
  return {
    fields: fields.join(','),
    filter: filter ? JSON.stringify(filter) : undefined,
    sort: sort || undefined,
    limit: Math.min(Math.max(limit, known), mostAtOnce),
    cursor: cursor ?? undefined,
  };
}
