import { isoWeek } from '../../triads/columns/weeks.ts';
import type { RetentionDue } from '../contract/settings.ts';
import type { Database, Tx } from '../database/connection.ts';
import { record } from '../repositories/audit.ts';
import type { Collection, Collections, RetentionRule } from '../repositories/collections.ts';
import type { Listings } from '../repositories/listings.ts';
import type { Stories } from '../repositories/stories.ts';
import type { Texts } from '../repositories/texts.ts';

const day = 86_400_000;
const week = 7 * day;
const pageSize = 200;

export interface Retained {
  words: number;
  stories: number;
  /** Stories of which what was taken out went. */
  takenOut: number;
}

/**
 * Deletes what its collection keeps no longer. Words that go take `read` and all sharing with them, since words are there only
 * while `read` holds; a story that goes leaves its tombstone, as a withdrawal does; what a reviewer took out goes a set time after
 * the release. A restored backup loses all of it again when it starts, so the ledger, which holds what participants want, needs
 * no entry of them.
 */
export class Retention {
  readonly #database: Database;
  readonly #collections: Collections;
  readonly #listings: Listings;
  readonly #stories: Stories;
  readonly #texts: Texts;
  readonly #now: () => Date;

  constructor(database: Database, collections: Collections, listings: Listings, stories: Stories, texts: Texts, now: () => Date) {
    this.#database = database;
    this.#collections = collections;
    this.#listings = listings;
    this.#stories = stories;
    this.#texts = texts;
    this.#now = now;
  }

  /** Deletes what is due in every collection. @returns how many stories lost what, and how many went */
  async retain(): Promise<Retained> {
    const retained: Retained = { words: 0, stories: 0, takenOut: 0 };
    for (const collection of await this.#collections.all()) {
      const { textsWeeks, storiesWeeks, takenOutDays } = collection.retention;
      if (storiesWeeks !== null) retained.stories += await this.#delete(collection, 'stories', storiesWeeks);
      if (textsWeeks !== null) retained.words += await this.#delete(collection, 'words', textsWeeks);
      retained.takenOut += await this.#deleteTakenOut(collection, takenOutDays);
    }
    if (Object.values(retained).some((count) => count > 0)) await this.#database.scrub();
    return retained;
  }

  /** What the next run would delete if this were the collection's rule. */
  async due(
    collection: Collection,
    { textsWeeks, storiesWeeks }: Pick<RetentionRule, 'textsWeeks' | 'storiesWeeks'>,
  ): Promise<RetentionDue> {
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

  #delete(collection: Collection, what: 'words' | 'stories', weeks: number): Promise<number> {
    const before = this.#firstKept(weeks);
    return this.#pageByPage(collection, {
      due: () => this.#listings.before(collection.id, before, what === 'words', pageSize),
      forget: (tx, ids) =>
        what === 'stories' ? this.#stories.forget(tx, collection.id, ids) : this.#stories.forgetWords(tx, collection.id, ids),
      action: `retention.${what}`,
      after: { weeks },
    });
  }

  #deleteTakenOut(collection: Collection, days: number): Promise<number> {
    const before = new Date(this.#now().getTime() - days * day);
    return this.#pageByPage(collection, {
      due: () => this.#texts.holdingTakenOut(collection.id, before, pageSize),
      forget: (tx, ids) => this.#texts.eraseTakenOut(tx, ids, before),
      action: 'retention.taken-out',
      after: { days },
    });
  }

  /** So that stories that come in meanwhile never wait long. */
  async #pageByPage(collection: Collection, { due, forget, action, after }: Deletion): Promise<number> {
    const at = this.#now();
    for (let deleted = 0; ; ) {
      const ids = await due();
      if (!ids.length) return deleted;
      deleted += ids.length;
      await this.#stories.changing(collection.id, async (tx) => {
        await forget(tx, ids);
        await record(tx, { at, personId: null, action, subject: collection.id, details: { stories: ids.length, ...after } });
      });
    }
  }
}

interface Deletion {
  /** The next stories that are due, at most a page. */
  due: () => Promise<string[]>;
  forget: (tx: Tx, ids: string[]) => Promise<void>;
  action: string;
  after: Record<string, number>;
}
