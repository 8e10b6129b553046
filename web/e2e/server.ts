import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const program = process.env.RAPPORT_PROGRAM ?? path.join(root, 'build/release/rapport');

export const administrator = {
  email: process.env.RAPPORT_ADMIN_EMAIL ?? 'admin@vantorra.example',
  password: process.env.RAPPORT_ADMIN_PASSWORD ?? 'a long enough passphrase',
};

export interface RunningServer {
  url: string;
  stop: () => void;
}

/** A folder for a workspace that goes away with its server. */
export const temporaryFolder = () => mkdtempSync(path.join(tmpdir(), 'rapport-e2e-'));

/** Runs a program to its end; throws what it said when it fails. */
export function runToEnd(file: string, words: string[], input = ''): void {
  const { status, error, stderr } = spawnSync(file, words, { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${file} ${words.join(' ')} failed: ${error?.message ?? stderr}`);
}

/** What the program says once it serves, as far as `pattern` matches it. */
function saidBy(server: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let said = '';
    const read = (chunk: Buffer) => {
      said += chunk.toString();
      const found = pattern.exec(said);
      if (found) resolve(found);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.on('exit', (code) => reject(new Error(`rapport serve ended with ${code}: ${said}`)));
  });
}

/** Serves a workspace with the web app as it is built now; `temporary` goes away when it stops. The first group of `pattern` is the address. */
export async function serve(workspace: string, temporary: string, pattern = /(http:\/\/[\d.]+:\d+)/): Promise<RunningServer & { said: RegExpExecArray }> {
  const server = spawn(program, ['serve', '--data', workspace, '--listen', '127.0.0.1:0', '--web', path.join(root, 'web/dist')]);
  const said = await saidBy(server, pattern);
  return {
    said,
    url: String(said[1]),
    stop: () => {
      server.removeAllListeners('exit');
      server.on('exit', () => rmSync(temporary, { recursive: true, force: true }));
      server.kill();
    },
  };
}

/** Makes a demo workspace in a new folder and serves it. */
export async function startServer(): Promise<RunningServer> {
  const temporary = temporaryFolder();
  const workspace = path.join(temporary, 'workspace');
  runToEnd(program, ['init', '--data', workspace, '--admin-email', administrator.email, '--admin-password-stdin', '--demo'], administrator.password);
  return serve(workspace, temporary);
}

export interface EmptyServer extends RunningServer {
  /** What the first administrator has to know. */
  code: string;
}

/** A workspace that waits for its first administrator. */
export async function startEmptyServer(): Promise<EmptyServer> {
  const temporary = temporaryFolder();
  const workspace = path.join(temporary, 'workspace');
  runToEnd(program, ['init', '--data', workspace]);
  const server = await serve(workspace, temporary, /(http:\/\/[\d.]+:\d+)[\s\S]*setup code is ([\w-]+)/);
  return { ...server, code: String(server.said[2]) };
}
