import { expect, it } from 'vitest';
import { parseLooseNumber } from './loose-number';

it.each([
  ['1500', 'en', 1500],
  ['1.5k', 'en', 1500],
  ['1,5k', 'de', 1500],
  ['2m', 'en', 2_000_000],
  ['€1,234.50', 'en', 1234.5],
  ['1.234,50 €', 'de', 1234.5],
  ['1,234', 'en', 1234],
  ['1.234', 'de', 1234],
  ['1.234', 'en', 1.234],
  ["1'234.5", 'de-CH', 1234.5],
  ['12 %', 'en', 12],
  ['-3', 'en', -3],
  ['(5)', 'en', -5],
  ['EUR 20', 'en', 20],
])('%s in %s', (text, locale, number) => {
  expect(parseLooseNumber(text, locale)).toBe(number);
});

it.each(['', 'abc', '12 apples', '1e999'])('refuses %j', (text) => {
  expect(parseLooseNumber(text, 'en')).toBeNull();
});
