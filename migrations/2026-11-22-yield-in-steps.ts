import type { Kysely } from 'kysely';

/** What was last shown of a collection's counts to who may not see them exactly, and the counts by which the next step is due. */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('steps')
    .addColumn('collection_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('counts', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('steps_name', ['collection_id', 'name'])
    .execute();
}
