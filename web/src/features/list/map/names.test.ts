import { expect, it } from 'vitest';
import { namedSigns } from './names';
import type { Sign } from './use-map-view';

const sign = (name: string, count: number, x: number, y: number, items = 1) => ({ key: name, count, x, y, items: Array.from({ length: items }, () => ({ label: name })) }) as Sign;
const named = (...signs: Sign[]) => namedSigns(signs, () => 10, ({ key }) => key).map(({ key }) => key);

it('tells the larger of two whose names would lie over each other', () => {
  expect(named(sign('Emirates', 1, 100, 100), sign('India', 9, 120, 120))).toEqual(['India', 'Emirates']);
  expect(named(sign('Emirates', 1, 100, 100), sign('India', 9, 105, 112))).toEqual(['India']);
});

it('tells no name under another sign, and none of several together', () => {
  expect(named(sign('Oman', 3, 100, 100), sign('Yemen', 1, 130, 104))).toEqual(['Yemen']);
  expect(named(sign('many', 3, 100, 100, 2))).toEqual([]);
});
