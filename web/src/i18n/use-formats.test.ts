import { expect, it } from 'vitest';
import { formatsFor } from './use-formats';

const formats = formatsFor('en-GB', 'Europe/Berlin', 'EUR', () => new Date('2026-11-21T12:00:00Z'));

it('leaves the year out where it is this one', () => {
  expect(formats.day('2026-12-18')).toBe('18 Dec');
  expect(formats.day('2027-01-08')).toBe('8 Jan 2027');
});

it('shows amounts in their own currency, without cents where there are none', () => {
  expect(formats.money(184_000)).toBe('€184,000');
  expect(formats.money(12.5, 'USD')).toBe('$12.50');
});

it('keeps amounts from left to right in languages that are not', () => {
  expect(formatsFor('ar-u-nu-latn', 'Europe/Berlin', 'EUR').money(14_036, 'GBP')).toBe('£14,036');
});

it('names the weekday of days that are near', () => {
  expect(formatsFor('en-US', 'Europe/Berlin', 'EUR', () => new Date('2026-11-21T12:00:00Z')).nearDay('2026-11-23')).toBe('Mon 23');
  expect([formats.nearDay('2026-11-23'), formats.nearDay('2026-11-17'), formats.nearDay('2026-11-28')]).toEqual(['Mon 23', 'Tue 17', '28 Nov']);
});

it('tells how long ago something was, and the day when that is long', () => {
  const ago = ['2026-11-21T11:55:00Z', '2026-11-21T09:00:00Z', '2026-11-20T09:00:00Z', '2026-11-03T09:00:00Z'].map(formats.ago);
  expect(ago).toEqual(['5 min ago', '3 hr ago', 'yesterday', '3 Nov']);
});

it('tells moments on the wall of the person', () => {
  expect(formats.moment('2026-11-21T23:30:00Z')).toBe('22 Nov, 00:30');
  expect(formatsFor('en-US', 'Europe/Berlin', 'EUR').clock('2026-11-21T13:15:00Z')).toMatch(/^2:15\sPM$/);
});

it('tells what is years away in years', () => {
  expect(['2026-11-28', '2025-11-21', '2017-03-08'].map(formats.fromToday)).toEqual(['in 7 days', '12 months ago', '10 years ago']);
});

it('shows what is no day as it was typed', () => {
  expect([formats.day('tomorow'), formats.longDay('tomorow'), formats.moment('soon'), formats.fromToday('tomorow')]).toEqual(['tomorow', 'tomorow', 'soon', '']);
});

it('says how far away a moment is that is still to come', () => {
  expect(['2026-11-21T12:05:00Z', '2026-11-21T17:00:00Z'].map(formats.ago)).toEqual(['in 5 min', 'in 5 hr']);
});

it('tells sizes in the unit that fits', () => {
  expect([1, 940, 14_200, 1_440_000].map(formats.bytes)).toEqual(['1 byte', '940 bytes', '14 kB', '1.4 MB']);
});
