import type { Kysely } from 'kysely';

/** The number on a printed card outlives its story, as the row's own id does, so that a recall can name the card. */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('export_rows').addColumn('number', 'text').execute();
}
