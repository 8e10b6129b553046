import { fieldOf } from '@/api/catalogue';
import { columnOf } from '@/api/columns';
import type { Catalogue } from '@/api/catalogue';
import { type DateField, datesOf } from '@/api/dates';
import { knownPart, leads } from '@/api/known-parts';
import { placesOf } from '@/api/places';
import type { Filter, ListView, ObjectInfo } from '@/api/types';
import { parseSort, sortText } from '@/lib/sort-text';

export type ShownAs = Exclude<ListView['kind'], 'board'>;

/** What the address says of a list. */
export interface ListSearch {
  /** Name of the saved view; the object's first one when absent. */
  view?: string;
  /** What differs from the saved view. */
  filter?: Filter | 'none';
  sort?: string;
  columns?: string[];
  /** The field that rows are grouped by. */
  group?: string;
  /** How the records are shown; as the saved view says when absent. */
  as?: ShownAs;
  /** On a map: the field that says where a record is; the object's first one when absent. */
  place?: string;
  /** In a calendar: the field that says on which day a record is; the object's first one when absent. */
  when?: string;
  /** How many days a calendar shows; a month when absent. */
  span?: 'week' | 'month';
  /** A day that a calendar shows, "2026-11-21"; today when absent. */
  day?: string;
}

/** The list as it is shown: the saved view with what the person changed. */
export interface ShownView {
  saved: ListView;
  columns: string[];
  filter: Filter | null;
  sort: string;
  as: ShownAs;
  /** By which field a calendar shows the records. */
  date: DateField | undefined;
  /** Whether it differs from what is saved. */
  changed: boolean;
  /** What it asks for and is not there for the person. */
  dropped: Dropped[];
}

/** Whether rows are asked for page by page; a map and a calendar ask for what they show by themselves. */
export const rowsAsked = ({ as }: ShownView) => as === 'table' || as === 'gallery';

export interface Dropped {
  part: 'column' | 'filter' | 'sort';
  path: string;
}

/** A list for an object that has no saved view yet. */
export function defaultView(object: ObjectInfo, label: string): ListView {
  const inDetail = object.layouts.detail?.sections.flatMap((section) => section.fields) ?? [];
  const others = inDetail.length > 0 ? inDetail : object.fields.filter((field) => !field.system && field.component_of === '').map((field) => field.name);
  const columns = [object.name_field, ...others, 'owner_id', 'updated_at'].filter((name) => fieldOf(object, name));
  return { name: '', label, kind: 'table', columns: [...new Set(columns)].slice(0, 7), filter: null, sort: '' };
}

export function shownView(object: ObjectInfo, search: ListSearch, catalogue: Catalogue, allLabel: string): ShownView {
  const lists = object.list_views.filter((view) => view.kind !== 'board');
  const saved = lists.find((view) => view.name === search.view) ?? lists[0] ?? defaultView(object, allLabel);
  const as = search.as ?? (saved.kind === 'board' ? 'table' : saved.kind);
  const dates = datesOf(object);
  const dateOf = (name: string | undefined) => dates.find(({ field }) => field.name === name) ?? dates[0];
  const date = dateOf(search.when ?? saved.group_by);
  const lacks = { map: placesOf(object).length === 0, calendar: dates.length === 0 };
  const dropped: Dropped[] = [];
  const paths = search.columns ?? saved.columns;
  const columns = paths.flatMap((path) => columnOf(path, object, catalogue)?.path ?? []);
  // Public views may well have columns that are not for everybody.
  if (saved.owner_id !== undefined) dropped.push(...paths.filter((path) => !columnOf(path, object, catalogue)).map((path) => ({ part: 'column' as const, path })));
  const filter = knownPart(search.filter === 'none' ? null : (search.filter ?? saved.filter), object, catalogue, (path) => dropped.push({ part: 'filter', path }));
  const keys = parseSort(search.sort ?? saved.sort);
  const known = keys.filter(({ path }) => leads(path, object, catalogue));
  dropped.push(...keys.filter((key) => !known.includes(key)).map(({ path }) => ({ part: 'sort' as const, path })));
  // The name leads to the record: a list without it would be a dead end.
  const withName = columns.includes(object.name_field) ? columns : [object.name_field, ...columns];
  const nameFirst = [object.name_field, ...withName.filter((path) => path !== object.name_field)];
  return {
    saved,
    columns: fieldOf(object, object.name_field) ? nameFirst : columns,
    filter,
    sort: sortText(known),
    // Where nothing says where or when a record is, there is nothing to draw on a map or in a calendar.
    as: (as === 'map' || as === 'calendar') && lacks[as] ? 'table' : as,
    date,
    changed: search.filter !== undefined || search.sort !== undefined || search.columns !== undefined || as !== saved.kind || (as === 'calendar' && date !== dateOf(saved.group_by)),
    dropped,
  };
}

/** "Key accounts, DACH" as a name for the catalogue, another than those that are there: key_accounts_dach. */
export function viewName(label: string, taken: readonly ListView[]): string {
  const plain = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const name = /^[a-z]/.test(plain) ? plain.slice(0, 60) : `view_${plain || Date.now().toString(36)}`;
  const isTaken = (wanted: string) => taken.some((view) => view.name === wanted);
  let number = 1;
  while (isTaken(number === 1 ? name : `${name}_${number}`)) number += 1;
  return number === 1 ? name : `${name}_${number}`;
}
