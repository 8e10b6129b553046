import type { QueryClient } from '@tanstack/react-query';
import { type Known, fieldOf } from '@/api/catalogue';
import { allOf } from '@/api/filter';
import { type Pipeline, pipelinesQuery, stagesQuery } from '@/api/pipelines';
import { recordListQuery } from '@/api/records';
import { soqlQuery } from '@/api/soql';
import type { Field, Filter, ListView, ObjectInfo } from '@/api/types';
import { finishedFilter } from '@/fields/filter/filter-model';
import { getPreferences } from '@/lib/preferences';
import { boardMoney, totalsSoql } from './board-model';
import { cardFields } from './card-fields';

/** What the address says of a board. */
export interface BoardSearch {
  view?: string;
  pipeline?: string;
  filter?: Filter | 'none';
  sort?: string;
  /** On phones: the column in sight. */
  column?: string;
}

/** Which view of the object is shown as a board; the first one when the address names none. */
export function boardView(object: ObjectInfo, wanted: string | undefined): ListView | undefined {
  const boards = object.list_views.filter((view) => view.kind === 'board');
  return boards.find((each) => each.name === wanted) ?? boards[0];
}

export const boardGroup = (object: ObjectInfo, view: ListView | undefined): Field | undefined => fieldOf(object, view?.group_by ?? 'stage_id');

export const isByStage = (group: Field | undefined): boolean => group?.targets?.includes('stage') ?? false;

export const boardSort = (search: BoardSearch, view: ListView | undefined): string => search.sort ?? view?.sort ?? '';

export const boardFilter = (search: BoardSearch, view: ListView | undefined): Filter | null => (search.filter === 'none' ? null : (search.filter ?? view?.filter ?? null));

/** The pipeline that the address names, or the one that was shown last, or the one that new deals begin in. */
export const pipelineShown = (pipelines: readonly Pipeline[], wanted: string | undefined, remembered: string | undefined): Pipeline | undefined =>
  [wanted, remembered].map((id) => pipelines.find((each) => each.id === id)).find(Boolean) ?? pipelines.find((each) => each.isDefault) ?? pipelines[0];

/** What all columns have in common. */
export const commonFilter = (filter: Filter | null, pipeline: Pipeline | undefined): Filter | null =>
  allOf([finishedFilter(filter), pipeline ? { field: 'pipeline_id', op: '=', value: pipeline.id } : null]);

/** The cards of a column. */
export const cardsQuery = (object: ObjectInfo, fields: string[], common: Filter | null, group: Field, column: string, sort: string | undefined) =>
  recordListQuery({ object: object.name, fields, filter: allOf([common, { field: group.name, op: '=', value: column }]), sort, limit: 20 });

// A phone shows one column and the edge of the next.
const firstColumns = 2;

/** Asks for the columns, and when they are known for the cards of the first. */
export async function askForBoard(queries: QueryClient, { catalogue }: Pick<Known, 'catalogue'>, object: ObjectInfo, search: BoardSearch): Promise<void> {
  const view = boardView(object, search.view);
  const group = boardGroup(object, view);
  if (!group || !isByStage(group)) return;
  const [pipelines, stages] = await Promise.all([queries.ensureQueryData(pipelinesQuery), queries.ensureQueryData(stagesQuery)]);
  const pipeline = pipelineShown(pipelinesQuery.select(pipelines), search.pipeline, getPreferences().pipelines[object.name]);
  const common = commonFilter(boardFilter(search, view), pipeline);
  const open = stagesQuery.select(stages).filter(({ pipelineId, type }) => pipelineId === pipeline?.id && type === 'open');
  const { ask } = cardFields(object, catalogue);
  for (const { id } of open.slice(0, firstColumns)) void queries.prefetchInfiniteQuery(cardsQuery(object, ask, common, group, id, boardSort(search, view)));
  void queries.prefetchQuery(soqlQuery(object.name, totalsSoql(object, group.name, boardMoney(object)), common));
}
