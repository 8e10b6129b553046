import { expect, it } from 'vitest';
import { zoneNote } from './zone-note';

it('tells the hour where it was planned, with the zone', () => {
  expect(zoneNote('2026-11-23T15:00:00Z', 'America/New_York', 'Europe/Berlin', 'en')?.replace(/\s/gu, ' ')).toBe('Mon, 10:00 AM EST');
});

it('says nothing where clocks show the same, or the zone is unknown', () => {
  expect(zoneNote('2026-11-23T15:00:00Z', 'Europe/Paris', 'Europe/Berlin', 'en')).toBeUndefined();
  expect(zoneNote('2026-11-23T15:00:00Z', 'Mars/Base', 'Europe/Berlin', 'en')).toBeUndefined();
  expect(zoneNote('2026-11-23T15:00:00Z', undefined, 'Europe/Berlin', 'en')).toBeUndefined();
});
