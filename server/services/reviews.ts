import { createHash } from 'node:crypto';
import type { Decision, Review } from '../contract/office.ts';
import type { ReleaseState } from '../contract/tell.ts';
import type { Database } from '../database/connection.ts';
import { problems } from '../problems.ts';
import { lastEntry, record } from '../repositories/audit.ts';
import type { Collection } from '../repositories/collections.ts';
import type { Listings } from '../repositories/listings.ts';
import type { Stories } from '../repositories/stories.ts';
import type { ReadStory, Texts } from '../repositories/texts.ts';

export const pageSize = 50;

const outcome: Record<Exclude<Decision['decision'], 'release' | 'take-back'>, ReleaseState> = {
  hold: 'held',
  second: 'second',
  escalate: 'escalated',
};

/** The release queue: a person reads each story before its words may leave. */
export class Reviews {
  readonly #database: Database;
  readonly #stories: Stories;
  readonly #texts: Texts;
  readonly #listings: Listings;
  readonly #now: () => Date;

  constructor(database: Database, stories: Stories, texts: Texts, listings: Listings, now: () => Date) {
    this.#database = database;
    this.#stories = stories;
    this.#texts = texts;
    this.#listings = listings;
    this.#now = now;
  }

  /** Stories in a state of release, with how many there are in each; of one region or all (null). */
  async list(collection: Collection, region: string | null, state: ReleaseState, after: string) {
    const counts = await this.#listings.countByRelease(collection.id, region);
    const ids = await this.#listings.inState(collection.id, state, region, after, pageSize + 1);
    const page = ids.slice(0, pageSize);
    const read = await this.#texts.read({ as: 'reviewer' }, collection.id, page);
    const reviews = await Promise.all(read.map((story) => this.#review(collection, story.id)));
    return { counts, reviews: reviews.sort((a, b) => (a.id < b.id ? -1 : 1)), next: ids.length > pageSize ? (page.at(-1) ?? null) : null };
  }

  /** Carries out a reviewer's decision and records it. */
  async decide(collection: Collection, region: string | null, storyId: string, personId: string, decision: Decision): Promise<Review> {
    await this.#stories.changing(collection.id, async (tx) => {
      const story = await this.#stories.byId(collection.id, storyId, tx);
      const isMine = region === null || story?.region === region;
      if (!story || !isMine || story.release === 'none') throw problems.notFound();
      const [read] = await this.#texts.read({ as: 'reviewer' }, collection.id, [storyId], tx);
      if (!read) throw problems.notFound();
      if (tagOf(read) !== decision.tag) throw problems.stale();
      if (decision.decision === 'take-back') {
        if (story.release !== 'released') throw problems.notInThisState('This story is not released.');
        await this.#texts.eraseReleased(tx, storyId);
        await this.#stories.setRelease(tx, story, 'waiting');
      } else if (decision.decision === 'release') {
        if (story.release === 'released') throw problems.notInThisState('This story is released already. Take it back first.');
        if (story.release === 'second' && (await lastEntry(tx, ['review.second'], storyId))?.personId === personId) {
          throw problems.notInThisState('You asked a second reviewer to decide. Somebody else releases it.');
        }
        const unknown = Object.keys(decision.words.answers).filter((key) => !(key in read.words.answers));
        if (unknown.length)
          throw problems.invalid(unknown.map((key) => ({ path: `words.answers.${key}`, message: 'is no answer of this story' })));
        await this.#texts.setReleased(tx, storyId, decision.words);
        await this.#stories.setRelease(tx, story, 'released');
      } else {
        if (story.release === 'released') throw problems.notInThisState('This story is released. Take it back first.');
        await this.#stories.setRelease(tx, story, outcome[decision.decision]);
      }
      const details = 'reason' in decision ? { reason: decision.reason } : {};
      await record(tx, { at: this.#now(), personId, action: `review.${decision.decision}`, subject: storyId, details });
    });
    await this.#database.scrub();
    return this.#review(collection, storyId);
  }

  async #review(collection: Collection, id: string): Promise<Review> {
    const [story] = await this.#texts.read({ as: 'reviewer' }, collection.id, [id]);
    if (!story) throw problems.notFound();
    const released = await this.#texts.released({ as: 'reviewer' }, story);
    return {
      id,
      state: story.release,
      language: story.language,
      words: story.words,
      released,
      scopes: [...story.scopes],
      tag: tagOf(story),
    };
  }
}

/** What a reviewer has before them: the story's state and words. A decision on anything else is refused. */
function tagOf({ release, words }: ReadStory): string {
  return createHash('sha256')
    .update(JSON.stringify([release, words]))
    .digest('base64url');
}
