import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const administrator = {
  email: process.env.RAPPORT_ADMIN_EMAIL ?? 'admin@vantorra.example',
  password: process.env.RAPPORT_ADMIN_PASSWORD ?? 'a long enough passphrase',
};

export interface RunningServer {
  url: string;
  stop: () => void;
}

/** The address that the program says it listens at. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const read = (chunk: Buffer) => {
      said += chunk.toString();
      const url = /http:\/\/[\d.]+:\d+/.exec(said)?.[0];
      if (url) resolve(url);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.on('exit', (code) => reject(new Error(`rapport serve ended with ${code}: ${said}`)));
  });
}

/** Makes a demo workspace in a new folder and serves it with the web app as it is built now. */
export async function startServer(): Promise<RunningServer> {
  const program = process.env.RAPPORT_PROGRAM ?? path.join(root, 'build/release/rapport');
  const data = mkdtempSync(path.join(tmpdir(), 'rapport-e2e-'));
  const folder = path.join(data, 'workspace');
  const init = spawnSync(program, ['init', '--data', folder, '--admin-email', administrator.email, '--admin-password-stdin', '--demo'], { input: administrator.password, encoding: 'utf8' });
  if (init.status !== 0) throw new Error(`rapport init failed: ${init.error?.message ?? init.stderr}`);
  const server = spawn(program, ['serve', '--data', folder, '--listen', '127.0.0.1:0', '--web', path.join(root, 'web/dist')]);
  const url = await addressOf(server);
  return {
    url,
    stop: () => {
      server.removeAllListeners('exit');
      server.on('exit', () => rmSync(data, { recursive: true, force: true }));
      server.kill();
    },
  };
}
