import { expect, it } from 'vitest';
import { allOf, soqlOf, whereOf } from './filter';
import type { Filter } from './types';

const me = '005000000000001AAA';

it.each<[string, Filter, string]>([
  ['a number', { field: 'amount', op: '>=', value: 1000 }, 'amount >= 1000'],
  ['a text with a quote', { field: 'name', op: '=', value: "O'Neil" }, "name = 'O\\'Neil'"],
  ['a day', { field: 'close_date', op: '<', value: '2026-11-21' }, 'close_date < 2026-11-21'],
  ['a period', { field: 'close_date', op: '=', value: 'LAST_N_DAYS:30' }, 'close_date = LAST_N_DAYS:30'],
  ['the person', { field: 'owner_id', op: '=', value: 'me' }, `owner_id = '${me}'`],
  ['part of a text', { field: 'name', op: 'contains', value: '50%' }, "name LIKE '%50\\%%'"],
  ['one of several', { field: 'type', op: 'in', value: ['a', 'b'] }, "type IN ('a', 'b')"],
  ['nothing', { field: 'phone', op: 'is_empty' }, 'phone = null'],
  ['a negation', { not: { field: 'is_won', op: '=', value: true } }, '(NOT is_won = true)'],
])('writes %s', (_, filter, soql) => {
  expect(soqlOf(filter, me)).toBe(soql);
});

it('nests groups', () => {
  const filter: Filter = { or: [{ field: 'a', op: '=', value: 1 }, { and: [{ field: 'b', op: '=', value: 2 }, { field: 'c', op: '=', value: 3 }] }] };
  expect(whereOf(filter, me)).toBe(' WHERE (a = 1 OR (b = 2 AND c = 3))');
});

it('asks nothing when nothing is given', () => {
  expect(allOf([null, undefined])).toBeNull();
  expect(whereOf(null, me)).toBe('');
});
