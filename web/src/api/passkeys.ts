import { queryOptions } from '@tanstack/react-query';
import type { CreationOptions, PasskeyAnswer, RequestOptions } from '@/lib/webauthn';
import { rememberCsrfToken, request } from './client';

/** A key with which the person logs in without a password. */
export interface Passkey {
  id: string;
  name: string;
  /** The name in the network that it is for. */
  address: string;
  created_at: string;
  used_at: string | null;
}

/** Something that happened with how somebody logs in. */
export interface AccountEvent {
  kind: 'log_in' | 'passkey_log_in' | 'password_set' | 'passkey_added' | 'passkey_removed' | 'passkey_copied';
  happened_at: string;
  /** Who did it; empty for the system. */
  by: string;
  passkey: string;
  address: string;
  device: string;
}

/** One's own. */
export const passkeysQuery = queryOptions({
  queryKey: ['passkeys'] as const,
  queryFn: async ({ signal }) => (await request<{ passkeys: Passkey[] }>('/passkeys', { signal })).passkeys,
  staleTime: 0,
});

/** Somebody's, for administrators. */
export const userPasskeysQuery = (user: string) =>
  queryOptions({
    queryKey: ['passkeys', user] as const,
    queryFn: async ({ signal }) => (await request<{ passkeys: Passkey[] }>(`/users/${user}/passkeys`, { signal })).passkeys,
    staleTime: 0,
  });

/** The newest first. */
export const accountEventsQuery = (user: string) =>
  queryOptions({
    queryKey: ['account-events', user] as const,
    queryFn: async ({ signal }) => (await request<{ events: AccountEvent[] }>(`/users/${user}/account_events`, { signal })).events,
    staleTime: 0,
  });

/** Throws ApiError 422 for a wrong password. */
export const passkeyCreationOptions = (password: string) => request<CreationOptions>('/passkeys/options', { method: 'POST', body: { password } });
/** `name` is for an authenticator that is not well known. */
export const addPasskey = (passkey: PasskeyAnswer, name: string) => request<Passkey>('/passkeys', { method: 'POST', body: { name, passkey } });
export const renamePasskey = (id: string, name: string) => request<undefined>(`/passkeys/${id}`, { method: 'PATCH', body: { name } });
export const removePasskey = (id: string) => request<undefined>(`/passkeys/${id}`, { method: 'DELETE' });
/** All of somebody's; their sessions end. */
export const removePasskeysOf = (user: string) => request<undefined>(`/users/${user}/passkeys`, { method: 'DELETE' });

export const passkeyRequestOptions = () => request<RequestOptions>('/session/passkey/options', { method: 'POST' });
/** Throws ApiError 401 for one that does not log in. */
export async function logInWithPasskey(passkey: PasskeyAnswer): Promise<void> {
  const session = await request<{ csrf_token: string }>('/session/passkey', { method: 'POST', body: passkey });
  rememberCsrfToken(session.csrf_token);
}
