import { readdir } from 'node:fs/promises';
import { type Migration, type MigrationProvider, Migrator } from 'kysely';
import type { Database } from './connection.ts';

const folder = new URL('../../migrations/', import.meta.url);

/** Loads the dated migrations from source or from the build, whichever runs. */
const provider: MigrationProvider = {
  async getMigrations() {
    const files = (await readdir(folder)).filter((file) => /^\d{4}-\d{2}-\d{2}-[a-z-]+\.(ts|js)$/.test(file)).sort();
    const loaded = files.map(async (file): Promise<[string, Migration]> => [file.slice(0, -3), await import(new URL(file, folder).href)]);
    return Object.fromEntries(await Promise.all(loaded));
  },
};

/**
 * Brings the database to the newest state.
 * @returns the names of the migrations that ran, none when it was up to date
 * @throws the first failure; what ran before it stays
 */
export async function migrate({ db }: Database): Promise<string[]> {
  const { error, results = [] } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw error;
  return results.filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName);
}
