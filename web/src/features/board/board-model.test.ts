import { describe, expect, it } from 'vitest';
import type { Field, ObjectInfo, RecordData } from '@/api/types';
import { type BoardColumn, boardMoney, sumOf, totalsOf, totalsSoql, withMove } from './board-model';

const field = (name: string, type: Field['type']) => ({ name, type }) as Field;
const opportunity = {
  name: 'opportunity',
  fields: [field('amount', 'currency'), field('amount_base', 'currency'), field('expected_revenue_base', 'currency')],
  layouts: { card: { fields: ['name', 'amount'] } },
} as unknown as ObjectInfo;
const column = (id: string, probability: number): BoardColumn => ({ id, name: id, tint: 'sky', probability, outcome: 'open', rottingDays: null });
const [early, late] = [column('early', 20), column('late', 80)];
const money = boardMoney(opportunity);
const totals = totalsOf(
  [
    { id: '', stage_id: 'early', expr0: 3, expr1: 300, expr2: 60 },
    { id: '', stage_id: 'late', expr0: 1, expr1: 100, expr2: 80 },
  ],
  'stage_id',
  [early, late],
);
const card: RecordData = { id: '1', amount: 120, amount_base: 100 };

it('asks for all columns in one question', () => {
  expect(totalsSoql(opportunity, 'stage_id', money)).toBe(
    "SELECT stage_id, COUNT(id), SUM(amount_base), SUM(expected_revenue_base) FROM opportunity GROUP BY stage_id",
  );
});

describe('withMove', () => {
  const moved = withMove(totals, card, early, late, money);
  it('takes the card from where it was', () => {
    expect(moved.get('early')).toEqual({ count: 2, total: 200, weighted: 40 });
  });
  it('weighs it anew where it lands', () => {
    expect(moved.get('late')).toEqual({ count: 2, total: 200, weighted: 160 });
  });
  it('keeps the sum of the board', () => {
    expect(sumOf(moved, [early, late]).total).toBe(sumOf(totals, [early, late]).total);
  });
  it('changes nothing within a column', () => {
    expect(withMove(totals, card, early, early, money)).toBe(totals);
  });
});
