import { type Kysely, SqliteAdapter, sql } from 'kysely';

/**
 * What a reviewer decided with a release, and what was done about stories that were escalated. Stories released before keep
 * their original words as long as if they were released now.
 */
export async function up(db: Kysely<any>): Promise<void> {
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
  const releases = db.schema
    .createTable('releases')
    .addColumn('story_id', 'text', (column) => column.primaryKey())
    .addColumn('collection_id', 'text', (column) => column.notNull())
    .addColumn('released', 'text', (column) => column.notNull())
    .addColumn('approved', 'text', (column) => column.notNull())
    .addColumn('holds_taken_out', 'integer', (column) => column.notNull());
  await (isSqlite ? releases.modifyEnd(sql`without rowid`) : releases).execute();
  await db.schema.createIndex('releases_due').on('releases').columns(['collection_id', 'holds_taken_out', 'released']).execute();
  await sql`
    insert into releases (story_id, collection_id, released, approved, holds_taken_out)
    select stories.id, stories.collection_id, ${new Date().toISOString()}, '[]', 1
    from stories
    join texts as original on original.story_id = stories.id and original.revision = 'original'
    join texts as released on released.story_id = stories.id and released.revision = 'released'
    where stories.release = 'released' and original.words <> released.words
  `.execute(db);
  await db.schema
    .alterTable('collections')
    .addColumn('taken_out_days', 'integer', (column) => column.notNull().defaultTo(30))
    .execute();

  await db.schema
    .createTable('escalations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('collection_id', 'text', (column) => column.notNull())
    .addColumn('region', 'text')
    .addColumn('story_id', 'text')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('opened', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .execute();
  await db.schema.createIndex('escalations_collection').on('escalations').column('collection_id').execute();
  await db.schema.createIndex('escalations_story').on('escalations').column('story_id').execute();
  await db.schema
    .createTable('escalation_entries')
    .addColumn('escalation_id', 'text', (column) => column.notNull().references('escalations.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('escalation_entries_key', ['escalation_id', 'position'])
    .execute();
  await db.schema.createIndex('audit_subject').on('audit').column('subject').execute();
}
