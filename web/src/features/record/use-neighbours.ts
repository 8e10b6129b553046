import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { ListRequest } from '@/api/list-request';
import { recordListQuery } from '@/api/records';
import type { ObjectInfo } from '@/api/types';

export interface PlaceInList {
  /** From 0. */
  index: number;
  /** Records that are loaded. */
  count: number;
  /** There are more than are loaded. */
  more: boolean;
  hasNext: boolean;
}

const nowhere: ListRequest = { object: '', fields: [] };

/** The record's place in the list that it was opened from; none when it was opened from elsewhere. */
export function useNeighbours(object: ObjectInfo, id: string) {
  const navigate = useNavigate();
  const list = useRouterState({ select: (state) => state.location.state.list });
  const known = useMemo(() => {
    const parsed = list ? (JSON.parse(list) as ListRequest) : undefined;
    return parsed?.object === object.name ? parsed : undefined;
  }, [list, object.name]);
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery({ ...recordListQuery(known ?? nowhere), enabled: known !== undefined });
  const ids = useMemo(() => data?.pages.flatMap((page) => page.records.map((record) => record.id)) ?? [], [data]);
  const index = ids.indexOf(id);

  const open = useCallback(
    async (step: number): Promise<void> => {
      let next = ids[index + step];
      if (next === undefined && step > 0 && hasNextPage) {
        const { data: more } = await fetchNextPage();
        next = more?.pages.flatMap((page) => page.records.map((record) => record.id))[index + step];
      }
      if (next && list) await navigate({ to: '/o/$object/$id', params: { object: object.name, id: next }, state: { list }, search: (before) => before, replace: true });
    },
    [ids, index, hasNextPage, fetchNextPage, list, navigate, object],
  );
  const place: PlaceInList | undefined = index === -1 ? undefined : { index, count: ids.length, more: hasNextPage, hasNext: index < ids.length - 1 || hasNextPage };
  return { place, open };
}
