import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, inject, onTestFinished } from 'vitest';
import { buildApp } from '../server/app.ts';
import { readConfig } from '../server/config.ts';
import { connect, type Engine } from '../server/database/connection.ts';
import type { App } from '../server/routes/door.ts';
import { type House, openHouse } from '../server/services/house.ts';
import { readPepper } from '../server/services/secrets.ts';
import { administer } from './administer.ts';
import { undescribed } from './described.ts';

export const engines: Engine[] = ['sqlite', 'postgres'];

/** A folder of the test's own, gone when it ends. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'storyfield-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** A fresh database of the test's own on an engine, empty or as migrations leave it; on PostgreSQL it is dropped when the test ends. */
export async function testDatabaseUrl(engine: Engine, folder: string, holds: 'nothing' | 'tables' = 'nothing'): Promise<string> {
  if (engine === 'sqlite') {
    const file = join(folder, 'storyfield.sqlite');
    if (holds === 'tables') copyFileSync(inject('migrated'), file);
    return `sqlite:${file}`;
  }
  const server = inject('postgres');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(server, `create database ${name} ${holds === 'tables' ? 'template migrated' : ''}`);
  onTestFinished(() => administer(server, `drop database ${name} with (force)`));
  return `${server}/${name}`;
}

export interface TestHouse {
  app: App;
  house: House;
  /** Where its data folder is. */
  folder: string;
  /** What it logged so far. */
  log: string[];
}

/** A house of the test's own, made as in production but for syncing; closed when the test ends. */
export async function testHouse(engine: Engine, now?: () => Date, client?: string): Promise<TestHouse> {
  const folder = testFolder();
  const url = await testDatabaseUrl(engine, folder, 'tables');
  const config = readConfig({ DATA_DIR: folder, DATABASE_URL: url });
  const database = connect(config.databaseUrl);
  // Whether a story outlives the machine is held to the server's own process, in tests/faults: nothing here ends but in order.
  if (engine === 'sqlite') await sql`pragma synchronous = off`.execute(database.db);
  const house = openHouse(database, config, readPepper(config), now);
  const log: string[] = [];
  const app = await buildApp({ house, log: { write: (line) => void log.push(line) }, ...(client && { client }) });
  const strange = undescribed(app);
  onTestFinished(async () => {
    await app.close();
    await database.close();
    expect([...strange], 'is answered, and the description of the API does not say so').toEqual([]);
  });
  return { app, house, folder, log };
}
