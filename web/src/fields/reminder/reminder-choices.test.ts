import { expect, it } from 'vitest';
import { reminderChoices } from './reminder-choices';

const berlin = 'Europe/Berlin';
const choices = (record: Record<string, string | boolean>, now = '2026-01-01T00:00:00Z') => reminderChoices({ id: '1', ...record }, berlin, new Date(now)).map(({ id, at }) => `${id} ${at}`);

it('reminds of a meeting some time before, by the clock on the wall', () => {
  // The day on which clocks are put back.
  expect(choices({ starts_at: '2026-10-25T09:00:00Z' })).toEqual(['at_time 2026-10-25T09:00:00Z', 'minutes 2026-10-25T08:50:00Z', 'hour 2026-10-25T08:00:00Z', 'day 2026-10-24T08:00:00Z']);
});

it('reminds of a task by its time, and without one in the morning', () => {
  expect(choices({ due_date: '2026-11-24', due_time: '15:30:00' })[1]).toBe('minutes 2026-11-24T14:20:00Z');
  expect(choices({ due_date: '2026-11-24' })).toEqual(['same_day 2026-11-24T08:00:00Z', 'day_before 2026-11-23T08:00:00Z']);
});

it('reminds of whole days in the morning', () => {
  expect(choices({ starts_at: '2026-11-23T23:00:00Z', all_day: true })).toEqual(['same_day 2026-11-24T08:00:00Z', 'day_before 2026-11-23T08:00:00Z']);
});

it('offers nothing that has passed, unless it is what is set, or comes again', () => {
  const now = '2026-11-24T14:00:00Z';
  const meeting = { starts_at: '2026-11-24T14:30:00Z' };
  expect(choices(meeting, now)).toEqual(['at_time 2026-11-24T14:30:00Z', 'minutes 2026-11-24T14:20:00Z']);
  expect(choices({ ...meeting, reminder_at: '2026-11-24T13:30:00Z' }, now)).toHaveLength(3);
  expect(choices({ starts_at: '2020-01-01T09:00:00Z', recurrence: 'FREQ=WEEKLY' }, now)).toHaveLength(4);
});

it('knows nothing to be reminded before where there is no time, or none yet', () => {
  expect(choices({})).toEqual([]);
  expect(choices({ starts_at: 'tomorr' })).toEqual([]);
});
