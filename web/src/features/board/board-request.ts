import type { QueryClient } from '@tanstack/react-query';
import { type Catalogue, type Known, fieldOf, timeZoneOf } from '@/api/catalogue';
import { allOf, isCondition } from '@/api/filter';
import { nextStepsQuery } from '@/api/next-steps';
import { personalQuery } from '@/api/personal';
import { type Pipeline, pipelinesQuery, stagesQuery } from '@/api/pipelines';
import { recordListQuery } from '@/api/records';
import { soqlQuery } from '@/api/soql';
import type { Field, Filter, ListView, ObjectInfo, RecordData } from '@/api/types';
import { finishedFilter } from '@/fields/filter/filter-model';
import { type Dropped, knownView } from '@/fields/views/view-state';
import { boardMoney, totalsSoql } from './board-model';
import { cardFields } from './card-fields';

/** What the address says of a board. */
export interface BoardSearch {
  view?: string;
  pipeline?: string;
  filter?: Filter | 'none';
  sort?: string;
  /** The fields of the cards. */
  columns?: string[];
  /** On phones: the column in sight. */
  column?: string;
}

/** A view as a board shows it. */
export interface ShownBoard {
  saved: ListView;
  /** The fields of the cards; none: those of the card layout. */
  columns: string[];
  /** Without the pipeline. */
  filter: Filter | null;
  sort: string;
  /** Id of the pipeline that the saved view is about. */
  pipeline: string | undefined;
  changed: boolean;
  dropped: Dropped[];
}

/** The pipeline that a saved board is about stands in its filter, beside all else that it asks for: as a table it finds the same. */
export function withoutPipeline(filter: Filter | null): { pipeline: string | undefined; rest: Filter | null } {
  const parts = !filter ? [] : 'and' in filter ? filter.and : [filter];
  const found = parts.find((part) => isCondition(part) && part.field === 'pipeline_id' && part.op === '=');
  const id = found && isCondition(found) ? found.value : undefined;
  return typeof id === 'string' ? { pipeline: id, rest: allOf(parts.filter((part) => part !== found)) } : { pipeline: undefined, rest: filter };
}

/** The board that the address asks for: a saved one, the first one when it names none, with what the person changed. */
export function shownBoard(object: ObjectInfo, search: BoardSearch, catalogue: Catalogue, label: string): ShownBoard {
  const boards = object.list_views.filter((view) => view.kind === 'board');
  const saved = boards.find((each) => each.name === search.view) ?? boards[0] ?? { name: '', label, kind: 'board', columns: [], filter: null, group_by: 'stage_id' };
  const { pipeline, rest } = withoutPipeline(saved.filter);
  const wanted = { ...saved, columns: search.columns ?? saved.columns, filter: search.filter === 'none' ? null : (search.filter ?? rest), sort: search.sort ?? saved.sort };
  const changed = search.filter !== undefined || search.sort !== undefined || search.columns !== undefined || (pipeline !== undefined && search.pipeline !== undefined && search.pipeline !== pipeline);
  return { saved, pipeline, changed, ...knownView(wanted, object, catalogue) };
}

export const boardGroup = (object: ObjectInfo, view: ListView): Field | undefined => fieldOf(object, view.group_by ?? 'stage_id');

export const isByStage = (group: Field | undefined): boolean => group?.targets?.includes('stage') ?? false;

/** The pipeline that the address names, or the one that was shown last, or the one that new deals begin in. */
export const pipelineShown = (pipelines: readonly Pipeline[], wanted: string | undefined, remembered: string | undefined): Pipeline | undefined =>
  [wanted, remembered].map((id) => pipelines.find((each) => each.id === id)).find(Boolean) ?? pipelines.find((each) => each.isDefault) ?? pipelines[0];

/** What all columns have in common. */
export const commonFilter = (filter: Filter | null, pipeline: Pipeline | undefined): Filter | null =>
  allOf([finishedFilter(filter), pipeline ? { field: 'pipeline_id', op: '=', value: pipeline.id } : null]);

/** The cards of a column. */
export const cardsQuery = (object: ObjectInfo, fields: string[], common: Filter | null, group: Field, column: string, sort: string | undefined) =>
  recordListQuery({ object: object.name, fields, filter: allOf([common, { field: group.name, op: '=', value: column }]), sort, limit: 20 });

/** Whether its records are to have something planned. */
export const hasSteps = (object: ObjectInfo): boolean => fieldOf(object, 'next_step') !== undefined || fieldOf(object, 'stage_id') !== undefined;

/** When the next step of each of these cards is. */
export const stepsQuery = (cards: readonly RecordData[], timeZone: string) => nextStepsQuery(cards.map(({ id }) => id).toSorted(), timeZone);

// A phone shows one column and the edge of the next.
const firstColumns = 2;

/** Asks for the columns, when they are known for the cards of the first, and when those are there for their next steps. */
export async function askForBoard(queries: QueryClient, { me, catalogue }: Pick<Known, 'me' | 'catalogue'>, object: ObjectInfo, search: BoardSearch): Promise<void> {
  const view = shownBoard(object, search, catalogue, '');
  const group = boardGroup(object, view.saved);
  if (!group || !isByStage(group)) return;
  const [pipelines, stages, personal] = await Promise.all([queries.ensureQueryData(pipelinesQuery), queries.ensureQueryData(stagesQuery), queries.ensureQueryData(personalQuery)]);
  const pipeline = pipelineShown(pipelinesQuery.select(pipelines), search.pipeline ?? view.pipeline, personal.pipelines[object.name]);
  const common = commonFilter(view.filter, pipeline);
  const open = stagesQuery.select(stages).filter(({ pipelineId, type }) => pipelineId === pipeline?.id && type === 'open');
  const { ask } = cardFields(object, catalogue, view.columns);
  void queries.prefetchQuery(soqlQuery(object.name, totalsSoql(object, group.name, boardMoney(object)), common));
  const columns = open.slice(0, firstColumns).map(async ({ id }) => {
    const { pages } = await queries.fetchInfiniteQuery(cardsQuery(object, ask, common, group, id, view.sort));
    if (hasSteps(object)) await queries.prefetchQuery(stepsQuery(pages.flatMap(({ records }) => records), timeZoneOf(me)));
  });
  await Promise.all(columns);
}
