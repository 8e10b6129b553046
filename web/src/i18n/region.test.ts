import { expect, it } from 'vitest';
import { regionalLocale } from './region';

it('writes a bare language as the browser does', () => {
  expect(regionalLocale('en', ['de-AT', 'en-GB'])).toBe('en-GB');
  expect(regionalLocale('fr', ['en-GB'])).toBe('fr');
});

it('leaves a region alone that somebody chose', () => {
  expect(regionalLocale('en_US', ['en-GB'])).toBe('en-US');
});

it('knows no locale where there is none', () => {
  expect([regionalLocale(null, []), regionalLocale('not a locale', [])]).toEqual([undefined, undefined]);
});
