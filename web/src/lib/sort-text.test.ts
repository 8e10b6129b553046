import { expect, it } from 'vitest';
import { toggled } from './sort-text';

it('goes from ascending to descending to none', () => {
  expect(toggled('', 'name', false)).toBe('name');
  expect(toggled('name', 'name', false)).toBe('-name');
  expect(toggled('-name', 'name', false)).toBe('');
});

it('begins anew with another column', () => {
  expect(toggled('-amount', 'name', false)).toBe('name');
});

it('adds keys, and turns one in its place', () => {
  expect(toggled('-amount', 'name', true)).toBe('-amount,name');
  expect(toggled('amount,name', 'amount', true)).toBe('-amount,name');
});
