import type { Kysely } from 'kysely';

/** When an import was taken back, and why, as JSON. */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('imports').addColumn('taken_back', 'text').execute();
  await db.schema.createIndex('stories_import').on('stories').column('import_id').execute();
}
