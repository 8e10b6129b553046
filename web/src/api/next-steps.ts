import { queryOptions } from '@tanstack/react-query';
import { dayOf } from '@/lib/zone';
import { request } from './client';
import { recordsKey } from './records';
import type { RecordData, RecordPage } from './types';

/** What counts as a next step: a task that is open, or an event that is still to come. */
const steps = [
  { object: 'task', day: 'due_date', ahead: 'is_closed = false' },
  { object: 'event', day: 'starts_at', ahead: 'starts_at >= TODAY' },
] as const;

const ask = async (soql: string, signal: AbortSignal) => (await request<RecordPage>('/query', { method: 'POST', body: { soql }, signal })).records;

/** The day that something falls on, on the person's wall; empty for a task without a day, which any day comes before. */
function dayIn(row: RecordData, timeZone: string): string {
  if (typeof row.expr0 !== 'string') return '';
  return row.expr0.includes('T') ? dayOf(new Date(row.expr0), timeZone) : row.expr0;
}
const earlier = (one: string, other: string) => (one && other ? (one < other ? one : other) : one || other);

/** The earliest day for each record, from the answers about tasks and about events. */
export function earliestSteps(answers: readonly RecordData[][], timeZone: string): Map<string, string> {
  const earliest = new Map<string, string>();
  for (const row of answers.flat()) {
    const id = String(row.related_to_id);
    earliest.set(id, earlier(earliest.get(id) ?? '', dayIn(row, timeZone)));
  }
  return earliest;
}

/**
 * The day of the next step of each of these records; records without one are not in the answer.
 *
 * The ids are asked together, so that a column of cards costs two requests.
 */
export const nextStepsQuery = (ids: readonly string[], timeZone: string) =>
  queryOptions({
    queryKey: [...recordsKey('task'), 'next', ids] as const,
    queryFn: async ({ signal }) => {
      const list = ids.map((id) => `'${id}'`).join(', ');
      return earliestSteps(
        await Promise.all(steps.map(({ object, day, ahead }) => ask(`SELECT related_to_id, MIN(${day}) FROM ${object} WHERE ${ahead} AND related_to_id IN (${list}) GROUP BY related_to_id`, signal))),
        timeZone,
      );
    },
    enabled: ids.length > 0,
    // Planning something happens elsewhere; coming back shows it. What was asked for before its cards are drawn is not asked again.
    staleTime: 1000,
  });

/** The open deals of a person that nothing is planned for, the largest first, with how many there are and what they are worth. */
export const looseEndsQuery = (owner: string, limit: number) =>
  queryOptions({
    queryKey: [...recordsKey('task'), 'loose', owner, limit] as const,
    queryFn: async ({ signal }) => {
      const planned = steps.map(({ object, ahead }) => ` AND id NOT IN (SELECT related_to_id FROM ${object} WHERE ${ahead})`).join('');
      const where = `FROM opportunity WHERE owner_id = '${owner}' AND is_closed = false${planned}`;
      const [deals, totals] = await Promise.all([
        ask(`SELECT id, name, amount, amount_base, currency_code, account_id, account.name, stage_id, stage.name, updated_at ${where} ORDER BY amount_base DESC LIMIT ${limit}`, signal),
        ask(`SELECT COUNT(id), SUM(amount_base) ${where}`, signal),
      ]);
      return { deals, count: Number(totals[0]?.expr0 ?? 0), total: Number(totals[0]?.expr1 ?? 0) };
    },
  });
