import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import { changeSetQuery, type UndoReport, whenDone } from './change-sets';

afterEach(() => vi.unstubAllGlobals());

const started: UndoReport = { change_set: 7, state: 'running', undone: 0, unchanged: 0, conflict_count: 0, conflicts: [] };

/** A server whose undo is as far as `answer` says. */
function serving(answer: { state: UndoReport['state'] }) {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ id: 7, state: answer.state, changes: [], next: null, report: { ...started, state: answer.state, undone: 1200 } })));
  return new QueryClient();
}

it.each([
  ['done', 'resolves'],
  ['failed', 'rejects'],
] as const)('waits for a long undo until it is told that it is %s', async (end, settled) => {
  const answer: { state: UndoReport['state'] } = { state: 'running' };
  const queries = serving(answer);
  const waiting = whenDone(queries, started, 'stopped').then(
    (report) => ({ how: 'resolves', what: String(report.undone) }),
    (error: unknown) => ({ how: 'rejects', what: String(error) }),
  );
  await vi.waitFor(() => expect(queries.getQueryData(changeSetQuery(7).queryKey)?.state).toBe('running'));
  answer.state = end;
  await queries.invalidateQueries({ queryKey: ['change-sets'] });
  expect(await waiting).toEqual({ how: settled, what: end === 'done' ? '1200' : 'Error: stopped' });
});

it('does not wait for what is done already', async () => {
  expect(await whenDone(new QueryClient(), { ...started, state: 'done', undone: 3 }, 'stopped')).toMatchObject({ undone: 3 });
});
