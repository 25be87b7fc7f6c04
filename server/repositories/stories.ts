import type { Answers } from '../../triads/answers/answer.ts';
import type { Scope } from '../../triads/framework/scopes.ts';
import type { ReleaseState, StoryWords } from '../contract/tell.ts';
import { insertRows } from '../database/bulk.ts';
import type { Db, Engine, Tx } from '../database/connection.ts';
import type { Row } from '../database/tables.ts';
import { restamp } from './collections.ts';
import type { TextRow, Texts } from './texts.ts';

/** A story on its way into the store: already checked, its secrets already HMACs. */
export interface NewStory {
  id: string;
  collectionId: string;
  waveId: string;
  versionId: string;
  language: string;
  week: string;
  region: string | null;
  answers: Answers;
  shown: { order?: string[]; rotations?: Record<string, number> } | null;
  release: ReleaseState;
  scopes: Scope[];
  words: StoryWords | null;
  keyHmac: string;
  receiptHmac: string;
  bodyHmac: string;
  pepper: string;
}

/** What became of a submission: new, a repeat of the same, its key or receipt used for another, or withdrawn since. */
export type Outcome = 'stored' | 'repeat' | 'conflict' | 'withdrawn';

export interface StoryRow {
  id: string;
  collectionId: string;
  waveId: string;
  versionId: string;
  language: string;
  region: string | null;
  answers: Answers;
  release: ReleaseState;
  scopes: Set<Scope>;
}

/** Rows of stories, receipts and consents. Words go through `Texts`. */
export class Stories {
  readonly #db: Db;
  readonly #engine: Engine;
  readonly #texts: Texts;

  constructor(db: Db, engine: Engine, texts: Texts) {
    this.#db = db;
    this.#engine = engine;
    this.#texts = texts;
  }

  /**
   * Stores a batch in one transaction. The receipts table decides: a row in it is for good, so that any number of
   * concurrent repeats, on any number of processes, makes one story, and a late retry cannot bring a withdrawn one back.
   * @returns one outcome per story, in order
   */
  async insertBatch(stories: NewStory[]): Promise<Outcome[]> {
    // Sorted, so that two batches wait for each other in one order and cannot deadlock.
    const sorted = stories.toSorted((a, b) => (a.keyHmac < b.keyHmac ? -1 : 1));
    const first = new Map<string, NewStory>();
    for (const story of sorted) if (!first.has(story.keyHmac)) first.set(story.keyHmac, story);

    return this.#db.transaction().execute(async (tx) => {
      const claimed = await this.#claim(tx, [...first.values()]);
      const fresh = [...first.values()].filter(({ keyHmac }) => claimed.has(keyHmac));
      await this.#insertAll(tx, fresh);
      const earlier = stories.filter((story) => first.get(story.keyHmac) !== story || !claimed.has(story.keyHmac));
      const rows = await this.#receiptsOf(tx, earlier);
      return stories.map((story) => {
        if (claimed.has(story.keyHmac) && first.get(story.keyHmac) === story) return 'stored';
        return outcomeOf(rows.get(story.keyHmac), story.bodyHmac);
      });
    });
  }

  /** What an earlier submission with this key means for this one; null where the key is new. */
  async outcomeOf(keyHmac: string, bodyHmac: string): Promise<Outcome | null> {
    const row = await this.#db.selectFrom('receipts').selectAll().where('key_hmac', '=', keyHmac).executeTakeFirst();
    return row ? outcomeOf(row, bodyHmac) : null;
  }

  async #claim(tx: Tx, stories: NewStory[]): Promise<Set<string>> {
    const rows = stories.map(({ keyHmac, receiptHmac, bodyHmac, id, pepper }) => ({
      key_hmac: keyHmac,
      receipt_hmac: receiptHmac,
      body_hmac: bodyHmac,
      story_id: id,
      pepper,
    }));
    const columns = ['key_hmac', 'receipt_hmac', 'body_hmac', 'story_id', 'pepper'] as const;
    const inserted = await insertRows(this.#engine, 'receipts', columns, rows, 'key_hmac').execute(tx);
    return new Set(inserted.rows.map(({ key_hmac }) => key_hmac as string));
  }

  async #insertAll(tx: Tx, stories: NewStory[]): Promise<void> {
    if (!stories.length) return;
    const rows = stories.map((story) => ({
      id: story.id,
      collection_id: story.collectionId,
      wave_id: story.waveId,
      version_id: story.versionId,
      language: story.language,
      week: story.week,
      region: story.region,
      answers: JSON.stringify(story.answers),
      shown: story.shown && JSON.stringify(story.shown),
      release: story.release,
    }));
    const columns = ['id', 'collection_id', 'wave_id', 'version_id', 'language', 'week', 'region', 'answers', 'shown', 'release'] as const;
    await insertRows(this.#engine, 'stories', columns, rows).execute(tx);
    await this.insertConsents(tx, stories);
    const texts = stories.flatMap(textRows);
    if (texts.length) await this.#texts.insert(tx, texts);
    await restamp(
      tx,
      stories.map(({ collectionId }) => collectionId),
    );
  }

  async insertConsents(tx: Tx, given: { id: string; scopes: Scope[]; versionId: string; language: string }[]): Promise<void> {
    const rows = given.flatMap(({ id, scopes, versionId, language }) =>
      scopes.map((scope) => ({ story_id: id, scope, version_id: versionId, language })),
    );
    await insertRows(this.#engine, 'consents', ['story_id', 'scope', 'version_id', 'language'], rows).execute(tx);
  }

  async deleteConsents(tx: Tx, storyId: string, scopes: Scope[]): Promise<void> {
    if (scopes.length) await tx.deleteFrom('consents').where('story_id', '=', storyId).where('scope', 'in', scopes).execute();
  }

  async #receiptsOf(tx: Tx, stories: NewStory[]): Promise<Map<string, Row<'receipts'>>> {
    if (!stories.length) return new Map();
    const keys = [...new Set(stories.map(({ keyHmac }) => keyHmac))];
    const rows = await tx.selectFrom('receipts').selectAll().where('key_hmac', 'in', keys).execute();
    return new Map(rows.map((row) => [row.key_hmac, row]));
  }

  async byReceipt(receiptHmac: string): Promise<StoryRow | null> {
    const row = await this.#db.selectFrom('receipts').select('story_id').where('receipt_hmac', '=', receiptHmac).executeTakeFirst();
    return row?.story_id ? this.byId(row.story_id) : null;
  }

  async byId(id: string, db: Db | Tx = this.#db): Promise<StoryRow | null> {
    const row = await db.selectFrom('stories').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) return null;
    const consents = await db.selectFrom('consents').select('scope').where('story_id', '=', id).execute();
    return {
      id,
      collectionId: row.collection_id,
      waveId: row.wave_id,
      versionId: row.version_id,
      language: row.language,
      region: row.region,
      answers: JSON.parse(row.answers),
      release: row.release,
      scopes: new Set(consents.map(({ scope }) => scope)),
    };
  }

  async setRelease(tx: Tx, story: StoryRow, release: ReleaseState): Promise<void> {
    await tx.updateTable('stories').set({ release }).where('id', '=', story.id).execute();
  }

  /** Deletes all that is kept of a story and leaves its tombstone. Words first, so that nothing outlives them. */
  async withdraw(tx: Tx, story: StoryRow, receiptHmac: string): Promise<void> {
    await this.#texts.erase(tx, story.id);
    await tx.deleteFrom('consents').where('story_id', '=', story.id).execute();
    await tx.deleteFrom('stories').where('id', '=', story.id).execute();
    await tx.updateTable('receipts').set({ story_id: null, body_hmac: null }).where('receipt_hmac', '=', receiptHmac).execute();
    await tx.updateTable('export_rows').set({ story_id: null, words_hash: null }).where('story_id', '=', story.id).execute();
  }

  /**
   * One change to a collection's stories at a time: its stamp is renewed first, which makes any other change wait, so that
   * what `work` reads is still true when it writes.
   */
  changing<Result>(collectionId: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.#db.transaction().execute(async (tx) => {
      await restamp(tx, [collectionId]);
      return work(tx);
    });
  }
}

/** The revisions of a new story's words: a story that comes released is released as it came. */
function textRows({ id, words, release }: NewStory): TextRow[] {
  if (!words) return [];
  const original: TextRow = { storyId: id, revision: 'original', words };
  return release === 'released' ? [original, { ...original, revision: 'released' }] : [original];
}

function outcomeOf(row: Row<'receipts'> | undefined, bodyHmac: string): Outcome {
  // No row under this key: the receipt is already used under another.
  if (!row) return 'conflict';
  if (row.story_id === null) return 'withdrawn';
  return row.body_hmac === bodyHmac ? 'repeat' : 'conflict';
}
