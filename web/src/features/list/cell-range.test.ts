import { expect, it } from 'vitest';
import { heightOf, rangeOf, widthOf } from './cell-range';

it('is the rectangle between two corners, whichever comes first', () => {
  const range = { top: 1, bottom: 3, left: 2, right: 3 };
  expect(rangeOf({ row: 3, column: 2 }, { row: 1, column: 3 })).toEqual(range);
  expect([heightOf(range), widthOf(range)]).toEqual([3, 2]);
});

it('is none where both corners are one cell', () => {
  expect(rangeOf({ row: 1, column: 1 }, { row: 1, column: 1 })).toBeUndefined();
});
