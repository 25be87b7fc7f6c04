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
  | { as: 'lead'; region: string | null };

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
      return release === 'released' && agreedToWorkshop(scopes, region, reader.region) ? 'released' : null;
  }
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
    return stories.flatMap((story) => {
      const standing = { scopes: scopesOf(story.consent), release: story.release, region: story.region };
      const revision = revisionFor(reader, standing);
      const seen = revision && words.get(`${story.id} ${revision}`);
      if (!revision || !seen) return [];
      const { id, wave_id: waveId, version_id: versionId, language, answers } = story;
      return [{ id, waveId, versionId, language, answers, ...standing, revision, words: JSON.parse(seen) as StoryWords }];
    });
  }

  /** The words as a reviewer released them, for the participant whose story it is and for reviewers. */
  async released(
    reader: Extract<Reader, { as: 'participant' | 'reviewer' }>,
    story: Standing & { id: string },
  ): Promise<StoryWords | null> {
    if (!revisionFor(reader, story)) return null;
    const row = await this.#db
      .selectFrom('texts')
      .select('words')
      .where('story_id', '=', story.id)
      .where('revision', '=', 'released')
      .executeTakeFirst();
    return row ? JSON.parse(row.words) : null;
  }

  async insert(tx: Tx, rows: TextRow[]): Promise<void> {
    const texts = rows.map(({ storyId, revision, words }) => ({ story_id: storyId, revision, words: JSON.stringify(words) }));
    await insertRows(this.#engine, 'texts', ['story_id', 'revision', 'words'], texts, 'story_id').execute(tx);
  }

  async setReleased(tx: Tx, storyId: string, words: StoryWords): Promise<void> {
    await this.eraseReleased(tx, storyId);
    await tx
      .insertInto('texts')
      .values({ story_id: storyId, revision: 'released', words: JSON.stringify(words) })
      .execute();
  }

  async eraseReleased(tx: Tx, storyId: string): Promise<void> {
    await tx.deleteFrom('texts').where('story_id', '=', storyId).where('revision', '=', 'released').execute();
  }

  /** Deletes every word of some stories. @param storyIds at most 500 */
  async erase(tx: Tx, ...storyIds: string[]): Promise<void> {
    await tx.deleteFrom('texts').where('story_id', 'in', storyIds).execute();
  }
}
