import type { PasskeyAnswer } from '@/lib/webauthn';
import { request } from './client';

/** Has somebody prove who they are, where they have not for a while. Throws ApiError 403 when they do not want to. */
export const wantProof = () => request<undefined>('/session/proof');
/** Throws ApiError 422 for a wrong password. */
export const proveByPassword = (password: string) => request<undefined>('/session/proof', { method: 'POST', body: { password } });
/** Throws ApiError 422 for one that is not theirs. */
export const proveByPasskey = (passkey: PasskeyAnswer) => request<undefined>('/session/proof', { method: 'POST', body: { passkey } });
