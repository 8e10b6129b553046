import { statSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
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

const fresh = 8 * 60_000;

/** Has the session's person prove again who they are before it asks for that: the file is as old as the last proof. */
export async function keepProved(url: string, password: string): Promise<void> {
  if (Date.now() - statSync(sessionFile).mtimeMs < fresh) return;
  const context = await request.newContext({ baseURL: url, storageState: sessionFile });
  const { csrf_token } = (await (await context.get('/api/v1/me')).json()) as { csrf_token: string };
  const answer = await context.post('/api/v1/session/proof', { data: { password }, headers: { 'X-CSRF-Token': csrf_token } });
  if (!answer.ok()) throw new Error(`The session could not be kept: ${answer.status()} ${await answer.text()}`);
  await context.dispose();
  await utimes(sessionFile, new Date(), new Date());
}
