import { expect, it } from 'vitest';
import { parseDuration, plainDuration } from './duration';

it.each([
  ['1h 30m', 5400],
  ['90 min', 5400],
  ['1:30', 5400],
  ['6', 360],
  ['2 days', 172_800],
])('%s', (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds);
});

it('refuses what is no duration', () => {
  expect(parseDuration('soon')).toBeNull();
});

it('writes what it reads', () => {
  expect(parseDuration(plainDuration(93_784))).toBe(93_784);
});
