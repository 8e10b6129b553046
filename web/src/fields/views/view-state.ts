import type { Catalogue } from '@/api/catalogue';
import { columnOf } from '@/api/columns';
import { knownPart, leads } from '@/api/known-parts';
import type { Filter, ListView, ObjectInfo } from '@/api/types';
import { parseSort, sortText } from '@/lib/sort-text';

export interface Dropped {
  part: 'column' | 'filter' | 'sort';
  path: string;
}

/** A saved view, and what the person has made of it since. */
export interface ViewState {
  saved: ListView;
  /** As it is on the screen: what is saved over it. */
  shown: ListView;
  /** What is saved as another view. */
  another: ListView;
  /** Whether it differs from what is saved. */
  changed: boolean;
  /** What it asks for and is not there for the person. */
  dropped: Dropped[];
}

/** What the person has changed since, gone from the address. */
export const unchanged = { filter: undefined, sort: undefined, columns: undefined, as: undefined, when: undefined, pipeline: undefined };

/** What of a view's columns, filter and sort is there for the person, and what is not. */
export function knownView(view: ListView, object: ObjectInfo, catalogue: Catalogue) {
  const dropped: Dropped[] = [];
  const columns = view.columns.flatMap((path) => columnOf(path, object, catalogue)?.path ?? []);
  // Public views may well have columns that are not for everybody.
  if (view.owner_id !== undefined) dropped.push(...view.columns.filter((path) => !columnOf(path, object, catalogue)).map((path) => ({ part: 'column' as const, path })));
  const filter: Filter | null = knownPart(view.filter, object, catalogue, (path) => dropped.push({ part: 'filter', path }));
  const keys = parseSort(view.sort ?? '');
  const known = keys.filter(({ path }) => leads(path, object, catalogue));
  dropped.push(...keys.filter((key) => !known.includes(key)).map(({ path }) => ({ part: 'sort' as const, path })));
  return { columns, filter, sort: sortText(known), dropped };
}
