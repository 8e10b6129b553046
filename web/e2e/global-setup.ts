import { request } from '@playwright/test';
import { administrator, startServer } from './server.ts';
import { sessionFile } from './session-file.ts';

/** Starts a server unless RAPPORT_URL names one, and logs the administrator in once for all journeys. */
export default async function globalSetup(): Promise<() => void> {
  const own = process.env.RAPPORT_URL ? undefined : await startServer();
  if (own) process.env.RAPPORT_URL = own.url;
  const context = await request.newContext({ baseURL: process.env.RAPPORT_URL });
  const answer = await context.post('/api/v1/session', { data: administrator });
  if (!answer.ok()) throw new Error(`The administrator could not log in: ${answer.status()} ${await answer.text()}`);
  await context.storageState({ path: sessionFile });
  await context.dispose();
  return () => own?.stop();
}
