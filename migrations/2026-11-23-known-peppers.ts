import type { Kysely } from 'kysely';

/** Which peppers receipts here were made with, by name, so that a start can tell at once that it has another. */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema
    .createTable('peppers')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .execute();
  await db.insertInto('peppers').columns(['name']).expression(db.selectFrom('receipts').select('pepper').distinct()).execute();
}
