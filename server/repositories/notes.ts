import { randomUUID } from 'node:crypto';
import type { NewNote, NewReply, Note } from '../contract/kept.ts';
import type { Db, Tx } from '../database/connection.ts';
import type { Row } from '../database/tables.ts';
import type { Writing } from './views.ts';

/** What researchers read into plots and saved views, and what others replied. */
export class Notes {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Newest last; not those on views that are deleted. */
  async of(collectionId: string): Promise<Note[]> {
    const rows = await this.#db
      .selectFrom('notes')
      .leftJoin('people', 'people.id', 'notes.made_by')
      .leftJoin('views', 'views.id', 'notes.view_id')
      .selectAll('notes')
      .select('people.name as writer')
      .where('notes.collection_id', '=', collectionId)
      .where('views.deleted', 'is', null)
      .orderBy('notes.made')
      .orderBy('notes.id')
      .execute();
    const repliesTo = (note: string | null) => rows.filter(({ reply_to }) => reply_to === note);
    return repliesTo(null).map((row) => ({
      ...entryOf(row),
      signifier: row.signifier,
      view: row.view_id,
      query: JSON.parse(row.query),
      isTakenBack: row.deleted !== null,
      replies: repliesTo(row.id).map((reply) => ({ ...entryOf(reply), stance: reply.stance ?? 'agrees' })),
    }));
  }

  async byId(tx: Db | Tx, collectionId: string, id: string): Promise<Row<'notes'> | null> {
    const row = await tx
      .selectFrom('notes')
      .selectAll()
      .where('collection_id', '=', collectionId)
      .where('id', '=', id)
      .where('deleted', 'is', null)
      .executeTakeFirst();
    return row ?? null;
  }

  async insert(collectionId: string, { signifier, view, query, text }: NewNote, writing: Writing): Promise<string> {
    return this.#insert(
      collectionId,
      { signifier, view_id: view, query: JSON.stringify(query), reply_to: null, stance: null, text },
      writing,
    );
  }

  async insertReply({ collection_id, id }: Row<'notes'>, { text, stance }: NewReply, writing: Writing): Promise<string> {
    return this.#insert(collection_id, { signifier: null, view_id: null, query: '[]', reply_to: id, stance, text }, writing);
  }

  async #insert(
    collection_id: string,
    said: Pick<Row<'notes'>, 'signifier' | 'view_id' | 'query' | 'reply_to' | 'stance' | 'text'>,
    { personId, at }: Writing,
  ): Promise<string> {
    const id = randomUUID();
    await this.#db
      .insertInto('notes')
      .values({ ...said, id, collection_id, made: at, made_by: personId, changed: null, deleted: null })
      .execute();
    return id;
  }

  async setText(id: string, text: string, changed: string): Promise<void> {
    await this.#db.updateTable('notes').set({ text, changed }).where('id', '=', id).execute();
  }

  /** Deletes a note. One that others replied to leaves its place, without a word, for as long as a reply stands there. */
  async delete(tx: Tx, { id, reply_to }: Row<'notes'>, at: string): Promise<void> {
    if (await this.#hasReplies(tx, id)) {
      await tx.updateTable('notes').set({ text: '', deleted: at }).where('id', '=', id).execute();
      return;
    }
    await tx.deleteFrom('notes').where('id', '=', id).execute();
    if (reply_to !== null && !(await this.#hasReplies(tx, reply_to)))
      await tx.deleteFrom('notes').where('id', '=', reply_to).where('deleted', 'is not', null).execute();
  }

  async #hasReplies(tx: Tx, id: string): Promise<boolean> {
    return (await tx.selectFrom('notes').select('id').where('reply_to', '=', id).limit(1).executeTakeFirst()) !== undefined;
  }
}

function entryOf({ id, text, made, made_by, changed, writer }: Row<'notes'> & { writer: string | null }) {
  return { id, text, made: { id: made_by, name: writer, at: made }, changed };
}
