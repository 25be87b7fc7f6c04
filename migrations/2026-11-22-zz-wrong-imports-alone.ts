import type { Kysely } from 'kysely';

/** Only imported stories stand in the index by import: all others are stored without touching it. */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.dropIndex('stories_import').execute();
  await db.schema.createIndex('stories_import').on('stories').column('import_id').where('import_id', 'is not', null).execute();
}
