import { expect, it } from 'vitest';
import { formatsFor } from './use-formats';

const formats = formatsFor('en-GB', 'Europe/Berlin', 'EUR', new Date('2026-11-21T12:00:00Z'));

it('leaves the year out where it is this one', () => {
  expect(formats.day('2026-12-18')).toBe('18 Dec');
  expect(formats.day('2027-01-08')).toBe('8 Jan 2027');
});

it('shows amounts in their own currency, without cents where there are none', () => {
  expect(formats.money(184_000)).toBe('€184,000');
  expect(formats.money(12.5, 'USD')).toBe('$12.50');
});

it('tells moments on the wall of the person', () => {
  expect(formats.moment('2026-11-21T23:30:00Z')).toBe('22 Nov, 00:30');
});

it('shows what is no day as it was typed', () => {
  expect([formats.day('tomorow'), formats.longDay('tomorow'), formats.moment('soon'), formats.fromToday('tomorow')]).toEqual(['tomorow', 'tomorow', 'soon', '']);
});
