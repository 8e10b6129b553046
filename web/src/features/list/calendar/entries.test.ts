import { expect, it } from 'vitest';
import type { DateField } from '@/api/dates';
import type { Field, ObjectInfo } from '@/api/types';
import { entryOf, movedBy } from './entries';

const object = { name: 'campaign', name_field: 'name' } as ObjectInfo;
const field = (name: string) => ({ name }) as Field;
const days: DateField = { field: field('start_date'), until: field('end_date'), hasClock: false };
const moments: DateField = { field: field('starts_at'), until: field('ends_at'), hasClock: true };
const berlin = 'Europe/Berlin';
const shown = (record: object, date: DateField) => {
  const entry = entryOf(object, { id: '1', name: 'Fair', ...record }, date, berlin, true);
  return entry && [entry.start, entry.end, entry.allDay];
};

it('draws days to the first one that is free again', () => {
  expect(shown({ start_date: '2026-11-21', end_date: '2026-11-23' }, days)).toEqual(['2026-11-21', '2026-11-24', true]);
  expect(shown({ start_date: '2026-11-21', end_date: null }, days)).toEqual(['2026-11-21', undefined, true]);
});

it('draws moments where the clock of the person shows them, whole days as days', () => {
  expect(shown({ starts_at: '2026-11-21T23:30:00Z', ends_at: '2026-11-22T00:30:00Z' }, moments)).toEqual(['2026-11-22T00:30:00Z', '2026-11-22T01:30:00Z', false]);
  expect(shown({ starts_at: '2026-11-20T23:00:00Z', ends_at: '2026-11-22T22:59:00Z', all_day: true }, moments)).toEqual(['2026-11-21', '2026-11-23', true]);
});

it('has no place for what has no date', () => {
  expect(shown({ start_date: null }, days)).toBeUndefined();
});

it('moves both ends, and keeps the time of the day over a change of the clocks', () => {
  expect(movedBy({ id: '1', start_date: '2026-11-30', end_date: '2026-12-02' }, days, 2, berlin)).toEqual({ start_date: '2026-12-02', end_date: '2026-12-04' });
  expect(movedBy({ id: '1', starts_at: '2026-10-24T12:00:00Z', ends_at: null }, moments, 2, berlin)).toEqual({ starts_at: '2026-10-26T13:00:00Z' });
});
