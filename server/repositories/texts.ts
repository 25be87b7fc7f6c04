import type { Scope } from '../../triads/framework/scopes.ts';
import type { ReleaseState, StoryWords } from '../contract/tell.ts';
import { insertRows } from '../database/bulk.ts';
import type { Db, Engine, Tx } from '../database/connection.ts';
import { scopesOf } from './consent.ts';

/**
 * The one keeper of participants' words, and the consent gate: nothing else reads or writes them, and `revisionFor` alone
 * decides who may see which. Words are there only while `read` holds.
 */

export type Reader =
  | { as: 'participant' }
  | { as: 'researcher' }
  | { as: 'reviewer' }
  /** A workshop lead of one region, or of all (null). */
  | { as: 'lead'; region: string | null }
  /** Anybody, of what is published. */
  | { as: 'public' };

export type Revision = 'original' | 'released';

/** What the gate needs to know of a story. */
export interface Standing {
  scopes: ReadonlySet<Scope>;
  release: ReleaseState;
  region: string | null;
}

/**
 * Which revision of a story's words this reader may see, if any.
 * @returns null where the story is to be as if it did not exist
 */
export function revisionFor(reader: Reader, { scopes, release, region }: Standing): Revision | null {
  if (!scopes.has('read')) return null;
  switch (reader.as) {
    case 'participant':
      return 'original';
    case 'researcher':
      return release === 'released' ? 'released' : 'original';
    case 'reviewer':
      return release === 'none' ? null : 'original';
    case 'lead':
    case 'public':
      return release === 'released' && agreedToShare(reader, { scopes, region }) ? 'released' : null;
  }
}

/** Whether a participant agreed that these readers may have the words once they are released. */
export function agreedToShare(
  reader: Extract<Reader, { as: 'lead' | 'public' }>,
  { scopes, region }: Pick<Standing, 'scopes' | 'region'>,
): boolean {
  if (!scopes.has('read')) return false;
  return reader.as === 'public' ? scopes.has('publish') : agreedToWorkshop(scopes, region, reader.region);
}

/**
 * Whether a participant agreed that a lead's workshop may use the story. Where the region of either is not known, the
 * workshop may be of the participant's own region or of another, so both scopes are needed.
 */
export function agreedToWorkshop(scopes: ReadonlySet<Scope>, storyRegion: string | null, leadRegion: string | null): boolean {
  const [own, other] = [scopes.has('workshop-own'), scopes.has('workshop-other')];
  if (storyRegion === null || leadRegion === null) return own && other;
  return storyRegion === leadRegion ? own : other;
}

export interface ReadStory {
  id: string;
  waveId: string;
  versionId: string;
  language: string;
  region: string | null;
  release: ReleaseState;
  scopes: Set<Scope>;
  /** The answers document, which holds no words. */
  answers: string;
  revision: Revision;
  words: StoryWords;
  /** Keys of the answers about the participant that a reviewer approved to stand beside the words; none unless released. */
  approved: string[];
}

/** What a reviewer releases. */
export interface NewRelease {
  at: Date;
  words: StoryWords;
  approved: string[];
}

/** What is known of a release beside its words. */
export interface Released {
  at: string;
  approved: string[];
  /** Whether what was taken out is still kept. */
  holdsTakenOut: boolean;
}

export interface TextRow {
  storyId: string;
  revision: Revision;
  words: StoryWords;
}

export class Texts {
  readonly #db: Db;
  readonly #engine: Engine;

  constructor(db: Db, engine: Engine) {
    this.#db = db;
    this.#engine = engine;
  }

  /**
   * The stories among these that the reader may see, with the words that the gate allows.
   * @param collectionId stories of other collections are passed over
   * @param ids at most 500
   */
  async read(reader: Reader, collectionId: string, ids: string[], db: Db | Tx = this.#db): Promise<ReadStory[]> {
    if (!ids.length) return [];
    const stories = await db
      .selectFrom('stories')
      .select(['id', 'wave_id', 'version_id', 'language', 'region', 'release', 'consent', 'answers'])
      .where('collection_id', '=', collectionId)
      .where('id', 'in', ids)
      .execute();
    const texts = await db.selectFrom('texts').selectAll().where('story_id', 'in', ids).execute();
    const words = new Map(texts.map((row) => [`${row.story_id} ${row.revision}`, row.words]));
    const releases = await this.releases(ids, db);
    return stories.flatMap((story) => {
      const standing = { scopes: scopesOf(story.consent), release: story.release, region: story.region };
      const revision = revisionFor(reader, standing);
      const seen = revision && words.get(`${story.id} ${revision}`);
      if (!revision || !seen) return [];
      const { id, wave_id: waveId, version_id: versionId, language, answers } = story;
      const approved = story.release === 'released' ? (releases.get(id)?.approved ?? []) : [];
      return [{ id, waveId, versionId, language, answers, ...standing, revision, words: JSON.parse(seen) as StoryWords, approved }];
    });
  }

  /**
   * Another revision of these stories' words, by story: for a participant what was released of the own story, for reviewers
   * what was proposed too.
   */
  async others(
    reader: Extract<Reader, { as: 'participant' | 'reviewer' }>,
    revision: 'proposed' | 'released',
    stories: readonly (Standing & { id: string })[],
    db: Db | Tx = this.#db,
  ): Promise<Map<string, StoryWords>> {
    const ids = stories.flatMap((story) => (revisionFor(reader, story) ? [story.id] : []));
    if (!ids.length || (reader.as === 'participant' && revision === 'proposed')) return new Map();
    const rows = await db
      .selectFrom('texts')
      .select(['story_id', 'words'])
      .where('story_id', 'in', ids)
      .where('revision', '=', revision)
      .execute();
    return new Map(rows.map(({ story_id, words }) => [story_id, JSON.parse(words) as StoryWords]));
  }

  /** What was decided with the releases of these stories, by story. Nothing for those that came released. */
  async releases(ids: readonly string[], db: Db | Tx = this.#db): Promise<Map<string, Released>> {
    if (!ids.length) return new Map();
    const rows = await db.selectFrom('releases').selectAll().where('story_id', 'in', ids).execute();
    return new Map(
      rows.map(({ story_id, released, approved, holds_taken_out }) => [
        story_id,
        { at: released, approved: JSON.parse(approved) as string[], holdsTakenOut: holds_taken_out === 1 },
      ]),
    );
  }

  async insert(tx: Tx, rows: TextRow[]): Promise<void> {
    const texts = rows.map(({ storyId, revision, words }) => ({ story_id: storyId, revision, words: JSON.stringify(words) }));
    await insertRows(tx, this.#engine, 'texts', ['story_id', 'revision', 'words'], texts);
  }

  async release(tx: Tx, { id, collectionId }: { id: string; collectionId: string }, { at, words, approved }: NewRelease): Promise<void> {
    const written = JSON.stringify(words);
    await this.eraseReviewed(tx, id);
    await tx.insertInto('texts').values({ story_id: id, revision: 'released', words: written }).execute();
    const original = await tx
      .selectFrom('texts')
      .select('words')
      .where('story_id', '=', id)
      .where('revision', '=', 'original')
      .executeTakeFirst();
    await tx
      .insertInto('releases')
      .values({
        story_id: id,
        collection_id: collectionId,
        released: at.toISOString(),
        approved: JSON.stringify(approved),
        holds_taken_out: Number(original?.words !== written),
      })
      .execute();
  }

  /** Keeps the words as a reviewer left them, for whoever reviews the story next. */
  async propose(tx: Tx, storyId: string, words: StoryWords): Promise<void> {
    await this.eraseReviewed(tx, storyId);
    await tx
      .insertInto('texts')
      .values({ story_id: storyId, revision: 'proposed', words: JSON.stringify(words) })
      .execute();
  }

  /** Deletes what reviewers made of a story: its released words, or those proposed, and what was decided with them. */
  async eraseReviewed(tx: Tx, storyId: string): Promise<void> {
    await tx.deleteFrom('texts').where('story_id', '=', storyId).where('revision', '!=', 'original').execute();
    await tx.deleteFrom('releases').where('story_id', '=', storyId).execute();
  }

  /** Stories of a collection that were released before a moment with words taken out that are still kept. */
  async holdingTakenOut(collectionId: string, before: Date, limit: number): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('releases')
      .select('story_id')
      .where('collection_id', '=', collectionId)
      .where('holds_taken_out', '=', 1)
      .where('released', '<', before.toISOString())
      .orderBy('story_id')
      .limit(limit)
      .execute();
    return rows.map(({ story_id }) => story_id);
  }

  /**
   * Deletes what was taken out of these stories: from now on they were told as they were released.
   * @param before passes over what was taken back and released anew since
   */
  async eraseTakenOut(tx: Tx, ids: readonly string[], before: Date): Promise<void> {
    const due = await tx
      .selectFrom('releases')
      .innerJoin('texts', (join) => join.onRef('texts.story_id', '=', 'releases.story_id').on('texts.revision', '=', 'released'))
      .select(['texts.story_id', 'texts.words'])
      .where('releases.story_id', 'in', ids)
      .where('released', '<', before.toISOString())
      .execute();
    for (const { story_id, words } of due) {
      await tx.updateTable('texts').set({ words }).where('story_id', '=', story_id).where('revision', '=', 'original').execute();
      await tx.updateTable('releases').set({ holds_taken_out: 0 }).where('story_id', '=', story_id).execute();
    }
  }

  /** Deletes every word of some stories. @param storyIds at most 500 */
  async erase(tx: Tx, ...storyIds: string[]): Promise<void> {
    await tx.deleteFrom('texts').where('story_id', 'in', storyIds).execute();
    await tx.deleteFrom('releases').where('story_id', 'in', storyIds).execute();
  }
}
