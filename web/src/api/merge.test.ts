import { afterEach, expect, it, vi } from 'vitest';
import { mergeRecords } from './merge';

afterEach(() => vi.unstubAllGlobals());

it.each([
  [null, 'done'],
  [{ code: 'validation_failed', message: 'Acme has no website.' }, 'Acme has no website.'],
] as const)('tells why a merge that was begun was taken back: %o', async (failure, told) => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ id: '1', merged: ['2'], change_set: 7, state: failure ? 'failed' : 'done', failure })));
  const ended = mergeRecords('account', '1', ['2'], {}).then(
    (merged) => merged.state,
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );
  expect(await ended).toBe(told);
});
