import { isoWeek } from '../../triads/columns/weeks.ts';
import type { RetentionDue } from '../contract/settings.ts';
import type { Database } from '../database/connection.ts';
import { record } from '../repositories/audit.ts';
import type { Collection, Collections, RetentionRule } from '../repositories/collections.ts';
import type { Listings } from '../repositories/listings.ts';
import type { Stories } from '../repositories/stories.ts';

const week = 7 * 86_400_000;
const pageSize = 200;

export interface Retained {
  words: number;
  stories: number;
}

/**
 * Deletes what its collection keeps no longer. Words that go take `read` and all sharing with them, since words are there only
 * while `read` holds; a story that goes leaves its tombstone, as a withdrawal does. A restored backup loses both again when it
 * starts, so the ledger, which holds what participants want, needs no entry of them.
 */
export class Retention {
  readonly #database: Database;
  readonly #collections: Collections;
  readonly #listings: Listings;
  readonly #stories: Stories;
  readonly #now: () => Date;

  constructor(database: Database, collections: Collections, listings: Listings, stories: Stories, now: () => Date) {
    this.#database = database;
    this.#collections = collections;
    this.#listings = listings;
    this.#stories = stories;
    this.#now = now;
  }

  /** Deletes what is due in every collection. @returns how many stories lost their words, and how many went */
  async retain(): Promise<Retained> {
    const retained: Retained = { words: 0, stories: 0 };
    for (const collection of await this.#collections.all()) {
      const { textsWeeks, storiesWeeks } = collection.retention;
      if (storiesWeeks !== null) retained.stories += await this.#delete(collection, 'stories', storiesWeeks);
      if (textsWeeks !== null) retained.words += await this.#delete(collection, 'words', textsWeeks);
    }
    if (retained.words || retained.stories) await this.#database.scrub();
    return retained;
  }

  /** What the next run would delete if this were the collection's rule. */
  async due(collection: Collection, { textsWeeks, storiesWeeks }: RetentionRule): Promise<RetentionDue> {
    const due = async (weeks: number | null, withWords: boolean) => {
      if (weeks === null) return null;
      const before = this.#firstKept(weeks);
      return { before, isAny: (await this.#listings.before(collection.id, before, withWords, 1)).length > 0 };
    };
    return { texts: await due(textsWeeks, true), stories: await due(storiesWeeks, false) };
  }

  #firstKept(weeks: number): string {
    return isoWeek(new Date(this.#now().getTime() - weeks * week));
  }

  /** Page by page, so that stories that come in meanwhile never wait long. */
  async #delete(collection: Collection, what: keyof Retained, weeks: number): Promise<number> {
    const at = this.#now();
    const before = this.#firstKept(weeks);
    for (let deleted = 0; ; ) {
      const ids = await this.#listings.before(collection.id, before, what === 'words', pageSize);
      if (!ids.length) return deleted;
      deleted += ids.length;
      await this.#stories.changing(collection.id, async (tx) => {
        await (what === 'stories' ? this.#stories.forget(tx, collection.id, ids) : this.#stories.forgetWords(tx, collection.id, ids));
        const details = { stories: ids.length, weeks };
        await record(tx, { at, personId: null, action: `retention.${what}`, subject: collection.id, details });
      });
    }
  }
}
