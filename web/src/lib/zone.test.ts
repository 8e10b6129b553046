import { expect, it } from 'vitest';
import { clockOf, dayOf, momentOf } from './zone';

it('finds the moment of a wall time on both sides of a change of the clocks', () => {
  const summer = momentOf({ year: 2026, month: 7, day: 1, hour: 9, minute: 30 }, 'Europe/Berlin');
  const winter = momentOf({ year: 2026, month: 12, day: 1, hour: 9, minute: 30 }, 'Europe/Berlin');
  expect(summer.toISOString()).toBe('2026-07-01T07:30:00.000Z');
  expect(winter.toISOString()).toBe('2026-12-01T08:30:00.000Z');
});

it('goes on by an hour where the clocks skip one', () => {
  expect(clockOf(momentOf({ year: 2026, month: 3, day: 29, hour: 2, minute: 30 }, 'Europe/Berlin'), 'Europe/Berlin')).toBe('03:30');
});

it('knows that the day depends on the place', () => {
  const moment = new Date('2026-11-21T23:30:00Z');
  expect([dayOf(moment, 'America/Chicago'), dayOf(moment, 'Asia/Tokyo')]).toEqual(['2026-11-21', '2026-11-22']);
});
