import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { request } from './client';
import type { Filter, ListView } from './types';

/** A list view that somebody made; its name is its number. */
export type PersonalView = ListView & { object: string; owner_id: string; team_id: string | null; locked: boolean };

/** Names of objects as somebody wants them in the navigation. Those that neither list names stand where they usually do. */
export interface ObjectArrangement {
  order: string[];
  hidden: string[];
}

/** What somebody has arranged, on the server: it follows them to every device. */
export interface Personal {
  /** Their own list views, and those of their teams. */
  list_views: PersonalView[];
  /** Names of views in the person's order, by object. */
  list_view_orders: Record<string, string[]>;
  /** Ids of the teams that they belong to. */
  teams: string[];
  /** What has a star, in their order: "record/ID" or "view/OBJECT/NAME". */
  favourites: string[];
  /** Ids of the records opened last, newest first. */
  recent: string[];
  /** The pipeline that the board showed last, by object. */
  pipelines: Record<string, string>;
  objects: ObjectArrangement;
}

export const personalQuery = queryOptions({
  queryKey: ['personal'],
  queryFn: ({ signal }) => request<Personal>('/personal', { signal }),
  staleTime: 60_000,
});

/** What is shown of it until the server has been asked again. */
export function showPersonal(queries: QueryClient, change: (before: Personal) => Partial<Personal>): void {
  queries.setQueryData(personalQuery.queryKey, (before) => before && { ...before, ...change(before) });
}

export interface ViewSettings {
  label?: string;
  kind?: ListView['kind'];
  columns?: string[];
  filter?: Filter | null;
  sort?: string;
  group_by?: string;
  team_id?: string | null;
  locked?: boolean;
}

export const createPersonalView = (object: string, settings: ViewSettings) => request<PersonalView>('/personal/list_views', { method: 'POST', body: { ...settings, object } });

export const updatePersonalView = (name: string, settings: ViewSettings) => request<PersonalView>(`/personal/list_views/${name}`, { method: 'PATCH', body: settings });

export const deletePersonalView = (name: string) => request<undefined>(`/personal/list_views/${name}`, { method: 'DELETE' });

export const orderListViews = (object: string, names: string[]) => request<undefined>(`/personal/list_view_orders/${object}`, { method: 'PUT', body: { names } });

const mostRecent = 20;

/** Puts a record before all others that were opened. */
export async function noteOpened(queries: QueryClient, id: string): Promise<void> {
  const { recent } = await queries.ensureQueryData(personalQuery);
  if (recent[0] === id) return;
  showPersonal(queries, (before) => ({ recent: [id, ...before.recent.filter((each) => each !== id)].slice(0, mostRecent) }));
  // Without a network the list stays as the server has it: nobody is told about so small a thing.
  await request('/personal/recent', { method: 'POST', body: { record: id } }).catch(() => undefined);
}

/** Has the board begin with this pipeline next time, on any device. */
export async function notePipeline(queries: QueryClient, object: string, id: string): Promise<void> {
  showPersonal(queries, (before) => ({ pipelines: { ...before.pipelines, [object]: id } }));
  // Without a network it is remembered until the page is loaded anew: the board itself shows what was chosen.
  await request(`/personal/pipelines/${object}`, { method: 'PUT', body: { pipeline_id: id } }).catch(() => undefined);
}

let arranged: Promise<unknown> = Promise.resolve();

/**
 * Arranges the navigation: shown at once, and as the server has it when that could not be kept.
 *
 * Who presses twice changes what the first press made, and the server hears of both in this order.
 */
export async function arrangeObjects(queries: QueryClient, change: (before: ObjectArrangement) => ObjectArrangement): Promise<void> {
  void queries.cancelQueries(personalQuery);
  showPersonal(queries, ({ objects }) => ({ objects: change(objects) }));
  const body = queries.getQueryData(personalQuery.queryKey)?.objects;
  const kept = arranged.then(() => request('/personal/objects', { method: 'PUT', body }));
  arranged = kept.catch(() => queries.invalidateQueries(personalQuery));
  await kept;
}
