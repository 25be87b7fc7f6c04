import type { Kysely } from 'kysely';

/** By an import's keyed digest the same file is known again; without the pepper nobody can tell which file it was. */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('imports').addColumn('digest', 'text').execute();
}
