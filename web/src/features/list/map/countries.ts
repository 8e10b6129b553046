import type { Json, RecordData } from '@/api/types';
import { codeOfCountry } from '@/lib/country-codes';

/** The records of one country, however it is written. */
export interface CountryCount {
  /** Two letters; undefined for what no map knows. */
  code: string | undefined;
  /** As it is written; none where no country is given. */
  written: string[];
  count: number;
}

/** Countries with the number of their records, the most first; those without a country last. */
export function countriesOf(rows: readonly RecordData[], field: string): CountryCount[] {
  const countries = new Map<string, CountryCount>();
  for (const row of rows) {
    const written: Json | undefined = row[field];
    const name = typeof written === 'string' ? written : '';
    const code = codeOfCountry(name);
    const key = code ?? `written ${name}`;
    const known = countries.get(key) ?? { code, written: [], count: 0 };
    if (name) known.written.push(name);
    known.count += Number(row.n);
    countries.set(key, known);
  }
  return [...countries.values()].toSorted((one, other) => Number(other.written.length > 0) - Number(one.written.length > 0) || other.count - one.count);
}
