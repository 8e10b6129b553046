import { expect, it } from 'vitest';
import { snoozeChoices } from './snooze-choices';

const choices = (moment: string, zone: string) => snoozeChoices(zone, new Date(moment)).map(({ id, until }) => `${id} ${until}`);

it('puts off by the clock on the wall', () => {
  // A Friday, half past ten in Berlin.
  expect(choices('2026-11-20T09:30:00Z', 'Europe/Berlin')).toEqual(['evening 2026-11-20T17:00:00Z', 'tomorrow 2026-11-21T07:00:00Z', 'week 2026-11-23T07:00:00Z']);
});

it('has a few hours where the evening has come, and a whole week on Mondays', () => {
  expect(choices('2026-11-23T19:10:00Z', 'UTC')).toEqual(['later 2026-11-23T22:10:00Z', 'tomorrow 2026-11-24T08:00:00Z', 'week 2026-11-30T08:00:00Z']);
});

it('is a day ahead where the day has begun', () => {
  expect(choices('2026-11-20T20:00:00Z', 'Asia/Tokyo')[0]).toBe('evening 2026-11-21T09:00:00Z');
});
