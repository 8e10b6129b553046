import { administrator, startServer } from './server.ts';
import { saveSession } from './session-file.ts';

/** Starts a server unless RAPPORT_URL names one, and logs the administrator in once for all journeys. */
export default async function globalSetup(): Promise<() => void> {
  const own = process.env.RAPPORT_URL ? undefined : await startServer();
  if (own) process.env.RAPPORT_URL = own.url;
  await saveSession(String(process.env.RAPPORT_URL), administrator);
  return () => own?.stop();
}
