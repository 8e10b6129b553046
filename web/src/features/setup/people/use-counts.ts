import { useQuery } from '@tanstack/react-query';
import { soqlQuery } from '@/api/soql';

/** How many records of `object` each value of a reference has. */
export function useCounts(object: string, field: string, where = ''): Map<string, number> {
  const { data } = useQuery(soqlQuery(object, `SELECT ${field}, COUNT(id) total FROM ${object}${where} GROUP BY ${field}`));
  return new Map((data ?? []).map((row) => [String(row[field]), Number(row.total)]));
}
