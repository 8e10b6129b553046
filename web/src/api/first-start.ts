import { queryOptions } from '@tanstack/react-query';
import { rememberCsrfToken, request } from './client';

/** Whether the workspace waits for its first administrator, and at which address passkeys log in; null at none. */
export const firstStartQuery = queryOptions({
  queryKey: ['first-start'] as const,
  queryFn: ({ signal }) => request<{ needed: boolean; passkeys: string | null }>('/setup', { signal }),
  staleTime: 60_000,
});

/** The first administrator, and what holds for the company. */
export interface FirstStart {
  /** What the server has printed where it was started. */
  setup_code: string;
  first_name: string;
  last_name: string;
  email: string;
  password: string;
  organization: string;
  currency_code: string;
  language: string;
  locale: string;
  time_zone: string;
}

/** Makes the workspace's first administrator, who is logged in from then on. Throws ApiError 403 for a wrong code, 409 when somebody was faster. */
export async function setUp(first: FirstStart): Promise<void> {
  const session = await request<{ csrf_token: string }>('/setup', { method: 'POST', body: first });
  rememberCsrfToken(session.csrf_token);
}
