import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { failureOf } from '@/api/api-error';
import { soqlQuery } from '@/api/soql';
import type { ObjectInfo } from '@/api/types';
import { finishedFilter } from '@/fields/filter/filter-model';
import { ViewTabs } from '@/fields/views/view-tabs';
import { useText } from '@/i18n/use-text';
import { late } from '@/lib/late';
import { useDrawn } from '@/lib/use-first';
import { EmptyState } from '@/ui/state/empty-state';
import { ErrorState } from '@/ui/state/error-state';
import { SkeletonRows } from '@/ui/state/skeleton-rows';
import { BoardColumns } from './board-columns';
import { BoardHeader } from './board-header';
import { BoardToolbar } from './board-toolbar';
import { type Totals, boardMoney, totalsOf, totalsSoql } from './board-model';
import { type BoardSearch, type ShownBoard, commonFilter, withoutPipeline } from './board-request';
import { useBoardColumns } from './use-board-columns';

const DroppedNote = late(async () => (await import('@/fields/views/dropped-note')).DroppedNote);

export interface BoardProps {
  object: ObjectInfo;
  /** How cards are grouped, which of them are shown, and with which fields. */
  view: ShownBoard;
  search: BoardSearch;
}

export function Board({ object, view, search }: BoardProps) {
  const t = useText();
  const navigate = useNavigate({ from: '/o/$object/board' });
  const { group, columns, pipelines, pipeline, error, retry } = useBoardColumns(object, view.saved, search.pipeline ?? view.pipeline);
  const { saved, filter, sort } = view;
  // While a card is held, the totals already tell what they will be.
  const [held, setHeld] = useState<Totals | null>(null);

  const money = useMemo(() => boardMoney(object), [object]);
  const asked = useMemo(() => commonFilter(filter, pipeline), [filter, pipeline]);
  const totalsQuery = useMemo(() => soqlQuery(object.name, totalsSoql(object, group?.name ?? 'id', money), asked), [object, group?.name, money, asked]);
  const { data: rows, error: totalsError, refetch } = useQuery({ ...totalsQuery, enabled: group !== undefined && columns !== undefined, placeholderData: (before) => before });
  const totals = useMemo(() => rows && totalsOf(rows, group?.name ?? '', columns ?? []), [rows, group?.name, columns]);
  const drawn = useDrawn(columns !== undefined);
  const state = useMemo(() => {
    const another = { ...saved, columns: view.columns, filter: asked, sort };
    // Who saves over a board of all pipelines keeps it one, unless the address names a pipeline.
    return { ...view, another, shown: view.pipeline || search.pipeline ? another : { ...another, filter: finishedFilter(filter) } };
  }, [view, saved, asked, filter, sort, search.pipeline]);
  const problem = error ?? totalsError;

  if (!group) return <EmptyState title={t('board.no_group')} text={t('board.no_group_text')} />;
  return (
    <>
      <BoardHeader object={object} view={saved} pipelines={pipelines} pipeline={pipeline} columns={columns ?? []} totals={held ?? totals} money={money} />
      <ViewTabs object={object} view={state} />
      <BoardToolbar
        object={object}
        filter={filter}
        asked={columns && asked}
        sort={sort}
        chosen={view.columns}
        onSort={(next) => void navigate({ search: (before) => ({ ...before, sort: next === saved.sort ? undefined : next }), replace: true })}
        onFilter={(next) => void navigate({ search: (before) => ({ ...before, filter: next ?? (withoutPipeline(saved.filter).rest ? 'none' : undefined) }) })}
        onChoose={(next) => void navigate({ search: (before) => ({ ...before, columns: next }), replace: true })}
      />
      {state.dropped.length > 0 && <DroppedNote object={object} view={state} />}
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
        <BoardColumns object={object} group={group} columns={columns} filter={asked} sort={sort} chosen={view.columns} totals={held ?? totals} settled={totals} totalsKey={totalsQuery.queryKey} money={money} shownColumn={search.column} onHeldTotals={setHeld} />
      )}
    </>
  );
}
