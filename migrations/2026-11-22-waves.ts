import type { Kysely } from 'kysely';

/** How a collection is kept: paused, closed, its small-number rules in full, its declared breakdowns, and how long stories stay. */
export async function up(db: Kysely<any>): Promise<void> {
  const collections = () => db.schema.alterTable('collections');
  await collections().addColumn('paused', 'text').execute();
  await collections().addColumn('closed', 'text').execute();
  await collections()
    .addColumn('rounding_base', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  await collections().addColumn('threshold_reason', 'text').execute();
  await collections()
    .addColumn('breakdowns', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute();
  await collections().addColumn('texts_weeks', 'integer').execute();
  await collections().addColumn('stories_weeks', 'integer').execute();
}
