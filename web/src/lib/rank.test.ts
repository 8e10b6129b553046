import { expect, it } from 'vitest';
import { rank } from './rank';

it('puts exact before beginning before word before middle before scattered', () => {
  const scores = [rank('deals', 'Deals'), rank('dea', 'Deals'), rank('dea', 'Open deals'), rank('eal', 'Deals'), rank('dls', 'Deals')];
  expect(scores).toEqual(scores.toSorted((one, other) => other - one));
  expect(new Set(scores).size).toBe(5);
});

it('does not mind accents', () => {
  expect(rank('hallstrom', 'Hallström Papper')).toBe(80);
});

it('forgives one slip in a word, after all that fits', () => {
  for (const typed of ['acounts', 'accuonts', 'accoumts', 'accounrts', 'acco']) expect(rank(typed, 'Accounts')).toBeGreaterThan(0);
  expect(rank('dakr theme', 'Dark theme')).toBe(5);
  expect(rank('aconuts', 'Accounts')).toBe(0);
  expect(rank('thes', 'Go to')).toBe(0);
});

it('leaves out what does not fit', () => {
  expect(rank('xyz', 'Deals')).toBe(0);
});
