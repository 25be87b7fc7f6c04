import { readdirSync, readFileSync } from 'node:fs';
import type { Kysely } from 'kysely';
import { expect, it } from 'vitest';
import * as house from '../../migrations/2026-11-22-house.ts';
import * as intake from '../../migrations/2026-11-22-intake.ts';
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

it.each(engines)('stories kept as before lie with their consent afterwards, on %s', async (engine) => {
  const { db, close } = connect(await testDatabaseUrl(engine, testFolder()));
  await house.up(db);
  const before = db as unknown as Kysely<Record<string, Record<string, string | null>>>;
  const told = {
    collection_id: 'c',
    wave_id: 'w',
    version_id: 'v1',
    language: 'en-GB',
    week: '2026-W40',
    region: 'london',
    release: 'none',
  };
  const stories = Array.from({ length: 1100 }, (_, at) => ({ ...told, id: `story ${at}`, answers: `{"at":${at}}`, shown: null }));
  for (const story of stories) {
    await before.insertInto('stories').values(story).execute();
    const scopes = [['patterns', 'v1'], ...(story.id.endsWith('7') ? [['read', 'v2']] : [])] as const;
    const given = scopes.map(([scope, version]) => ({ story_id: story.id, scope, version_id: version, language: 'en-GB' }));
    await before.insertInto('consents').values(given).execute();
  }
  const receipt = { receipt_hmac: 'r', body_hmac: 'b', pepper: 'p' };
  await before
    .insertInto('receipts')
    .values([
      { ...receipt, key_hmac: 'k', story_id: 'story 7' },
      { key_hmac: 'gone', receipt_hmac: 'gone', body_hmac: null, pepper: 'p', story_id: null },
    ])
    .execute();

  await intake.up(db);
  const after = await db.selectFrom('stories').selectAll().execute();
  const expected = stories.map((story) => ({
    ...story,
    consent: JSON.stringify({ patterns: null, ...(story.id.endsWith('7') && { read: { version: 'v2', language: 'en-GB' } }) }),
  }));
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  expect(after.sort(byId)).toEqual(expected.sort(byId));
  expect(await db.selectFrom('receipts').select(['key_hmac', 'collection_id', 'story_id']).orderBy('key_hmac').execute()).toEqual([
    { key_hmac: 'gone', collection_id: null, story_id: null },
    { key_hmac: 'k', collection_id: 'c', story_id: 'story 7' },
  ]);
  await close();
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
