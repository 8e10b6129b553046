import { expect, it } from 'vitest';
import { guarded, unguarded } from './formula-guard';

it.each(['=1+1', '@SUM(A1)', '+1+cmd', '-2+3+cmd', '\t=1', '\rx', '  =1', '＝1', '＋A1', '+1-555-0100', "'=1+1", "''@x"])('guards %j, and takes the guard off again', (text) => {
  expect(guarded(text)).toBe(`'${text}`);
  expect(unguarded(guarded(text))).toBe(text);
});

it.each(['', 'Ada', 'a=b', '-5', '-1.234,56', '+49 30 901820', '-', "O'Neil", "'Ada'"])('leaves %j alone', (text) => {
  expect([guarded(text), unguarded(text)]).toEqual([text, text]);
});
