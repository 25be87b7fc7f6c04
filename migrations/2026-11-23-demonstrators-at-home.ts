import type { Kysely } from 'kysely';

/** The people of the demonstration keep to its collections: a real one is nobody's who came with a printed link. */
export async function up(db: Kysely<any>): Promise<void> {
  const invented = await db.selectFrom('collections').select('id').where('invented', '=', 1).execute();
  const everywhere = await db
    .selectFrom('grants')
    .innerJoin('people', 'people.id', 'grants.person_id')
    .selectAll('grants')
    .where('demonstration', '=', 1)
    .where('collection_id', 'is', null)
    .where('role', '!=', 'designer')
    .execute();
  for (const { id, person_id, role, region } of everywhere) {
    for (const collection of invented) {
      const grant = { id: crypto.randomUUID(), person_id, role, collection_id: collection.id, region };
      await db.insertInto('grants').values(grant).execute();
    }
    await db.deleteFrom('grants').where('id', '=', id).execute();
  }
}
