import { type Catalogue, fieldOf, isReference } from '@/api/catalogue';
import { type Column, columnOf, valueAt } from '@/api/columns';
import type { Filter, Json, ObjectInfo, RecordData } from '@/api/types';
import type { ListSearch } from './list-view';
import { type Told, type Totals, totalsOf } from './table-footer-model';

/** Records that have a value in common, with what they come to. */
export interface Group {
  value: Json;
  /** A record of the group as far as the column needs it, so that its value can be drawn. */
  sample: RecordData;
  totals: Totals;
}

/** A line of a grouped list: the head of a group, or a record by its place among the rows. */
export type Line = { kind: 'group'; group: Group } | { kind: 'row'; row: RecordData; index: number };

/** Fields that a list may be grouped by: those whose values repeat. */
export function groupChoices(object: ObjectInfo, catalogue: Catalogue): Column[] {
  return object.fields
    .filter((field) => field.type === 'picklist' || field.type === 'checkbox' || (isReference(field) && field.targets?.length === 1))
    .filter((field) => field.name !== 'currency_code' || object.fields.some((each) => each.type === 'currency'))
    .map((field) => columnOf(field.name, object, catalogue))
    .filter((column) => column !== undefined)
    .map((column) => {
      // Stages stand in the order of their pipeline, not of their names.
      const target = catalogue.find(column.field.targets?.[0]);
      return target && fieldOf(target, 'sequence') ? { ...column, sortBy: `${column.field.relation}.sequence` } : column;
    });
}

/** The sort that brings the records of a group together, in the order of the groups. */
export function groupedSort(group: Column | undefined, sort: string): string {
  if (!group) return sort;
  const keys = group.sortBy && group.sortBy !== group.path ? [group.sortBy, group.path] : [group.path];
  return [...keys, ...(sort ? [sort] : [])].join(',');
}

export function groupsOf(rows: readonly RecordData[], column: Column, told: readonly Told[]): Group[] {
  return rows.flatMap((row) => {
    const totals = totalsOf(row, told);
    return totals ? [{ value: valueAt(row, column.path), sample: row, totals }] : [];
  });
}

/** What leaves folded groups out of the question. */
export function withoutFolded(column: Column, folded: readonly Json[]): Filter[] {
  return folded.map((value) => (value === null ? { field: column.path, op: 'is_not_empty' as const } : { field: column.path, op: '!=' as const, value }));
}

const same = (one: Json, other: Json) => one === other || (one ?? false) === (other ?? false);

/** Heads and rows in their order. Where rows are still to come, the groups after them wait. */
export function linesOf(rows: readonly RecordData[], groups: readonly Group[], column: Column, folded: readonly Json[], more: boolean): Line[] {
  const lines: Line[] = [];
  for (const group of groups) {
    lines.push({ kind: 'group', group });
    if (folded.some((value) => same(value, group.value))) continue;
    let found = 0;
    rows.forEach((row, index) => {
      if (!same(valueAt(row, column.path), group.value)) return;
      lines.push({ kind: 'row', row, index });
      found += 1;
    });
    if (more && found < group.totals.count) break;
  }
  return lines;
}

/** The field that rows are grouped by, where they are a table. */
export const groupShown = ({ group, as }: ListSearch, object: ObjectInfo, catalogue: Catalogue): Column | undefined =>
  as || !group ? undefined : groupChoices(object, catalogue).find((column) => column.path === group);
