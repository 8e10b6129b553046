import { expect, it } from 'vitest';
import { cityOf, clocksAt, isZone } from './other-zones';

const at = (day: string, minutes: number, zones: string[]) => clocksAt(day, minutes, 'Europe/Berlin', zones).map(({ clock, days }) => [clock, days]);

it('tells what clocks elsewhere show', () => {
  expect(at('2031-03-04', 9 * 60, ['America/New_York', 'Asia/Kolkata', 'Europe/Berlin'])).toEqual([['03:00', 0], ['13:30', 0], ['09:00', 0]]);
});

it('tells when it is another day there', () => {
  expect(at('2031-03-04', 60, ['America/Los_Angeles'])).toEqual([['16:00', -1]]);
  expect(at('2031-03-04', 23 * 60, ['Asia/Tokyo'])).toEqual([['07:00', 1]]);
});

it('follows the change of clocks, which is not the same day everywhere', () => {
  // New York changes on 9 March 2031, Berlin on the 30th.
  expect(at('2031-03-12', 9 * 60, ['America/New_York'])).toEqual([['04:00', 0]]);
  expect(at('2031-04-02', 9 * 60, ['America/New_York'])).toEqual([['03:00', 0]]);
});

it('knows zones by the place they are named after, and what is none', () => {
  expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  expect([isZone('Asia/Tokyo'), isZone('Moon/Tranquility')]).toEqual([true, false]);
});
