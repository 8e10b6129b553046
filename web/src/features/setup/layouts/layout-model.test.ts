import { expect, it } from 'vitest';
import { highlights, layoutOf, type Place, placed, stepped, unused } from './layout-model';

const places: Place[] = [
  { id: highlights, fields: ['amount'] },
  { id: 'section-a', label: 'Key fields', fields: ['name', 'amount'] },
  { id: unused, fields: ['source'] },
];
const fieldsIn = (all: Place[], id: string) => all.find((place) => place.id === id)?.fields;

it('moves a field before another one', () => {
  const moved = placed(places, 'source', unused, 'section-a', 'amount');
  expect(fieldsIn(moved, 'section-a')).toEqual(['name', 'source', 'amount']);
  expect(fieldsIn(moved, unused)).toEqual([]);
});

it('shows a field among the highlights as well as in its section', () => {
  const moved = placed(places, 'name', 'section-a', highlights);
  expect(fieldsIn(moved, highlights)).toEqual(['amount', 'name']);
  expect(fieldsIn(moved, 'section-a')).toEqual(['name', 'amount']);
});

it('takes a field off the highlights without showing it twice elsewhere', () => {
  const moved = placed(places, 'amount', highlights, unused);
  expect(fieldsIn(moved, highlights)).toEqual([]);
  expect(fieldsIn(moved, unused)).toEqual(['source']);
});

it('steps within its place and no further', () => {
  const [, section] = places;
  if (!section) throw new Error('no section');
  expect(stepped(section, 'amount', -1)).toEqual(['amount', 'name']);
  expect(stepped(section, 'name', -1)).toEqual(['name', 'amount']);
});

it('makes the layout that is kept', () => {
  expect(layoutOf(places, 'detail', ['contacts'])).toEqual({ sections: [{ label: 'Key fields', fields: ['name', 'amount'] }], highlights: ['amount'], related: ['contacts'] });
});
