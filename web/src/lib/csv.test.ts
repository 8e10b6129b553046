import { expect, it } from 'vitest';
import { delimiterOf, firstRows } from './csv';

it('reads quotes, delimiters and line ends inside of quotes', () => {
  expect(firstRows('name,note\r\n"Acme, Inc.","said ""yes""\nand left"\r\n', 5)).toEqual([
    ['name', 'note'],
    ['Acme, Inc.', 'said "yes"\nand left'],
  ]);
});

it('finds the delimiter that the header uses', () => {
  expect(delimiterOf('"a,b";c;d\n')).toBe(';');
});

it('stops after as many rows as are wanted', () => {
  expect(firstRows('a\n1\n2\n3\n', 2)).toEqual([['a'], ['1']]);
});

it('takes the last row without a line end, and leaves blank rows out', () => {
  expect(firstRows('a,b\n\n1,2', 5)).toEqual([['a', 'b'], ['1', '2']]);
});
