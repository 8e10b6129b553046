import { fieldOf } from '@/api/catalogue';
import type { Column } from '@/api/columns';
import type { Field, ObjectInfo, RecordData } from '@/api/types';
import { kitOf } from '@/fields/field-kits';
import type { MessageId } from '@/i18n/catalogues';

/** What the foot of a column tells over all its values. */
export type Aggregate = 'sum' | 'average' | 'minimum' | 'maximum' | 'empty' | 'unique' | 'nothing';

export const aggregateLabels: Record<Aggregate, MessageId> = {
  sum: 'list.sum',
  average: 'list.average',
  minimum: 'list.minimum',
  maximum: 'list.maximum',
  empty: 'list.empty_share',
  unique: 'list.unique',
  nothing: 'list.no_aggregate',
};

export interface Totals {
  count: number;
  /** By the path of the column; money is in the organization's currency. */
  values: Map<string, number>;
}

/** One column with what is told of it. */
export interface Told {
  path: string;
  aggregate: Aggregate;
  /** "SUM(amount_base)" */
  term: string;
}

const figure = (field: Field) => kitOf(field).sums || (field.type === 'roll_up' && ['integer', 'decimal', 'currency'].includes(field.result ?? ''));
const uncountable = new Set(['opaque', 'compound', 'set']);

/** What can be told of a column; the first is told unless the person chooses otherwise. */
export function aggregatesOf({ own, field }: Column): Aggregate[] {
  if (!own || uncountable.has(field.shape)) return [];
  if (figure(field)) return ['sum', 'average', 'minimum', 'maximum', 'empty', 'nothing'];
  return ['nothing', 'empty', 'unique'];
}

function termOf(object: ObjectInfo, { field }: Column, aggregate: Aggregate): string | undefined {
  const base = `${field.name}_base`;
  const summed = field.type === 'currency' && fieldOf(object, base) ? base : field.name;
  const terms: Partial<Record<Aggregate, string>> = {
    sum: `SUM(${summed})`,
    average: `AVG(${summed})`,
    minimum: `MIN(${summed})`,
    maximum: `MAX(${summed})`,
    empty: `COUNT(${field.name})`,
    unique: `COUNT_DISTINCT(${field.name})`,
  };
  return terms[aggregate];
}

/** What the columns tell, as the person chose it or as usual. `chosen` is by "object/path". */
export function toldBy(object: ObjectInfo, columns: readonly Column[], chosen: Readonly<Record<string, string>>): Told[] {
  return columns.slice(1).flatMap((column) => {
    const offered = aggregatesOf(column);
    const aggregate = offered.find((each) => each === chosen[`${object.name}/${column.path}`]) ?? offered[0];
    const term = aggregate && termOf(object, column, aggregate);
    return aggregate && term ? [{ path: column.path, aggregate, term }] : [];
  });
}

/** One question for the count and everything that is told, of all records or of each group. */
export function totalsSoql(object: ObjectInfo, told: readonly Told[], group?: Column): string {
  const by = group ? [...new Set([group.path, ...group.needs.filter((path) => path.includes('.')), group.sortBy ?? group.path])] : [];
  const terms = ['COUNT(id)', ...told.map(({ term }) => term)];
  const order = group ? ` GROUP BY ${by.join(', ')} ORDER BY ${(group.sortBy && group.sortBy !== group.path ? [group.sortBy, group.path] : [group.path]).map((path) => (path.includes('.') ? `${path} NULLS LAST` : path)).join(', ')}` : '';
  return `SELECT ${[...by, ...terms].join(', ')} FROM ${object.name}${order}`;
}

export function totalsOf(row: RecordData | undefined, told: readonly Told[]): Totals | undefined {
  if (!row || typeof row.expr0 !== 'number') return undefined;
  const count = row.expr0;
  const values = told.flatMap(({ path, aggregate }, index) => {
    const value = row[`expr${index + 1}`];
    if (typeof value !== 'number') return [];
    return [[path, aggregate === 'empty' ? (count === 0 ? 0 : (100 * (count - value)) / count) : value] as const];
  });
  return { count, values: new Map(values) };
}
