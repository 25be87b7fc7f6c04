import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../server/config.ts';
import { freePort } from '../postgres.ts';
import type { Ground } from './ground.ts';

export interface ServerProcess {
  url: string;
  port: number;
  pid: number;
  /** What it printed so far. */
  said(): string;
  /** Sends the signal, and resolves when the process is gone. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

const built = join(projectRoot, 'dist', 'server', 'main.js');
const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
/** What `npm start` tells node itself. */
const flags: string[] = scripts.start.match(/--\S+-size=\d+/g);

/** Builds the server as it is now, so that no old build is measured. */
export function buildServer(): void {
  const { status } = spawnSync('npx', ['tsc', '-p', 'server/tsconfig.json'], { cwd: projectRoot, stdio: 'inherit' });
  if (status !== 0) throw new Error('the server does not build');
}

/**
 * Starts the real server by its command line, as built where it is, and resolves when it serves.
 * @param before a command that the server runs under, such as a tracer
 */
export async function startServer({ dataDir, databaseUrl }: Ground, before: string[] = []): Promise<ServerProcess> {
  const port = await freePort();
  const node = existsSync(built)
    ? [process.execPath, ...flags, built]
    : [process.execPath, ...flags, '--import', 'tsx', join(projectRoot, 'server', 'main.ts')];
  const [command = '', ...words] = [...before, ...node, 'start', '--empty'];
  const child = spawn(command, words, {
    cwd: projectRoot,
    // A process group of its own, so that the tracer and what it traces hear the same signals.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: databaseUrl },
  });
  const gone = once(child, 'exit');
  const { pid } = child;
  if (pid === undefined) throw new Error(`${command} cannot be run`);
  const signal = (name: NodeJS.Signals) => child.exitCode === null && child.signalCode === null && process.kill(-pid, name);
  const killWithUs = () => signal('SIGKILL');
  process.once('exit', killWithUs);
  gone.then(() => process.off('exit', killWithUs));

  let said = '';
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk;
      if (said.includes('Storyfield is at')) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', () => reject(new Error(`the server ended before it served:\n${said}`)));
  });
  return {
    port,
    pid,
    said: () => said,
    url: `http://127.0.0.1:${port}`,
    async end(name) {
      signal(name);
      await gone;
    },
  };
}
