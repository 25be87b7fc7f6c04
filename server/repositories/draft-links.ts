import { createHash, randomUUID } from 'node:crypto';
import type { Db, Tx } from '../database/connection.ts';
import type { Row } from '../database/tables.ts';

export interface DraftLink {
  id: string;
  frameworkId: string;
  label: string;
  /** Null once revoked: then only its hash is kept. */
  code: string | null;
  made: string;
  ends: string;
  revoked: string | null;
}

const hashOf = (code: string) => createHash('sha256').update(code).digest('base64url');

/** The links by which people without an account try a draft. */
export class DraftLinks {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** A framework's links, by label. */
  async of(frameworkId: string): Promise<DraftLink[]> {
    const rows = await this.#select().where('framework_id', '=', frameworkId).orderBy('label').orderBy('made').execute();
    return rows.map(draftLink);
  }

  async byId(frameworkId: string, id: string): Promise<DraftLink | null> {
    const row = await this.#select().where('framework_id', '=', frameworkId).where('id', '=', id).executeTakeFirst();
    return row ? draftLink(row) : null;
  }

  async byCode(code: string): Promise<DraftLink | null> {
    const row = await this.#select().where('code_hash', '=', hashOf(code)).executeTakeFirst();
    return row ? draftLink(row) : null;
  }

  #select() {
    return this.#db.selectFrom('draft_links').selectAll();
  }

  async insert(tx: Tx, link: Omit<DraftLink, 'id' | 'revoked'> & { code: string }): Promise<DraftLink> {
    const { frameworkId: framework_id, label, code, made, ends } = link;
    const row = { id: randomUUID(), framework_id, label, code, code_hash: hashOf(code), made, ends, revoked: null };
    await tx.insertInto('draft_links').values(row).execute();
    return draftLink(row);
  }

  /** Revokes a link that is in use and forgets its code. Whether it was in use. */
  async revoke(tx: Tx, id: string, revoked: string): Promise<boolean> {
    const { numUpdatedRows } = await tx
      .updateTable('draft_links')
      .set({ code: null, revoked })
      .where('id', '=', id)
      .where('revoked', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Counts one more that came by a link. Whether it may still take it. */
  async take(tx: Tx, id: string, what: 'try_outs_taken' | 'comments_taken', most: number): Promise<boolean> {
    const { numUpdatedRows } = await tx
      .updateTable('draft_links')
      .set(({ eb }) => ({ [what]: eb(what, '+', 1) }))
      .where('id', '=', id)
      .where(what, '<', most)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }
}

function draftLink(row: Omit<Row<'draft_links'>, 'try_outs_taken' | 'comments_taken'>): DraftLink {
  const { id, framework_id, label, code, made, ends, revoked } = row;
  return { id, frameworkId: framework_id, label, code, made, ends, revoked };
}
