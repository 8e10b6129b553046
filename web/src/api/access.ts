import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import { recordsKey } from './records';

/** A ground on which somebody may do something, or what is missing; one that comes from another record has that record's own. */
export interface AccessReason {
  code: string;
  message: string;
  source?: { object: string; id: string };
  through?: { object: string; id: string };
  because?: AccessReason[];
}

export interface Access {
  allowed: boolean;
  reasons: AccessReason[];
}

export type RecordAccess = Record<'read' | 'edit' | 'delete', Access>;

/** Whether a person may read, edit and delete a record, and why; without `user` it is about the one who asks. */
export const accessQuery = (object: string, id: string, user: string | undefined) =>
  queryOptions({
    queryKey: [...recordsKey(object), 'access', id, user] as const,
    queryFn: ({ signal }) => request<RecordAccess>(`/records/${object}/${id}/access`, { query: { user }, signal }),
    retry: false,
  });
