import { queryOptions } from '@tanstack/react-query';
import { request } from './client';

/** Ends all sessions of that person. Throws ApiError 422 for one that is too weak. */
export const setPassword = (user: string, password: string) => request<undefined>(`/users/${user}/password`, { method: 'PUT', body: { password } });

export interface ObjectRights {
  create: boolean;
  read: boolean;
  update: boolean;
  delete: boolean;
  view_all: boolean;
  modify_all: boolean;
  hidden_fields: string[];
  locked_fields: string[];
}

export interface UserRights {
  user: { id: string; name: string };
  administrator: boolean;
  permissions: { import: boolean; export: boolean };
  permission_sets: { id: string; name: string }[];
  objects: Record<string, ObjectRights>;
}

/** What somebody's permission sets come to. Always fresh: it is asked when something was just changed. */
export const userRightsQuery = (user: string) =>
  queryOptions({
    queryKey: ['rights', user] as const,
    queryFn: ({ signal }) => request<UserRights>(`/users/${user}/rights`, { signal }),
    staleTime: 0,
    retry: false,
  });
