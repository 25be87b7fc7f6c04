import { randomUUID } from 'node:crypto';
import type { Tx } from '../database/connection.ts';
import { record } from './audit.ts';
import { grantsInWords } from './people.ts';

/** Whether somebody came with the demonstration. */
export async function isDemonstrator(tx: Tx, personId: string | null): Promise<boolean> {
  const found = await tx.selectFrom('people').select('id').where('id', '=', personId).where('demonstration', '=', 1).executeTakeFirst();
  return found !== undefined;
}

/**
 * Makes a collection one of the demonstration's: its people hold there what they hold in the others, and in no further one.
 * @param by who made the collection; null for the command line
 */
export async function letDemonstratorsIn(tx: Tx, collection: string, by: string | null, at: Date): Promise<void> {
  const held = await tx
    .selectFrom('grants')
    .innerJoin('people', 'people.id', 'grants.person_id')
    .select(['person_id', 'role', 'region', 'collection_id as collection'])
    .where('demonstration', '=', 1)
    .execute();
  const further = new Map(
    held.flatMap(({ collection: of, ...grant }) => (of === null ? [] : [[JSON.stringify(grant), { ...grant, collection }]])),
  );
  for (const { collection: collection_id, ...grant } of further.values()) {
    await tx
      .insertInto('grants')
      .values({ ...grant, id: randomUUID(), collection_id })
      .execute();
  }
  for (const person of new Set([...further.values()].map(({ person_id }) => person_id))) {
    const isTheirs = ({ person_id }: { person_id: string }) => person_id === person;
    const before = held.filter(isTheirs);
    const details = { before: grantsInWords(before), after: grantsInWords([...before, ...[...further.values()].filter(isTheirs)]) };
    await record(tx, { at, personId: by, action: 'person.change', subject: person, details });
  }
}
