import { expect, it } from 'vitest';
import { cardAfter } from './use-gallery-keys';

const grid = { count: 10, across: 4, down: 2, rtl: false };
const after = (key: string, index: number, more = {}) => cardAfter(key, index, { ...grid, ...more });

it('moves in two dimensions', () => {
  expect([after('ArrowRight', 1), after('ArrowLeft', 1), after('ArrowDown', 1), after('ArrowUp', 5)]).toEqual([2, 0, 5, 1]);
});

it('mirrors left and right where one reads so', () => {
  expect([after('ArrowRight', 1, { rtl: true }), after('ArrowLeft', 1, { rtl: true })]).toEqual([0, 2]);
});

it('stays inside, and in its column at the top', () => {
  expect([after('ArrowUp', 2), after('PageUp', 7), after('ArrowDown', 7), after('PageDown', 0), after('ArrowLeft', 0)]).toEqual([2, 3, 9, 8, 0]);
});

it('leads to the ends of its row', () => {
  expect([after('Home', 6), after('End', 4), after('End', 9), after('q', 4)]).toEqual([4, 7, 9, undefined]);
});
