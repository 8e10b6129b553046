import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import { recordsKey } from './records';
import type { ObjectInfo, RecordData, RecordPage } from './types';

export interface ExchangeRate {
  code: string;
  rate: number;
  valid_from: string;
}

/** What currencies were worth in the organization's, from which day on; the earliest first. */
export const exchangeRatesQuery = queryOptions({
  queryKey: [...recordsKey('exchange_rate'), 'all'] as const,
  queryFn: async ({ signal }): Promise<ExchangeRate[]> => {
    const soql = 'SELECT currency.code, rate, valid_from FROM exchange_rate ORDER BY valid_from LIMIT 2000';
    const { records } = await request<RecordPage>('/query', { method: 'POST', body: { soql }, signal });
    return records.map(({ currency, rate, valid_from }) => ({ code: String((currency as { code?: unknown } | null)?.code), rate: Number(rate), valid_from: String(valid_from) }));
  },
  staleTime: 60 * 60_000,
});

/** The rate that counts on a day: the last one until then, or the first that there is. */
export function rateOn(rates: readonly ExchangeRate[], code: string, day: string): ExchangeRate | undefined {
  const own = rates.filter((each) => each.code === code);
  return own.findLast((each) => each.valid_from <= day) ?? own[0];
}

/** The day whose rate an amount of the record is told by: the object's own, or the one on which the record was made. Undefined where it is not known. */
export function rateDayOf(object: ObjectInfo, record: RecordData): string | undefined {
  const own = object.rate_date ? record[object.rate_date] : null;
  if (own === undefined) return undefined;
  const day = own ?? record.created_at;
  return typeof day === 'string' ? day.slice(0, 10) : undefined;
}
