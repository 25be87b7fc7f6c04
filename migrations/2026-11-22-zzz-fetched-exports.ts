import type { Kysely } from 'kysely';

/** Who fetched an export stands in the audit, and is asked for by person. */
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.createIndex('audit_by_person').on('audit').columns(['person_id', 'action', 'subject']).execute();
}
