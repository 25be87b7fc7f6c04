import type { Kysely } from 'kysely';

/** Keys in the links to a collection. Nothing joins a story to the key it came by. */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('collections').addColumn('key_required_from', 'text').execute();
  await db.schema
    .createTable('link_keys')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('collection_id', 'text', (column) => column.notNull().references('collections.id'))
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('key', 'text')
    .addColumn('key_hash', 'text', (column) => column.notNull().unique())
    .addColumn('made', 'text', (column) => column.notNull())
    .addColumn('revoked', 'text')
    .addColumn('taken_until', 'text')
    .execute();
  await db.schema.createIndex('link_keys_collection').on('link_keys').column('collection_id').execute();
}
