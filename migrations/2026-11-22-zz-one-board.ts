import { type Kysely, sql } from 'kysely';

/** Leads' steps are made for all of them at once; those that were made a region at a time, which hold true counts, go. */
export async function up(db: Kysely<any>): Promise<void> {
  await sql`delete from steps where name = 'pattern' or name like 'pattern %'`.execute(db);
}
