import { type Kysely, sql } from 'kysely';

/** Who makes a framework, what became of its versions and when, and what tells two savings of a draft apart. */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('frameworks').addColumn('made_by', 'text').execute();
  for (const column of ['tag', 'saved', 'saved_by', 'published', 'retired', 'same_meaning']) {
    await db.schema.alterTable('versions').addColumn(column, 'text').execute();
  }
  // When these were published was not kept: they are as old as the first wave that asked them.
  await sql`update versions set published =
    coalesce((select min(opens) from waves where waves.version_id = versions.id), '2026-11-22T00:00:00.000Z')`.execute(db);
  // One draft a framework at a time, whoever starts it.
  await sql`create unique index versions_draft on versions (framework_id) where state = 'draft'`.execute(db);
}
