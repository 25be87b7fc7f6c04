import { randomUUID } from 'node:crypto';
import type { Tx } from '../database/connection.ts';

/** Whether somebody came with the demonstration. */
export async function isDemonstrator(tx: Tx, personId: string | null): Promise<boolean> {
  const found = await tx.selectFrom('people').select('id').where('id', '=', personId).where('demonstration', '=', 1).executeTakeFirst();
  return found !== undefined;
}

/** Makes a collection one of the demonstration's: its people hold there what they hold in the others, and in no further one. */
export async function letDemonstratorsIn(tx: Tx, collectionId: string): Promise<void> {
  const held = await tx
    .selectFrom('grants')
    .innerJoin('people', 'people.id', 'grants.person_id')
    .select(['person_id', 'role', 'region'])
    .distinct()
    .where('demonstration', '=', 1)
    .where('collection_id', 'is not', null)
    .execute();
  for (const grant of held) {
    await tx
      .insertInto('grants')
      .values({ ...grant, id: randomUUID(), collection_id: collectionId })
      .execute();
  }
}
