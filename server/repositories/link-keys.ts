import { createHash, randomUUID } from 'node:crypto';
import type { Db, Tx } from '../database/connection.ts';
import type { Row } from '../database/tables.ts';

export interface LinkKey {
  id: string;
  label: string;
  /** Null once revoked: then only its hash is kept. */
  key: string | null;
  made: string;
  revoked: string | null;
  /** Until when a revoked key's late stories are taken. */
  takenUntil: string | null;
}

const hashOf = (key: string) => createHash('sha256').update(key).digest('base64url');

/** The keys in the links to collections. */
export class LinkKeys {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** A collection's keys, those in use first, each by label. */
  async of(collectionId: string): Promise<LinkKey[]> {
    const rows = await this.#db
      .selectFrom('link_keys')
      .selectAll()
      .where('collection_id', '=', collectionId)
      .orderBy('label')
      .orderBy('made')
      .execute();
    const keys = rows.map(linkKey);
    return [...keys.filter(({ revoked }) => !revoked), ...keys.filter(({ revoked }) => revoked)];
  }

  async byId(collectionId: string, id: string): Promise<LinkKey | null> {
    const row = await this.#one(collectionId, 'id', id);
    return row ? linkKey(row) : null;
  }

  async byKey(collectionId: string, key: string): Promise<LinkKey | null> {
    const row = await this.#one(collectionId, 'key_hash', hashOf(key));
    return row ? linkKey(row) : null;
  }

  #one(collectionId: string, column: 'id' | 'key_hash', value: string): Promise<Row<'link_keys'> | undefined> {
    return this.#db
      .selectFrom('link_keys')
      .selectAll()
      .where('collection_id', '=', collectionId)
      .where(column, '=', value)
      .executeTakeFirst();
  }

  async insert(tx: Tx, collectionId: string, label: string, key: string, made: string): Promise<LinkKey> {
    const row = {
      id: randomUUID(),
      collection_id: collectionId,
      label,
      key,
      key_hash: hashOf(key),
      made,
      revoked: null,
      taken_until: null,
    };
    await tx.insertInto('link_keys').values(row).execute();
    return linkKey(row);
  }

  /** Revokes a key that is in use and forgets it. Whether it was in use. */
  async revoke(tx: Tx, id: string, revoked: string, takenUntil: string): Promise<boolean> {
    const { numUpdatedRows } = await tx
      .updateTable('link_keys')
      .set({ key: null, revoked, taken_until: takenUntil })
      .where('id', '=', id)
      .where('revoked', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }
}

function linkKey({ id, label, key, made, revoked, taken_until }: Row<'link_keys'>): LinkKey {
  return { id, label, key, made, revoked, takenUntil: taken_until };
}
