import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ListRequest } from '@/api/list-request';
import { shortListQuery } from '@/api/records';
import type { RecordData } from '@/api/types';
import { useDrawn } from '@/lib/use-first';

/** The records of a panel, when there is time to draw them. */
export function useShortList(list: ListRequest): Pick<UseQueryResult<RecordData[]>, 'data' | 'error' | 'isPending' | 'refetch'> {
  const { data, error, isPending, refetch } = useQuery(shortListQuery(list));
  return useDrawn(!isPending) ? { data, error, isPending, refetch } : { data: undefined, error: null, isPending: true, refetch };
}
