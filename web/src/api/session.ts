import { queryOptions } from '@tanstack/react-query';
import { forgetOffline } from '@/lib/offline';
import { rememberCsrfToken, request } from './client';
import type { Me } from './types';

/** Who is logged in, what they may do, and in which organization. Throws ApiError 401 when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    const me = await request<Me>('/me', { signal });
    rememberCsrfToken(me.csrf_token);
    return me;
  },
  staleTime: 5 * 60_000,
  retry: false,
});

export async function logIn(email: string, password: string): Promise<void> {
  const session = await request<{ csrf_token: string }>('/session', { method: 'POST', body: { email, password } });
  rememberCsrfToken(session.csrf_token);
}

export async function logOut(): Promise<void> {
  await request('/session', { method: 'DELETE' });
  rememberCsrfToken('');
  await forgetOffline();
}
