import { expect, it } from 'vitest';
import { allOf } from './filter';

const one = { field: 'a', op: '=', value: 1 } as const;
const two = { related: 'tasks', count: { op: '>', value: 2 } } as const;

it('asks nothing when nothing is given', () => {
  expect(allOf([null, undefined])).toBeNull();
});

it('joins what is given', () => {
  expect(allOf([one, null])).toEqual(one);
  expect(allOf([one, two])).toEqual({ and: [one, two] });
});
