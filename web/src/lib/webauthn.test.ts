import { afterEach, expect, it, vi } from 'vitest';
import { askForPasskey, createPasskey } from './webauthn';

const bytes = (...values: number[]) => new Uint8Array(values).buffer;

afterEach(() => vi.unstubAllGlobals());

it('gives the browser bytes and the server base64url', async () => {
  const get = vi.fn().mockResolvedValue({
    id: '-_8',
    rawId: bytes(0xfb, 0xff),
    type: 'public-key',
    response: { clientDataJSON: bytes(123, 125), authenticatorData: bytes(1), signature: bytes(0xff, 0xef), userHandle: bytes(2) },
  });
  vi.stubGlobal('navigator', { credentials: { get } });
  const answer = await askForPasskey({ challenge: '-_8', rpId: 'localhost', timeout: 1, userVerification: 'required' }, true, new AbortController().signal);
  expect(get.mock.calls[0]?.[0]).toMatchObject({ mediation: 'conditional', publicKey: { rpId: 'localhost', challenge: new Uint8Array([0xfb, 0xff]) } });
  expect(answer).toEqual({ id: '-_8', rawId: '-_8', type: 'public-key', response: { clientDataJSON: 'e30', authenticatorData: 'AQ', signature: '_-8', userHandle: 'Ag' } });
});

it('names to the browser what must not be made twice', async () => {
  const create = vi.fn().mockResolvedValue({ id: 'AQ', rawId: bytes(1), type: 'public-key', response: { clientDataJSON: bytes(1), attestationObject: bytes(2) } });
  vi.stubGlobal('navigator', { credentials: { create } });
  await createPasskey({
    challenge: 'AQ',
    rp: { id: 'localhost', name: 'Rapport' },
    user: { id: 'Ag', name: 'ada@example.com', displayName: 'Ada' },
    pubKeyCredParams: [],
    timeout: 1,
    excludeCredentials: [{ type: 'public-key', id: 'Aw' }],
    authenticatorSelection: {},
    attestation: 'none',
  });
  expect(create.mock.calls[0]?.[0]).toMatchObject({ publicKey: { user: { id: new Uint8Array([2]) }, excludeCredentials: [{ id: new Uint8Array([3]) }] } });
});
