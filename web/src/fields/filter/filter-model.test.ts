import { expect, it } from 'vitest';
import type { Field } from '@/api/types';
import { filterOf, groupOf, isComplete, newCondition, operatorOf, replacePart } from './filter-model';

const amount = { name: 'amount', type: 'currency' } as Field;
const closing = { name: 'close_date', type: 'date' } as Field;
const one = { field: 'a', op: '=', value: 1 } as const;
const two = { field: 'b', op: '=', value: 2 } as const;

it('shows a lone condition as a group of one', () => {
  expect(filterOf(groupOf(one))).toEqual(one);
});

it('keeps "or" while there is one part left', () => {
  expect(filterOf({ joiner: 'or', parts: [one] })).toEqual({ or: [one] });
});

it('becomes no filter when its last part goes', () => {
  expect(filterOf(replacePart(groupOf(one), 0, null))).toBeNull();
});

it('replaces a part in its place', () => {
  expect(replacePart({ joiner: 'and', parts: [one, one] }, 1, two).parts).toEqual([one, two]);
});

it('does not ask before there is something to compare with', () => {
  expect(isComplete(newCondition('amount', amount))).toBe(false);
  expect(isComplete({ ...newCondition('amount', amount), value: 5 })).toBe(true);
});

it('tells a day from a period', () => {
  expect(operatorOf({ field: 'close_date', op: '=', value: 'THIS_QUARTER' }, closing)?.takes).toBe('period');
});
