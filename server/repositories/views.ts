import { randomUUID } from 'node:crypto';
import type { NewView, View } from '../contract/kept.ts';
import type { Db, Tx } from '../database/connection.ts';

/** Who writes, and when. */
export interface Writing {
  personId: string;
  at: string;
}

/** Saved views of collections. */
export class Views {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** By name. */
  async of(collectionId: string): Promise<View[]> {
    const rows = await this.#selected(this.#db).where('collection_id', '=', collectionId).where('deleted', 'is', null).execute();
    return rows.map(viewOf).sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
  }

  /** A view that is not deleted, or, where asked for, one that is. */
  async byId(db: Db | Tx, collectionId: string, id: string, { deleted = false } = {}): Promise<View | null> {
    const row = await this.#selected(db)
      .where('collection_id', '=', collectionId)
      .where('views.id', '=', id)
      .where('deleted', deleted ? 'is not' : 'is', null)
      .executeTakeFirst();
    return row ? viewOf(row) : null;
  }

  async insert(collectionId: string, { name, remark, query }: NewView, { personId, at }: Writing): Promise<string> {
    const id = randomUUID();
    const row = { id, collection_id: collectionId, name, remark, query: JSON.stringify(query), tag: randomUUID(), deleted: null };
    await this.#db
      .insertInto('views')
      .values({ ...row, made: at, made_by: personId, saved: at, saved_by: personId })
      .execute();
    return id;
  }

  /** Whether it was still the one that `tag` names. */
  async update(
    collectionId: string,
    id: string,
    tag: string,
    { name, remark, query }: NewView,
    { personId, at }: Writing,
  ): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('views')
      .set({ name, remark, query: JSON.stringify(query), tag: randomUUID(), saved: at, saved_by: personId })
      .where('collection_id', '=', collectionId)
      .where('id', '=', id)
      .where('tag', '=', tag)
      .where('deleted', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Takes a view out of the list, or with null brings it back. @returns whether there was such a view to do it to */
  async setDeleted(tx: Tx, collectionId: string, id: string, deleted: string | null): Promise<boolean> {
    const { numUpdatedRows } = await tx
      .updateTable('views')
      .set({ deleted })
      .where('collection_id', '=', collectionId)
      .where('id', '=', id)
      .where('deleted', deleted === null ? 'is not' : 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Deletes for good, with their notes, the views that were taken out before a time. */
  async purge(tx: Tx, before: string): Promise<void> {
    await tx.deleteFrom('views').where('deleted', '<', before).execute();
  }

  #selected(db: Db | Tx) {
    return db
      .selectFrom('views')
      .leftJoin('people as maker', 'maker.id', 'views.made_by')
      .leftJoin('people as saver', 'saver.id', 'views.saved_by')
      .select(['views.id', 'views.name', 'remark', 'query', 'tag', 'made', 'made_by', 'saved', 'saved_by'])
      .select(['maker.name as maker', 'saver.name as saver']);
  }
}

type Selected = Omit<View, 'query' | 'made' | 'saved'> &
  Record<'query' | 'made' | 'made_by' | 'saved' | 'saved_by', string> &
  Record<'maker' | 'saver', string | null>;

function viewOf({ id, name, remark, query, tag, made, made_by, saved, saved_by, maker, saver }: Selected): View {
  return {
    id,
    name,
    remark,
    query: JSON.parse(query),
    tag,
    made: { id: made_by, name: maker, at: made },
    saved: { id: saved_by, name: saver, at: saved },
  };
}
