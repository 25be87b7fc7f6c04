import type { Db } from '../database/connection.ts';

/** What was last published of a collection under a name, with the counts that it was made of. */
export interface Step<Shown> {
  counts: number[];
  shown: Shown;
}

/** Published steps: one a collection and name. */
export class StepDocuments {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async last<Shown>(collectionId: string, name: string): Promise<Step<Shown> | null> {
    const row = await this.#db
      .selectFrom('steps')
      .select(['counts', 'document'])
      .where('collection_id', '=', collectionId)
      .where('name', '=', name)
      .executeTakeFirst();
    return row ? { counts: JSON.parse(row.counts), shown: JSON.parse(row.document) } : null;
  }

  /** Publishes a step after the last one; where another came after that meanwhile, nothing is kept of this one. */
  async publish<Shown>(collectionId: string, name: string, next: Step<Shown>, last: Step<Shown> | null): Promise<void> {
    const row = { counts: JSON.stringify(next.counts), document: JSON.stringify(next.shown) };
    if (last) {
      await this.#db
        .updateTable('steps')
        .set(row)
        .where('collection_id', '=', collectionId)
        .where('name', '=', name)
        .where('counts', '=', JSON.stringify(last.counts))
        .execute();
      return;
    }
    await this.#db
      .insertInto('steps')
      .values({ collection_id: collectionId, name, ...row })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
