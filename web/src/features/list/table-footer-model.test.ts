import { expect, it } from 'vitest';
import type { Column } from '@/api/columns';
import type { Field, ObjectInfo } from '@/api/types';
import { toldBy, totalsOf, totalsSoql } from './table-footer-model';

const column = (name: string, type: Field['type'], more: Partial<Column> = {}) => ({ path: name, label: name, field: { name, type, shape: 'number' } as Field, needs: [], own: true, ...more }) as Column;
const [name, amount, stage] = [column('name', 'text'), column('amount', 'currency'), column('stage_id', 'lookup', { sortBy: 'stage.sequence', needs: ['stage_id', 'stage.name'] })];
const object = { name: 'opportunity', fields: [{ name: 'amount' }, { name: 'amount_base' }] } as unknown as ObjectInfo;
const columns = [name, amount, stage];

it('sums money in the currency of the organization, and nothing else unless it is chosen', () => {
  expect(totalsSoql(object, toldBy(object, columns, {}))).toBe('SELECT COUNT(id), SUM(amount_base) FROM opportunity');
  expect(totalsSoql(object, toldBy(object, columns, { 'opportunity/stage_id': 'unique', 'opportunity/amount': 'nothing' }))).toBe('SELECT COUNT(id), COUNT_DISTINCT(stage_id) FROM opportunity');
});

it('asks for each group in the order in which the rows come', () => {
  expect(totalsSoql(object, [], stage)).toBe('SELECT stage_id, stage.name, stage.sequence, COUNT(id) FROM opportunity GROUP BY stage_id, stage.name, stage.sequence ORDER BY stage.sequence NULLS LAST, stage_id');
});

it('tells how many percent are empty', () => {
  const told = toldBy(object, columns, { 'opportunity/amount': 'empty' });
  expect(totalsOf({ id: '', expr0: 4, expr1: 3 }, told)?.values.get('amount')).toBe(25);
});
