import { fieldOf } from '@/api/catalogue';
import type { Catalogue } from '@/api/catalogue';
import { type DateField, datesOf } from '@/api/dates';
import { placesOf } from '@/api/places';
import type { Filter, ListView, ObjectInfo } from '@/api/types';
import { finishedFilter } from '@/fields/filter/filter-model';
import { knownView, type ViewState } from '@/fields/views/view-state';

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
export interface ShownView extends ViewState {
  columns: string[];
  filter: Filter | null;
  sort: string;
  as: ShownAs;
  /** By which field a calendar shows the records. */
  date: DateField | undefined;
}

/** Whether rows are asked for page by page; a map and a calendar ask for what they show by themselves. */
export const rowsAsked = ({ as }: ShownView) => as === 'table' || as === 'gallery';

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
  const asked = search.as ?? (saved.kind === 'board' ? 'table' : saved.kind);
  const dates = datesOf(object);
  const dateOf = (name: string | undefined) => dates.find(({ field }) => field.name === name) ?? dates[0];
  const date = dateOf(search.when ?? saved.group_by);
  const lacks = { map: placesOf(object).length === 0, calendar: dates.length === 0 };
  const wanted = { ...saved, columns: search.columns ?? saved.columns, filter: search.filter === 'none' ? null : (search.filter ?? saved.filter), sort: search.sort ?? saved.sort };
  const { columns, filter, sort, dropped } = knownView(wanted, object, catalogue);
  // The name leads to the record: a list without it would be a dead end.
  const withName = columns.includes(object.name_field) ? columns : [object.name_field, ...columns];
  const nameFirst = [object.name_field, ...withName.filter((path) => path !== object.name_field)];
  const named = fieldOf(object, object.name_field) ? nameFirst : columns;
  // Where nothing says where or when a record is, there is nothing to draw on a map or in a calendar.
  const as = (asked === 'map' || asked === 'calendar') && lacks[asked] ? 'table' : asked;
  const shown: ListView = { ...saved, kind: as, group_by: as === 'calendar' ? date?.field.name : saved.group_by, columns: named, filter: finishedFilter(filter), sort };
  return {
    saved,
    shown,
    another: shown,
    columns: named,
    filter,
    sort,
    as,
    date,
    changed: search.filter !== undefined || search.sort !== undefined || search.columns !== undefined || as !== saved.kind || (as === 'calendar' && date !== dateOf(saved.group_by)),
    dropped,
  };
}
