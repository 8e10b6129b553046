import { fileURLToPath } from 'node:url';
import { request } from '@playwright/test';

/** Where the administrator's session is kept while journeys run. */
export const sessionFile = fileURLToPath(new URL('../test-results/session.json', import.meta.url));

/** Logs somebody in and keeps the session there. */
export async function saveSession(url: string, person: { email: string; password: string }): Promise<void> {
  const context = await request.newContext({ baseURL: url });
  const answer = await context.post('/api/v1/session', { data: person });
  if (!answer.ok()) throw new Error(`${person.email} could not log in: ${answer.status()} ${await answer.text()}`);
  await context.storageState({ path: sessionFile });
  await context.dispose();
}
