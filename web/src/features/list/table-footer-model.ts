import { fieldOf } from '@/api/catalogue';
import type { Column } from '@/api/columns';
import { whereOf } from '@/api/filter';
import type { Filter, ObjectInfo, RecordData } from '@/api/types';
import { kitOf } from '@/fields/field-kits';

export interface Footer {
  /** Over everything that the filter finds. */
  count: number;
  /** By the path of the column; money is in the organization's currency. */
  sums: Map<string, number>;
}

/** What is summed for a column: money in the organization's currency, other figures as they are. */
function summedField(object: ObjectInfo, column: Column): string | undefined {
  if (!column.own || !kitOf(column.field).sums) return undefined;
  const base = `${column.field.name}_base`;
  return column.field.type === 'currency' && fieldOf(object, base) ? base : column.field.name;
}

function summed(object: ObjectInfo, columns: readonly Column[]): { column: Column; field: string }[] {
  return columns.flatMap((column) => {
    const field = summedField(object, column);
    return field ? [{ column, field }] : [];
  });
}

/** One question for the count and all sums. */
export function footerSoql(object: ObjectInfo, columns: readonly Column[], filter: Filter | null, me: string): string {
  const sums = summed(object, columns).map(({ field }) => `SUM(${field})`);
  return `SELECT ${['COUNT(id)', ...sums].join(', ')} FROM ${object.name}${whereOf(filter, me)}`;
}

export function footerOf(row: RecordData | undefined, object: ObjectInfo, columns: readonly Column[]): Footer | undefined {
  if (!row || typeof row.expr0 !== 'number') return undefined;
  const sums = summed(object, columns).flatMap(({ column }, index) => {
    const sum = row[`expr${index + 1}`];
    return typeof sum === 'number' ? [[column.path, sum] as const] : [];
  });
  return { count: row.expr0, sums: new Map(sums) };
}
