import { afterEach, expect, it, vi } from 'vitest';
import { onProofWanted, request } from './client';

afterEach(() => vi.unstubAllGlobals());

/** A page that has asked for some of it already; answers what was asked for anew. */
function begun(early: Record<string, Response>, status = 200) {
  const asked = vi.fn(() => Promise.resolve(Response.json({ from: 'server' }, { status })));
  vi.stubGlobal('window', { earlyAnswers: new Map(Object.entries(early).map(([path, response]) => [`/api/v1${path}`, Promise.resolve(response)])) });
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
  begun({ '/me': Response.json({ from: 'early' }), '/records/stage?sort=sequence%2Cname': Response.json({ from: 'early' }) });
  expect(await request('/me', { query: { of: 'somebody' } })).toEqual({ from: 'server' });
  expect(await request('/records/stage', { query: { sort: 'name' } })).toEqual({ from: 'server' });
  expect(await request('/records/stage', { query: { sort: 'sequence,name', cursor: undefined } })).toEqual({ from: 'early' });
  expect(await request('/me', { method: 'PATCH', body: {} })).toEqual({ from: 'server' });
});

it('drops what was refused before somebody logged in', async () => {
  begun({ '/me': Response.json({}, { status: 401 }), '/personal': Response.json({}, { status: 401 }) });
  await expect(request('/me')).rejects.toMatchObject({ status: 401 });
  expect(await request('/personal')).toEqual({ from: 'server' });
});

/** A server that wants a proof until there is one. */
function guarded() {
  let proved = false;
  const asked = vi.fn(() => Promise.resolve(proved ? Response.json({ done: true }) : Response.json({ code: 'confirm_identity', detail: 'Who are you?' }, { status: 403, headers: { 'Content-Type': 'application/problem+json' } })));
  vi.stubGlobal('fetch', asked);
  return { asked, prove: () => (proved = true) };
}

it('asks once who somebody is, and then sends again what wanted to know it', async () => {
  const { asked, prove } = guarded();
  const ask = vi.fn(() => Promise.resolve(prove()));
  onProofWanted(ask);
  expect(await Promise.all([request('/tokens', { method: 'POST', body: { name: 'a' } }), request('/tokens', { method: 'POST', body: { name: 'b' } })])).toEqual([{ done: true }, { done: true }]);
  expect(ask).toHaveBeenCalledTimes(1);
  expect(asked).toHaveBeenCalledTimes(4);
});

it('fails with what the server said when nobody proves who they are, and asks again the next time', async () => {
  const { asked } = guarded();
  const ask = vi.fn(() => Promise.resolve(false));
  onProofWanted(ask);
  for (const times of [1, 2]) {
    await expect(request('/tokens', { method: 'POST', body: {} })).rejects.toMatchObject({ status: 403, code: 'confirm_identity' });
    expect(ask).toHaveBeenCalledTimes(times);
  }
  expect(asked).toHaveBeenCalledTimes(2);
});

it('sends again only once', async () => {
  const { asked } = guarded();
  onProofWanted(() => Promise.resolve(true));
  await expect(request('/tokens', { method: 'POST', body: {} })).rejects.toMatchObject({ code: 'confirm_identity' });
  expect(asked).toHaveBeenCalledTimes(2);
});
