import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { TestHouse } from './houses.ts';

/** Every byte that a house keeps on disk, whatever file it is in; the database's rows too where it is elsewhere. */
export async function allBytes({ house, folder }: TestHouse): Promise<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
  const kept = files.filter((file) => statSync(file).isFile()).map((file) => readFileSync(file, 'latin1'));
  if (house.database.engine === 'postgres') kept.push(...(await allRows(house.database.db)));
  return kept.join('\n');
}

async function allRows(db: TestHouse['house']['database']['db']): Promise<string[]> {
  const tables = await db.introspection.getTables();
  return Promise.all(tables.map(async ({ name }) => JSON.stringify((await sql`select * from ${sql.table(name)}`.execute(db)).rows)));
}
