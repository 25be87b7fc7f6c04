import { randomUUID } from 'node:crypto';
import type { Answers } from '../../triads/answers/answer.ts';
import { fromArrow, toArrow } from '../../triads/columns/arrow.ts';
import type { Columns } from '../../triads/columns/columns.ts';
import { columnsFrom, type StoryRow } from '../../triads/columns/from-rows.ts';
import { packIds, unpackIds } from '../../triads/columns/ids.ts';
import { joinRows, pickRows } from '../../triads/columns/rows.ts';
import type { Framework, Signifier } from '../../triads/framework/framework.ts';
import type { Db, Tx } from '../database/connection.ts';
import { scopesOf } from './consent.ts';

/** A segment that grows past this is split. */
const mostStories = 4096;
/** Stories sealed in one transaction, which others wait for. */
const atOnce = 500;

/** Some stories of one wave, as columns of what that wave asks. */
export interface Segment {
  waveId: string;
  /** As `packIds` makes them; one a row, ascending. */
  ids: Uint8Array;
  columns: Columns;
}

/** Where a segment begins: it holds its wave's stories from this id up to where the next one begins. */
interface Bound {
  wave: string;
  from: string;
  tag: string;
}

interface Member {
  id: string;
  wave: string;
  row: StoryRow;
}

/**
 * Stories' answers as columns. A story is noted when it is stored, and sealed into the segment of its wave and id soon after;
 * whatever changes it rewrites that segment in the same transaction. Segments are sorted by id and tell no order of arrival.
 */
export class Segments {
  readonly #db: Db;
  /** What each wave asks: once it has stories that never changes. */
  readonly #asked = new Map<string, Signifier[]>();

  constructor(db: Db) {
    this.#db = db;
  }

  /** Notes new stories of a collection, in the transaction that stores them. */
  async note(tx: Tx, collectionId: string, ids: readonly string[]): Promise<void> {
    const row = { collection_id: collectionId, id: randomUUID(), stories: JSON.stringify(ids.toSorted()) };
    await tx.insertInto('unsealed').values(row).execute();
  }

  /** Seals every story that waits, in short transactions; repeating what a crash cut short does no harm. */
  async seal(collectionId: string): Promise<void> {
    const batches = await this.#unsealed(this.#db, collectionId).execute();
    const ids = batches.flatMap(storiesOf).sort();
    for (let at = 0; at < ids.length; at += atOnce) {
      await this.#db.transaction().execute(async (tx) => {
        // Whatever changes a story of this collection waits, so that what is read here is still true when it is written.
        await tx
          .updateTable('collections')
          .set('stamp', (eb) => eb.ref('stamp'))
          .where('id', '=', collectionId)
          .execute();
        await this.refresh(tx, collectionId, ids.slice(at, at + atOnce));
      });
    }
    for (const { id } of batches) {
      await this.#db.deleteFrom('unsealed').where('collection_id', '=', collectionId).where('id', '=', id).execute();
    }
  }

  /**
   * Brings segments to what these stories now are, and takes out those that are no more.
   * @param tx the transaction that changed them
   * @param ids at most 500
   */
  async refresh(tx: Tx, collectionId: string, ids: readonly string[]): Promise<void> {
    const members = await this.#members(tx, collectionId, ids);
    const bounds = await this.#bounds(tx, collectionId);
    const waves = new Set([...bounds.map(({ wave }) => wave), ...members.map(({ wave }) => wave)]);
    for (const wave of waves) {
      const own = bounds.filter((bound) => bound.wave === wave);
      const froms = own.length ? own.map(({ from }) => from) : [''];
      for (const [index, from] of froms.entries()) {
        const next = froms[index + 1];
        const isHere = (id: string) => id >= from && (next === undefined || id < next);
        const changed = new Set(ids.filter(isHere));
        const now = members.filter((member) => member.wave === wave && changed.has(member.id));
        if (changed.size) await this.#rewrite(tx, collectionId, wave, from, changed, now);
      }
    }
    await this.#forget(tx, collectionId, ids, new Set(members.map(({ id }) => id)));
  }

  /** Every segment of a collection, by wave and id. */
  async *all(collectionId: string): AsyncGenerator<Segment> {
    for (const { wave, from } of await this.#bounds(this.#db, collectionId)) {
      const segment = await this.#segment(this.#db, collectionId, wave, from);
      if (segment) yield segment;
    }
  }

  /** Names the state of a collection's segments: after any rewriting it is another. */
  async state(collectionId: string): Promise<string> {
    return (await this.#bounds(this.#db, collectionId)).map(({ tag }) => tag).join(' ');
  }

  async #rewrite(tx: Tx, collection: string, wave: string, from: string, changed: Set<string>, now: Member[]): Promise<void> {
    const before = await this.#segment(tx, collection, wave, from);
    const ids = before ? unpackIds(before.ids) : [];
    const stays = ids.flatMap((id, row) => (changed.has(id) ? [] : [{ id, row }]));
    if (stays.length === ids.length && !now.length) return;
    const asked = await this.#signifiers(tx, wave);
    const fresh = columnsFrom(
      asked,
      now.map(({ row }) => row),
    );
    const all = joinRows(asked, before ? [before.columns, fresh] : [fresh]);
    const rows = [...stays, ...now.map(({ id }, index) => ({ id, row: ids.length + index }))].sort((a, b) => (a.id < b.id ? -1 : 1));
    await tx
      .deleteFrom('segments')
      .where('collection_id', '=', collection)
      .where('wave_id', '=', wave)
      .where('from_id', '=', from)
      .execute();
    const pieces = Math.max(1, Math.ceil(rows.length / mostStories) * (rows.length > mostStories ? 2 : 1));
    const size = Math.ceil(rows.length / pieces);
    for (let piece = 0; piece < pieces; piece++) {
      const part = rows.slice(piece * size, (piece + 1) * size);
      await tx
        .insertInto('segments')
        .values({
          collection_id: collection,
          wave_id: wave,
          from_id: piece === 0 ? from : (part[0]?.id ?? from),
          tag: randomUUID(),
          ids: packIds(part.map(({ id }) => id)),
          body: toArrow(
            pickRows(
              all,
              part.map(({ row }) => row),
            ),
          ),
        })
        .execute();
    }
  }

  /** Takes stories that are no more off the list of those that wait. */
  async #forget(tx: Tx, collectionId: string, ids: readonly string[], there: ReadonlySet<string>): Promise<void> {
    const gone = new Set(ids.filter((id) => !there.has(id)));
    if (!gone.size) return;
    for (const batch of await this.#unsealed(tx, collectionId).execute()) {
      const stories = storiesOf(batch).filter((id) => !gone.has(id));
      await tx
        .updateTable('unsealed')
        .set({ stories: JSON.stringify(stories) })
        .where('collection_id', '=', collectionId)
        .where('id', '=', batch.id)
        .execute();
    }
  }

  #unsealed(db: Db | Tx, collectionId: string) {
    return db.selectFrom('unsealed').select(['id', 'stories']).where('collection_id', '=', collectionId);
  }

  async #members(tx: Tx, collectionId: string, ids: readonly string[]): Promise<Member[]> {
    const rows = await tx
      .selectFrom('stories')
      .select(['id', 'wave_id', 'week', 'consent', 'answers'])
      .where('collection_id', '=', collectionId)
      .where('id', 'in', ids)
      .execute();
    return rows.map(({ id, wave_id: wave, week, consent, answers }) => ({
      id,
      wave,
      row: { readable: scopesOf(consent).has('read'), week, wave, answers: JSON.parse(answers) as Answers },
    }));
  }

  async #bounds(db: Db | Tx, collectionId: string): Promise<Bound[]> {
    return db
      .selectFrom('segments')
      .select(['wave_id as wave', 'from_id as from', 'tag'])
      .where('collection_id', '=', collectionId)
      .orderBy('wave_id')
      .orderBy('from_id')
      .execute();
  }

  async #segment(db: Db | Tx, collection: string, wave: string, from: string): Promise<Segment | null> {
    const row = await db
      .selectFrom('segments')
      .select(['ids', 'body'])
      .where('collection_id', '=', collection)
      .where('wave_id', '=', wave)
      .where('from_id', '=', from)
      .executeTakeFirst();
    if (!row) return null;
    return { waveId: wave, ids: new Uint8Array(row.ids), columns: fromArrow(row.body, await this.#signifiers(db, wave)) };
  }

  async #signifiers(db: Db | Tx, wave: string): Promise<Signifier[]> {
    const known = this.#asked.get(wave);
    if (known) return known;
    const { document } = await db
      .selectFrom('waves')
      .innerJoin('versions', 'versions.id', 'waves.version_id')
      .select('versions.document')
      .where('waves.id', '=', wave)
      .executeTakeFirstOrThrow();
    const { signifiers } = JSON.parse(document) as Framework;
    this.#asked.set(wave, signifiers);
    return signifiers;
  }
}

function storiesOf({ stories }: { stories: string }): string[] {
  return JSON.parse(stories);
}
