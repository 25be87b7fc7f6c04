import type { Kysely } from 'kysely';

/** Files that stories are imported from, what their importers stated of them, and which stories came that way. */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('imports')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('collection_id', 'text', (column) => column.notNull().references('collections.id'))
    .addColumn('person_id', 'text', (column) => column.references('people.id'))
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('made', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('asked', 'text')
    .addColumn('report', 'text')
    .addColumn('progress', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('heard', 'text', (column) => column.notNull())
    .addColumn('trouble', 'text')
    .addColumn('consent', 'text')
    .addColumn('statement', 'text')
    .addColumn('stories', 'integer')
    .addColumn('taken', 'text')
    .execute();
  await db.schema.createIndex('imports_collection').on('imports').column('collection_id').execute();
  await db.schema.alterTable('stories').addColumn('import_id', 'text').execute();
}
