import type { Kysely } from 'kysely';

/** What researchers keep of a collection: views with a name, and notes on what they read into a plot or a view. */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('views')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('collection_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('remark', 'text', (column) => column.notNull())
    .addColumn('query', 'text', (column) => column.notNull())
    .addColumn('tag', 'text', (column) => column.notNull())
    .addColumn('made', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('saved', 'text', (column) => column.notNull())
    .addColumn('saved_by', 'text', (column) => column.notNull())
    .addColumn('deleted', 'text')
    .execute();
  await db.schema.createIndex('views_collection').on('views').column('collection_id').execute();
  await db.schema
    .createTable('notes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('collection_id', 'text', (column) => column.notNull())
    .addColumn('signifier', 'text')
    .addColumn('view_id', 'text', (column) => column.references('views.id').onDelete('cascade'))
    .addColumn('query', 'text', (column) => column.notNull())
    .addColumn('reply_to', 'text', (column) => column.references('notes.id').onDelete('cascade'))
    .addColumn('stance', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('made', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('changed', 'text')
    .addColumn('deleted', 'text')
    .execute();
  await db.schema.createIndex('notes_collection').on('notes').column('collection_id').execute();
}
