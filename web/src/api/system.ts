import { queryOptions } from '@tanstack/react-query';
import { request } from './client';

export interface System {
  /** Of the program that answers. */
  version: string;
  database: string;
}

export const systemQuery = queryOptions({ queryKey: ['system'] as const, queryFn: ({ signal }) => request<System>('/system', { signal }) });
