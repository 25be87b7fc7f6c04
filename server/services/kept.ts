import { misfits } from '../../triads/selection/written.ts';
import type { NewNote, NewReply, NewView, Note, Query, View } from '../contract/kept.ts';
import type { Db } from '../database/connection.ts';
import { problems } from '../problems.ts';
import { record } from '../repositories/audit.ts';
import type { Collection } from '../repositories/collections.ts';
import type { Notes } from '../repositories/notes.ts';
import type { Views, Writing } from '../repositories/views.ts';
import type { Patterns } from './patterns.ts';

/** How long a deleted view can be brought back. */
const daysOfRegret = 7;

/** What researchers of a collection keep together: saved views, and notes on what they read into them. */
export class Kept {
  readonly #db: Db;
  readonly #views: Views;
  readonly #notes: Notes;
  readonly #patterns: Patterns;
  readonly #now: () => Date;

  constructor(db: Db, views: Views, notes: Notes, patterns: Patterns, now: () => Date) {
    this.#db = db;
    this.#views = views;
    this.#notes = notes;
    this.#patterns = patterns;
    this.#now = now;
  }

  views({ id }: Collection): Promise<View[]> {
    return this.#views.of(id);
  }

  /** @throws problems: invalid, where the query asks for what the collection does not have; name taken */
  async save(collection: Collection, personId: string, asked: NewView): Promise<View> {
    await this.#refuseTaken(collection, asked.name);
    await this.#refuseMisfits(collection, asked.query);
    return this.#view(collection, await this.#views.insert(collection.id, asked, this.#writing(personId)));
  }

  /**
   * Changes the view that `tag` names. A query that stays as it was may have ceased to fit: the view can still be renamed.
   * @throws problems: not found, view gone, saved since, invalid, name taken
   */
  async change(collection: Collection, personId: string, id: string, tag: string, asked: NewView): Promise<View> {
    const before = await this.#present(collection, id);
    if (before.name !== asked.name) await this.#refuseTaken(collection, asked.name, id);
    if (JSON.stringify(before.query) !== JSON.stringify(asked.query)) await this.#refuseMisfits(collection, asked.query);
    if (await this.#views.update(collection.id, id, tag, asked, this.#writing(personId))) return this.#view(collection, id);
    const { saved } = await this.#present(collection, id);
    throw problems.savedSince({ by: saved.name ?? 'Somebody', at: saved.at });
  }

  /** Takes a view out with its notes; it can be brought back for a week. */
  async delete(collection: Collection, personId: string, id: string): Promise<void> {
    const regretted = new Date(this.#now().getTime() - daysOfRegret * 86_400_000).toISOString();
    await this.#setDeleted(collection, personId, id, this.#now().toISOString(), regretted);
  }

  /** @throws problems: not found; name taken, by one that was saved meanwhile */
  async restore(collection: Collection, personId: string, id: string): Promise<View> {
    const gone = await this.#views.byId(this.#db, collection.id, id, { deleted: true });
    if (gone) await this.#refuseTaken(collection, gone.name);
    await this.#setDeleted(collection, personId, id, null);
    return this.#view(collection, id);
  }

  async #setDeleted(collection: Collection, personId: string, id: string, deleted: string | null, regretted?: string): Promise<void> {
    const at = this.#now();
    await this.#db.transaction().execute(async (tx) => {
      if (!(await this.#views.setDeleted(tx, collection.id, id, deleted))) throw problems.notFound();
      if (regretted !== undefined) await this.#views.purge(tx, regretted);
      const action = deleted === null ? 'view.restore' : 'view.delete';
      await record(tx, { at, personId, action, subject: id, details: { collection: collection.id } });
    });
  }

  notes({ id }: Collection): Promise<Note[]> {
    return this.#notes.of(id);
  }

  /** @throws problems: invalid, where there is no such plot; not found or view gone, where there is no such view */
  async write(collection: Collection, personId: string, asked: NewNote): Promise<Note> {
    const signifiers = await this.#patterns.signifiers(collection);
    if (asked.signifier !== null && !signifiers.some(({ key }) => key === asked.signifier))
      throw problems.invalid([{ path: 'signifier', message: 'is no signifier here' }]);
    if (asked.view !== null) await this.#present(collection, asked.view);
    await this.#refuseMisfits(collection, asked.query);
    return this.#note(collection, await this.#notes.insert(collection.id, asked, this.#writing(personId)));
  }

  /** @throws problems: not found; not in this state, for a reply to a reply */
  async reply(collection: Collection, personId: string, id: string, asked: NewReply): Promise<Note> {
    const said = await this.#notes.byId(this.#db, collection.id, id);
    if (!said) throw problems.notFound();
    if (said.reply_to !== null) throw problems.notInThisState('A reply is to a note, not to another reply.');
    await this.#notes.insertReply(said, asked, this.#writing(personId));
    return this.#note(collection, id);
  }

  /** @throws problems: not found, not yours */
  async rewrite(collection: Collection, personId: string, id: string, text: string): Promise<void> {
    await this.#own(this.#db, collection, personId, id);
    await this.#notes.setText(id, text, this.#now().toISOString());
  }

  /** @throws problems: not found, not yours */
  async takeBack(collection: Collection, personId: string, id: string): Promise<void> {
    const at = this.#now();
    await this.#db.transaction().execute(async (tx) => {
      const own = await this.#own(tx, collection, personId, id);
      await this.#notes.delete(tx, own, at.toISOString());
      await record(tx, { at, personId, action: 'note.delete', subject: id, details: { collection: collection.id } });
    });
  }

  async #own(db: Parameters<Notes['byId']>[0], collection: Collection, personId: string, id: string) {
    const said = await this.#notes.byId(db, collection.id, id);
    if (!said) throw problems.notFound();
    if (said.made_by !== personId) throw problems.notYours();
    return said;
  }

  async #view(collection: Collection, id: string): Promise<View> {
    const view = await this.#views.byId(this.#db, collection.id, id);
    if (!view) throw problems.notFound();
    return view;
  }

  /** A view that is there; of one that was deleted it is said so. */
  async #present(collection: Collection, id: string): Promise<View> {
    if (await this.#views.byId(this.#db, collection.id, id, { deleted: true })) throw problems.viewGone();
    return this.#view(collection, id);
  }

  async #refuseTaken({ id }: Collection, name: string, own?: string): Promise<void> {
    const same = (other: string) => other.localeCompare(name, 'en', { sensitivity: 'accent' }) === 0;
    if ((await this.#views.of(id)).some((view) => view.id !== own && same(view.name))) throw problems.nameTaken();
  }

  async #note(collection: Collection, id: string): Promise<Note> {
    const note = (await this.#notes.of(collection.id)).find((one) => one.id === id);
    if (!note) throw problems.notFound();
    return note;
  }

  async #refuseMisfits(collection: Collection, query: Query): Promise<void> {
    const waves = collection.waves.map(({ key }) => key);
    const found = misfits(query, await this.#patterns.signifiers(collection), waves);
    if (found.length) throw problems.invalid(found.map((at) => ({ path: `query.${at}`, message: 'does not fit this collection' })));
  }

  #writing(personId: string): Writing {
    return { personId, at: this.#now().toISOString() };
  }
}
