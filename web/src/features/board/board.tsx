import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { failureOf } from '@/api/api-error';
import { soqlQuery } from '@/api/soql';
import type { ListView, ObjectInfo } from '@/api/types';
import { useText } from '@/i18n/use-text';
import { useDrawn } from '@/lib/use-first';
import { EmptyState } from '@/ui/state/empty-state';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { BoardColumns } from './board-columns';
import { BoardHeader } from './board-header';
import { BoardToolbar } from './board-toolbar';
import { type Totals, boardMoney, totalsOf, totalsSoql } from './board-model';
import { type BoardSearch, boardFilter, boardSort, commonFilter } from './board-request';
import { useBoardColumns } from './use-board-columns';

export interface BoardProps {
  object: ObjectInfo;
  /** The saved view that says how cards are grouped and which of them are shown. */
  view: ListView | undefined;
  search: BoardSearch;
}

export function Board({ object, view, search }: BoardProps) {
  const t = useText();
  const navigate = useNavigate({ from: '/o/$object/board' });
  const { group, columns, pipelines, pipeline, error, retry } = useBoardColumns(object, view, search.pipeline);
  const sort = boardSort(search, view);
  const filter = boardFilter(search, view);
  // While a card is held, the totals already tell what they will be.
  const [held, setHeld] = useState<Totals | null>(null);

  const money = useMemo(() => boardMoney(object), [object]);
  const asked = useMemo(() => commonFilter(filter, pipeline), [filter, pipeline]);
  const totalsQuery = useMemo(() => soqlQuery(object.name, totalsSoql(object, group?.name ?? 'id', money), asked), [object, group?.name, money, asked]);
  const { data: rows, error: totalsError, refetch } = useQuery({ ...totalsQuery, enabled: group !== undefined && columns !== undefined, placeholderData: (before) => before });
  const totals = useMemo(() => rows && totalsOf(rows, group?.name ?? '', columns ?? []), [rows, group?.name, columns]);
  const drawn = useDrawn(columns !== undefined);
  const problem = error ?? totalsError;

  if (!group) return <EmptyState title={t('board.no_group')} text={t('board.no_group_text')} />;
  return (
    <>
      <BoardHeader object={object} view={view} pipelines={pipelines} pipeline={pipeline} columns={columns ?? []} totals={held ?? totals} money={money} />
      <BoardToolbar object={object} filter={filter} asked={asked} sort={sort} onSort={(next) => void navigate({ search: (before) => ({ ...before, sort: next === view?.sort ? undefined : next }), replace: true })} onFilter={(next) => void navigate({ search: (before) => ({ ...before, filter: next ?? (view?.filter ? 'none' : undefined) }) })} />
      {problem ? (
        <ErrorState
          title={t('board.failed')}
          {...failureOf(problem)}
          onRetry={() => {
            retry();
            void refetch();
          }}
        />
      ) : !columns || !drawn ? (
        <SkeletonRows />
      ) : (
        <BoardColumns object={object} group={group} columns={columns} filter={asked} sort={sort} totals={held ?? totals} settled={totals} totalsKey={totalsQuery.queryKey} money={money} shownColumn={search.column} onHeldTotals={setHeld} />
      )}
    </>
  );
}
