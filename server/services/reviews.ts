import type { Decision, Review } from '../contract/reviews.ts';
import type { Database, Tx } from '../database/connection.ts';
import { problems } from '../problems.ts';
import { record } from '../repositories/audit.ts';
import type { Escalations } from '../repositories/escalations.ts';
import type { Stories, StoryRow } from '../repositories/stories.ts';
import type { ReadStory, Texts } from '../repositories/texts.ts';
import { type Alike, aboutOf, factsOf } from './alike.ts';
import { askedSecond, type Desk, historiesOf, type ReviewQueue, tagOf } from './review-queue.ts';

interface Rooms {
  stories: Stories;
  texts: Texts;
  escalations: Escalations;
  queue: ReviewQueue;
  alike: Alike;
}

/** What a decision is about, read in the transaction that carries it out. */
interface Before {
  story: StoryRow;
  read: ReadStory;
}

/** A person reads each story before its words may leave, and decides. */
export class Reviews {
  readonly #database: Database;
  readonly #rooms: Rooms;
  readonly #now: () => Date;

  constructor(database: Database, rooms: Rooms, now: () => Date) {
    this.#database = database;
    this.#rooms = rooms;
    this.#now = now;
  }

  /** Carries out a reviewer's decision and records it. */
  async decide(desk: Desk, storyId: string, decision: Decision): Promise<Review> {
    const { stories, queue, alike } = this.#rooms;
    // Counted before the transaction, in which nothing else is read or written.
    const combinations = await alike.combinations(desk.collection);
    const asked = await alike.asked(desk.collection);
    await stories.changing(desk.collection.id, async (tx) => {
      const before = await this.#before(tx, desk, storyId, decision.tag);
      const details: Record<string, string | number> = {};
      if (decision.decision === 'take-back') {
        await this.#takeBack(tx, before);
        details.reason = decision.reason;
      } else if (before.story.release === 'released') {
        throw problems.notInThisState('This story is released. Take it back first.');
      } else if (before.story.release === 'escalated') {
        throw problems.notInThisState('This story is escalated. Close that first, or hand it back.');
      } else if (decision.decision === 'release') {
        await this.#release(tx, desk, before, decision, asked);
        if (decision.approved.length) {
          details.approved = decision.approved.join(', ');
          details.alike = combinations.stories(factsOf(aboutOf(before.story.answers, decision.approved)));
        }
      } else {
        await this.#putAside(tx, desk, before, decision);
        details.reason = decision.reason;
        if (decision.decision === 'escalate') details.kind = decision.kind;
      }
      await record(tx, { at: this.#now(), personId: desk.personId, action: `review.${decision.decision}`, subject: storyId, details });
    });
    await this.#database.scrub();
    return queue.one(desk, storyId);
  }

  async #before(tx: Tx, { collection, region }: Desk, storyId: string, tag: string): Promise<Before> {
    const { stories, texts } = this.#rooms;
    const reader = { as: 'reviewer' } as const;
    const story = await stories.byId(collection.id, storyId, tx);
    const isMine = region === null || story?.region === region;
    if (!story || !isMine || story.release === 'none') throw problems.notFound();
    const [read] = await texts.read(reader, collection.id, [storyId], tx);
    if (!read) throw problems.notFound();
    const proposed = await texts.others(reader, 'proposed', [read], tx);
    const released = await texts.others(reader, 'released', [read], tx);
    const others = { proposed: proposed.get(storyId) ?? null, released: released.get(storyId) ?? null };
    if (tagOf(read, others) !== tag) throw problems.stale();
    return { story, read };
  }

  async #release(
    tx: Tx,
    { personId }: Desk,
    { story, read }: Before,
    decision: Extract<Decision, { decision: 'release' }>,
    asked: readonly string[],
  ) {
    const { stories, texts } = this.#rooms;
    const history = (await historiesOf(tx, [story.id])).get(story.id) ?? [];
    if (askedSecond(history) === personId) {
      throw problems.notInThisState('You asked a second reviewer to decide. Somebody else releases it.');
    }
    onlyWordsOf(read, decision.words);
    const about = new Set(aboutOf(story.answers, asked).map(({ signifier }) => signifier));
    const strange = decision.approved.filter((key) => !about.has(key));
    if (strange.length) {
      throw problems.invalid(strange.map((key) => ({ path: `approved.${key}`, message: 'is no answer about this participant' })));
    }
    const approved = [...new Set(decision.approved)].sort();
    await texts.release(tx, story, { at: this.#now(), words: decision.words, approved });
    await stories.setRelease(tx, story, 'released');
  }

  /** The words that were released are kept as a proposal, so that no work is lost. */
  async #takeBack(tx: Tx, { story, read }: Before): Promise<void> {
    const { stories, texts } = this.#rooms;
    if (story.release !== 'released') throw problems.notInThisState('This story is not released.');
    const released = (await texts.others({ as: 'reviewer' }, 'released', [read], tx)).get(story.id);
    if (released) await texts.propose(tx, story.id, released);
    await stories.setRelease(tx, story, 'waiting');
  }

  async #putAside(
    tx: Tx,
    desk: Desk,
    { story, read }: Before,
    decision: Exclude<Decision, { decision: 'release' | 'take-back' }>,
  ): Promise<void> {
    const { stories, texts, escalations } = this.#rooms;
    if (decision.words) {
      onlyWordsOf(read, decision.words);
      await texts.propose(tx, story.id, decision.words);
    }
    if (decision.decision === 'escalate') {
      const at = this.#now();
      const { collectionId, region } = story;
      const id = await escalations.open(tx, { collectionId, region, storyId: story.id, kind: decision.kind, at });
      await escalations.note(tx, id, { at, personId: desk.personId, text: decision.reason });
    }
    await stories.setRelease(tx, story, ({ hold: 'held', second: 'second', escalate: 'escalated' } as const)[decision.decision]);
  }
}

/** @throws problem invalid, where there are words of answers that the story has not */
function onlyWordsOf({ words }: ReadStory, { answers }: ReadStory['words']): void {
  const unknown = Object.keys(answers).filter((key) => !(key in words.answers));
  if (unknown.length)
    throw problems.invalid(unknown.map((key) => ({ path: `words.answers.${key}`, message: 'is no answer of this story' })));
}
