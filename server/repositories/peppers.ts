import type { Db } from '../database/connection.ts';

/** The names of the peppers that receipts here were made with. */
export async function knownPeppers(db: Db): Promise<string[]> {
  return (await db.selectFrom('peppers').select('name').execute()).map(({ name }) => name);
}

export async function addPepper(db: Db, name: string): Promise<void> {
  await db
    .insertInto('peppers')
    .values({ name })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
