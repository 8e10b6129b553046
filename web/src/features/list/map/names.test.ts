import { expect, it } from 'vitest';
import { namedSigns } from './names';
import type { Sign } from './use-map-view';

const sign = (name: string, count: number, x: number, y: number, items = 1) => ({ key: name, count, x, y, items: Array.from({ length: items }, () => ({ label: name })) }) as Sign;
const named = (...signs: Sign[]) => namedSigns(signs, 200, () => 10, ({ key }) => key).map(({ sign: { key }, before }) => (before ? `${key} before` : key));

it('tells the larger of two whose names would lie over each other', () => {
  expect(named(sign('Emirates', 1, 100, 100), sign('India', 9, 120, 120))).toEqual(['India', 'Emirates']);
  expect(named(sign('Emirates', 1, 100, 100), sign('India', 9, 105, 112))).toEqual(['India', 'Emirates before']);
});

it('tells no name under another sign, and none of several together', () => {
  expect(named(sign('Oman', 3, 100, 100), sign('Yemen', 1, 130, 104))).toEqual(['Oman before', 'Yemen']);
  expect(named(sign('many', 3, 100, 100, 2))).toEqual([]);
});

it('cuts no name at an edge', () => {
  expect(named(sign('Japan', 1, 180, 100), sign('Ecuador', 1, 20, 100))).toEqual(['Japan before', 'Ecuador']);
  expect(named(sign('A name that is longer than the map is wide', 1, 100, 100))).toEqual([]);
});
