import { afterEach, expect, it, vi } from 'vitest';
import { request } from './client';

afterEach(() => vi.unstubAllGlobals());

/** A page that has asked for some of it already; answers what was asked for anew. */
function begun(early: Record<string, Response>, status = 200) {
  const asked = vi.fn(() => Promise.resolve(Response.json({ from: 'server' }, { status })));
  vi.stubGlobal('window', { earlyAnswers: new Map(Object.entries(early).map(([path, response]) => [path, Promise.resolve(response)])) });
  vi.stubGlobal('fetch', asked);
  return asked;
}

it('takes an answer once that was asked for before the app had come', async () => {
  const asked = begun({ '/me': Response.json({ from: 'early' }) });
  expect(await request('/me')).toEqual({ from: 'early' });
  expect(await request('/me')).toEqual({ from: 'server' });
  expect(asked).toHaveBeenCalledTimes(1);
});

it('does not take it for another question', async () => {
  begun({ '/me': Response.json({ from: 'early' }) });
  expect(await request('/me', { query: { of: 'somebody' } })).toEqual({ from: 'server' });
  expect(await request('/me', { method: 'PATCH', body: {} })).toEqual({ from: 'server' });
});

it('drops what was refused before somebody logged in', async () => {
  begun({ '/me': Response.json({}, { status: 401 }), '/personal': Response.json({}, { status: 401 }) });
  await expect(request('/me')).rejects.toMatchObject({ status: 401 });
  expect(await request('/personal')).toEqual({ from: 'server' });
});
