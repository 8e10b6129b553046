import path from 'node:path';
import { program, root, runToEnd, serve, temporaryFolder } from '../server.ts';
import { saveSession } from '../session-file.ts';

/** Serves a new workspace of the company that bench/ measures, 100,000 contacts and 600 open deals, unless RAPPORT_URL names one. */
export default async function globalSetup(): Promise<() => void> {
  const own = process.env.RAPPORT_URL ? undefined : await start();
  if (own) process.env.RAPPORT_URL = own.url;
  await saveSession(String(process.env.RAPPORT_URL), { email: 'bench@rapport.example', password: 'a password for the bench' });
  return () => own?.stop();
}

function start() {
  const folder = temporaryFolder();
  runToEnd(path.join(root, 'bench/fill'), [folder, '--program', program]);
  return serve(path.join(folder, 'data'), folder);
}
