import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { connect } from '../../server/database/connection.ts';
import { migrate } from '../../server/database/migrate.ts';
import { engines, testDatabaseUrl, testFolder } from '../houses.ts';

it.each(engines)('migrations bring an empty %s database to the newest state, once', async (engine) => {
  const database = connect(await testDatabaseUrl(engine, testFolder()));
  const files = readdirSync(new URL('../../migrations/', import.meta.url)).map((file) => file.replace(/\.ts$/, ''));
  expect(await migrate(database)).toEqual(files.sort());
  expect(await migrate(database)).toEqual([]);
  await database.close();
});

it('migrations import kysely alone, and are dated', () => {
  for (const file of readdirSync(new URL('../../migrations/', import.meta.url))) {
    expect(file).toMatch(/^\d{4}-\d{2}-\d{2}-[a-z-]+\.ts$/);
    const imported = [...readFileSync(new URL(`../../migrations/${file}`, import.meta.url), 'utf8').matchAll(/from '([^']+)'/g)].map(
      ([, from]) => from,
    );
    expect(new Set(imported)).toEqual(new Set(['kysely']));
  }
});
