import { expect, it } from 'vitest';
import { changesOf, entryOfBusyTime, entryOfEvent, entryOfTask } from './calendar-model';

const berlin = 'Europe/Berlin';

it('shows a meeting at the time on the wall of the person', () => {
  const entry = entryOfEvent({ id: '1', subject: 'Demo', starts_at: '2026-11-21T13:00:00Z', ends_at: '2026-11-21T14:30:00Z' }, berlin, false);
  expect([entry.start, entry.end]).toEqual(['2026-11-21T14:00:00Z', '2026-11-21T15:30:00Z']);
});

it('keeps the time of day over a change of the clocks', () => {
  const moved = { start: new Date('2026-10-26T14:00:00Z'), end: new Date('2026-10-26T15:00:00Z'), allDay: false };
  expect(changesOf('event', moved, berlin)).toEqual({ starts_at: '2026-10-26T13:00:00Z', ends_at: '2026-10-26T14:00:00Z', all_day: false });
  const before = { start: new Date('2026-10-24T14:00:00Z'), end: new Date('2026-10-24T15:00:00Z'), allDay: false };
  expect(changesOf('event', before, berlin).starts_at).toBe('2026-10-24T12:00:00Z');
});

it('draws whole days to the first one that is free again, and saves the last one', () => {
  const entry = entryOfEvent({ id: '1', subject: 'Fair', all_day: true, starts_at: '2026-11-20T23:00:00Z', ends_at: '2026-11-22T22:59:00Z' }, berlin, false);
  expect([entry.start, entry.end]).toEqual(['2026-11-21', '2026-11-23']);
  expect(changesOf('event', { start: new Date('2026-11-21T00:00:00Z'), end: new Date('2026-11-23T00:00:00Z'), allDay: true }, berlin)).toEqual({ starts_at: '2026-11-20T23:00:00Z', ends_at: '2026-11-22T22:59:00Z', all_day: true });
});

it('puts a task on its day, at its time if it has one', () => {
  expect(entryOfTask({ id: '1', subject: 'Call', due_date: '2026-11-21', due_time: '09:30:00' }, false).start).toBe('2026-11-21T09:30:00Z');
  expect(entryOfTask({ id: '1', subject: 'Call', due_date: '2026-11-21', due_time: null }, false).allDay).toBe(true);
  expect(changesOf('task', { start: new Date('2026-11-24T00:00:00Z'), end: null, allDay: true }, berlin)).toEqual({ due_date: '2026-11-24', due_time: null });
});

it('draws time that a colleague is busy, to be neither opened nor moved', () => {
  const entry = entryOfBusyTime({ busy: true, starts_at: '2026-11-21T13:00:00Z', ends_at: '2026-11-21T14:30:00Z', all_day: false, owner_id: '005000000000001AAA' }, berlin, 'Busy');
  expect(entry).toMatchObject({ title: 'Busy', start: '2026-11-21T14:00:00Z', end: '2026-11-21T15:30:00Z', allDay: false, editable: false });
  expect(entry.url).toBeUndefined();
});
