import type { Answers } from '../../triads/answers/answer.ts';
import type { Scope } from '../../triads/framework/scopes.ts';
import type { ReleaseState, StoryWords } from '../contract/tell.ts';
import { insertRows } from '../database/bulk.ts';
import type { Db, Engine, Tx } from '../database/connection.ts';
import type { Row } from '../database/tables.ts';
import { restamp } from './collections.ts';
import { type Consent, consentDocument } from './consent.ts';
import type { Segments } from './segments.ts';
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
  consent: Consent;
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
  consent: Consent;
  scopes: Set<Scope>;
}

/** Rows of stories and receipts. Words go through `Texts`, and every change goes on to `Segments`. */
export class Stories {
  readonly #db: Db;
  readonly #engine: Engine;
  readonly #texts: Texts;
  readonly #segments: Segments;

  constructor(db: Db, engine: Engine, texts: Texts, segments: Segments) {
    this.#db = db;
    this.#engine = engine;
    this.#texts = texts;
    this.#segments = segments;
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
      const rows = await this.#rowsOfKeys(tx, earlier);
      return stories.map((story) => {
        if (claimed.has(story.keyHmac) && first.get(story.keyHmac) === story) return 'stored';
        return outcomeOf(rows.get(story.keyHmac), story.bodyHmac);
      });
    });
  }

  /**
   * Stores imported stories where nobody looks: under the import's id in place of a collection's, until `Imports.settle` moves
   * them all at once.
   * @param stories their `collectionId` is the import's id; nobody holds a receipt of them
   */
  async stage(stories: NewStory[]): Promise<void> {
    await this.#db.transaction().execute(async (tx) => {
      await this.#claim(tx, stories);
      await this.#insertRows(tx, stories);
    });
  }

  /** What an earlier submission with this key means for this one; null where the key is new. */
  async outcomeOf(keyHmac: string, bodyHmac: string): Promise<Outcome | null> {
    const row = await this.#db.selectFrom('receipts').selectAll().where('key_hmac', '=', keyHmac).executeTakeFirst();
    return row ? outcomeOf(row, bodyHmac) : null;
  }

  async #claim(tx: Tx, stories: NewStory[]): Promise<Set<string>> {
    const rows = stories.map(({ keyHmac, receiptHmac, bodyHmac, collectionId, id, pepper }) => ({
      key_hmac: keyHmac,
      receipt_hmac: receiptHmac,
      body_hmac: bodyHmac,
      collection_id: collectionId,
      story_id: id,
      pepper,
    }));
    const columns = ['key_hmac', 'receipt_hmac', 'body_hmac', 'collection_id', 'story_id', 'pepper'] as const;
    return new Set((await insertRows(tx, this.#engine, 'receipts', columns, rows, 'key_hmac')) as string[]);
  }

  async #insertAll(tx: Tx, stories: NewStory[]): Promise<void> {
    if (!stories.length) return;
    await this.#insertRows(tx, stories);
    const collections = new Set(stories.map(({ collectionId }) => collectionId));
    for (const collection of collections) {
      const ids = stories.flatMap(({ id, collectionId }) => (collectionId === collection ? [id] : []));
      await this.#segments.note(tx, collection, ids);
    }
    await restamp(tx, collections);
  }

  async #insertRows(tx: Tx, stories: NewStory[]): Promise<void> {
    const rows = stories.map((story) => ({
      collection_id: story.collectionId,
      id: story.id,
      wave_id: story.waveId,
      version_id: story.versionId,
      language: story.language,
      week: story.week,
      region: story.region,
      release: story.release,
      consent: consentDocument(story.consent),
      answers: JSON.stringify(story.answers),
      shown: story.shown && JSON.stringify(story.shown),
      import_id: null,
    }));
    await insertRows(tx, this.#engine, 'stories', storyColumns, rows);
    const texts = stories.flatMap(textRows);
    if (texts.length) await this.#texts.insert(tx, texts);
  }

  async #rowsOfKeys(tx: Tx, stories: NewStory[]): Promise<Map<string, Row<'receipts'>>> {
    if (!stories.length) return new Map();
    const keys = [...new Set(stories.map(({ keyHmac }) => keyHmac))];
    const rows = await tx.selectFrom('receipts').selectAll().where('key_hmac', 'in', keys).execute();
    return new Map(rows.map((row) => [row.key_hmac, row]));
  }

  async byReceipt(receiptHmac: string): Promise<StoryRow | null> {
    const row = await this.#db
      .selectFrom('receipts')
      .innerJoin('stories', (join) =>
        join.onRef('stories.collection_id', '=', 'receipts.collection_id').onRef('stories.id', '=', 'receipts.story_id'),
      )
      .selectAll('stories')
      .where('receipts.receipt_hmac', '=', receiptHmac)
      .executeTakeFirst();
    return row ? storyRow(row) : null;
  }

  async byId(collectionId: string, id: string, db: Db | Tx = this.#db): Promise<StoryRow | null> {
    const row = await db
      .selectFrom('stories')
      .selectAll()
      .where('collection_id', '=', collectionId)
      .where('id', '=', id)
      .executeTakeFirst();
    return row ? storyRow(row) : null;
  }

  async setRelease(tx: Tx, story: StoryRow, release: ReleaseState): Promise<void> {
    await this.#update(tx, story, { release });
  }

  async setConsent(tx: Tx, story: StoryRow, consent: Consent): Promise<void> {
    await this.#update(tx, story, { consent: consentDocument(consent) });
    await this.#segments.refresh(tx, story.collectionId, [story.id]);
  }

  async #update(tx: Tx, { collectionId, id }: StoryRow, change: Partial<Row<'stories'>>): Promise<void> {
    await tx.updateTable('stories').set(change).where('collection_id', '=', collectionId).where('id', '=', id).execute();
  }

  /** Deletes all that is kept of a story and leaves its tombstone. Words first, so that nothing outlives them. */
  async withdraw(tx: Tx, story: Pick<StoryRow, 'collectionId' | 'id'>, receiptHmac: string): Promise<void> {
    await this.#texts.erase(tx, story.id);
    await tx.deleteFrom('stories').where('collection_id', '=', story.collectionId).where('id', '=', story.id).execute();
    const tombstone = { collection_id: null, story_id: null, body_hmac: null };
    await tx.updateTable('receipts').set(tombstone).where('receipt_hmac', '=', receiptHmac).execute();
    await tx.updateTable('export_rows').set({ story_id: null, words_hash: null }).where('story_id', '=', story.id).execute();
    await tx.updateTable('escalations').set({ story_id: null }).where('story_id', '=', story.id).execute();
    await this.#segments.refresh(tx, story.collectionId, [story.id]);
  }

  /** Deletes stories whose time is over, as a withdrawal does. @param ids at most 500 */
  async forget(tx: Tx, collectionId: string, ids: string[]): Promise<void> {
    for (const { id, receipt } of await this.receiptsOf(tx, collectionId, ids)) await this.withdraw(tx, { collectionId, id }, receipt);
  }

  /** The HMACs of these stories' receipts. @param ids at most 500 */
  async receiptsOf(tx: Tx, collectionId: string, ids: string[]): Promise<{ id: string; receipt: string }[]> {
    const rows = await tx
      .selectFrom('receipts')
      .select(['receipt_hmac', 'story_id'])
      .where('collection_id', '=', collectionId)
      .where('story_id', 'in', ids)
      .execute();
    return rows.flatMap(({ story_id: id, receipt_hmac: receipt }) => (id === null ? [] : [{ id, receipt }]));
  }

  /** Deletes the words of stories whose time is over, and with them all scopes that rest on words. */
  async forgetWords(tx: Tx, collectionId: string, ids: string[]): Promise<void> {
    for (const id of ids) {
      const story = await this.byId(collectionId, id, tx);
      if (!story) continue;
      await this.#texts.erase(tx, id);
      await this.setConsent(tx, story, { patterns: story.consent.patterns ?? null });
      await this.setRelease(tx, story, 'none');
    }
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

const storyColumns = [
  'collection_id',
  'id',
  'wave_id',
  'version_id',
  'language',
  'week',
  'region',
  'release',
  'consent',
  'answers',
  'shown',
  'import_id',
] as const;

function storyRow(row: Row<'stories'>): StoryRow {
  const consent: Consent = JSON.parse(row.consent);
  return {
    id: row.id,
    collectionId: row.collection_id,
    waveId: row.wave_id,
    versionId: row.version_id,
    language: row.language,
    region: row.region,
    answers: JSON.parse(row.answers),
    release: row.release,
    consent,
    scopes: new Set(Object.keys(consent) as Scope[]),
  };
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
