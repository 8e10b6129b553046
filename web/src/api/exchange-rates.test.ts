import { expect, it } from 'vitest';
import { rateDayOf, rateOn } from './exchange-rates';
import type { ObjectInfo } from './types';

const rates = [
  { code: 'USD', rate: 0.9, valid_from: '2026-01-01' },
  { code: 'GBP', rate: 1.1, valid_from: '2026-02-01' },
  { code: 'USD', rate: 0.8, valid_from: '2026-06-01' },
];

it('finds the last rate until a day, or the first that there is', () => {
  expect(rateOn(rates, 'USD', '2026-05-31')?.rate).toBe(0.9);
  expect(rateOn(rates, 'USD', '2026-06-01')?.rate).toBe(0.8);
  expect(rateOn(rates, 'USD', '2020-01-01')?.rate).toBe(0.9);
  expect(rateOn(rates, 'JPY', '2026-06-01')).toBeUndefined();
});

it('takes the day of the object, then that on which the record was made', () => {
  const deal = { rate_date: 'close_date' } as ObjectInfo;
  expect(rateDayOf(deal, { id: '1', close_date: '2026-03-01', created_at: '2026-02-01T10:00:00Z' })).toBe('2026-03-01');
  expect(rateDayOf(deal, { id: '1', close_date: null, created_at: '2026-02-01T10:00:00Z' })).toBe('2026-02-01');
  expect(rateDayOf(deal, { id: '1', created_at: '2026-02-01T10:00:00Z' })).toBeUndefined();
  expect(rateDayOf({} as ObjectInfo, { id: '1', created_at: '2026-02-01T10:00:00Z' })).toBe('2026-02-01');
});
