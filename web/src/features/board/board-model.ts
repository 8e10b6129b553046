import { fieldOf } from '@/api/catalogue';
import type { Field, Json, ObjectInfo, RecordData } from '@/api/types';

export interface BoardColumn {
  /** The value that the group field has for cards of this column. */
  id: string;
  name: string;
  tint: string;
  /** Percent; only stages have one. */
  probability?: number;
  /** Stages that end a deal are not columns but drop zones. */
  outcome: 'open' | 'won' | 'lost';
  /** Days after which a card has stood here too long. */
  rottingDays: number | null;
}

/** Where a column stands in the page. */
export const columnElement = (id: string) => document.getElementById(`column-${id}`);

/** Figures of one column, over all its cards, in the organization's currency. */
export interface ColumnTotal {
  count: number;
  total: number;
  weighted: number;
}

/** Which fields of the object make the board's figures. */
export interface BoardMoney {
  amount: Field;
  /** The amount in the organization's currency. */
  base: string;
  /** The base amount weighted by probability, when the object keeps one. */
  weighted?: string;
}

/** Column by column, by its id. */
export type Totals = Map<string, ColumnTotal>;

export const noTotal: ColumnTotal = { count: 0, total: 0, weighted: 0 };

/** The amount that cards are summed by: the first amount of money on the card. */
export function boardMoney(object: ObjectInfo): BoardMoney | undefined {
  const card = object.layouts.card?.fields ?? [];
  const amount = [...card.map((name) => fieldOf(object, name)), ...object.fields].find((field) => field?.type === 'currency' && !field.name.endsWith('_base'));
  if (!amount) return undefined;
  const base = fieldOf(object, `${amount.name}_base`) ? `${amount.name}_base` : amount.name;
  const weighted = ['expected_revenue_base', 'expected_revenue'].find((name) => fieldOf(object, name));
  return { amount, base, weighted };
}

/** Counts and sums of every column in one question. */
export function totalsSoql(object: ObjectInfo, group: string, money: BoardMoney | undefined): string {
  const sums = money ? [`SUM(${money.base})`, ...(money.weighted ? [`SUM(${money.weighted})`] : [])] : [];
  return `SELECT ${[group, 'COUNT(id)', ...sums].join(', ')} FROM ${object.name} GROUP BY ${group}`;
}

const number = (value: Json | undefined) => (typeof value === 'number' ? value : 0);

export function totalsOf(rows: readonly RecordData[], group: string, columns: readonly BoardColumn[]): Totals {
  const totals: Totals = new Map();
  for (const row of rows) {
    const id = String(row[group] ?? '');
    const probability = columns.find((column) => column.id === id)?.probability ?? 100;
    const total = number(row.expr1);
    totals.set(id, { count: number(row.expr0), total, weighted: row.expr2 === undefined ? (total * probability) / 100 : number(row.expr2) });
  }
  return totals;
}

/** The totals as they are with a card in another column. A stage's probability weighs the card where it lands. */
export function withMove(totals: Totals, card: RecordData, from: BoardColumn, to: BoardColumn, money: BoardMoney | undefined): Totals {
  if (from.id === to.id) return totals;
  const amount = money ? number(card[money.base]) : 0;
  const weightIn = (column: BoardColumn) => (amount * (column.probability ?? 100)) / 100;
  const before = totals.get(from.id) ?? noTotal;
  const after = totals.get(to.id) ?? noTotal;
  const moved = new Map(totals);
  moved.set(from.id, { count: before.count - 1, total: before.total - amount, weighted: before.weighted - weightIn(from) });
  moved.set(to.id, { count: after.count + 1, total: after.total + amount, weighted: after.weighted + weightIn(to) });
  return moved;
}

/** Totals over columns. */
export function sumOf(totals: Totals, columns: readonly BoardColumn[]): ColumnTotal {
  return columns.reduce((sum, column) => {
    const own = totals.get(column.id) ?? noTotal;
    return { count: sum.count + own.count, total: sum.total + own.total, weighted: sum.weighted + own.weighted };
  }, noTotal);
}
