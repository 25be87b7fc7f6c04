import { createHash } from 'node:crypto';
import type { Answers } from '../../triads/answers/answer.ts';
import { readReceipt } from '../../triads/answers/receipt.ts';
import { submissionFor, wordPaths } from '../../triads/answers/submission.ts';
import type { Scope } from '../../triads/framework/scopes.ts';
import { plainFault } from '../contract/plain-faults.ts';
import type { Opened, StoryWords } from '../contract/tell.ts';
import type { Database, Tx } from '../database/connection.ts';
import { faultsOf, problems } from '../problems.ts';
import type { Collections } from '../repositories/collections.ts';
import type { Wording } from '../repositories/consent.ts';
import type { Stories, StoryRow } from '../repositories/stories.ts';
import type { Texts } from '../repositories/texts.ts';
import { asked } from './forms.ts';
import type { Ledger } from './ledger.ts';
import type { Pepper } from './secrets.ts';
import { firstRelease } from './submissions.ts';
import { partWords } from './words.ts';

/** A set of scopes to hold from now on, with the words where `read` is given again. */
export interface ConsentChange {
  receipt: string;
  version: string;
  language: string;
  consent: Scope[];
  story?: { title: string; text: string } | undefined;
  answers?: Record<string, unknown> | undefined;
}

/** Stands where a submission has a receipt's hash; a change of consent is named by the receipt itself. */
const anyHash = 'A'.repeat(43);

/** What a participant may do with the receipt: open the story, change each consent, take the story back. */
export class Receipts {
  readonly #database: Database;
  readonly #collections: Collections;
  readonly #stories: Stories;
  readonly #texts: Texts;
  readonly #ledger: Ledger;
  readonly #pepper: Pepper;

  constructor(database: Database, collections: Collections, stories: Stories, texts: Texts, ledger: Ledger, pepper: Pepper) {
    this.#database = database;
    this.#collections = collections;
    this.#stories = stories;
    this.#texts = texts;
    this.#ledger = ledger;
    this.#pepper = pepper;
  }

  async open(receipt: string): Promise<Opened> {
    return this.#view((await this.#find(receipt)).story);
  }

  /**
   * Replaces the set of scopes. A scope that still holds keeps the wording it was given on; a new one is pinned to the
   * version and language named. Taking back `read` deletes the words at once; giving it needs them sent again.
   */
  async change(change: ConsentChange): Promise<Opened> {
    const { story, receiptHmac } = await this.#find(change.receipt);
    const words = await this.#wordsOf(story, change);
    await this.#stories.changing(story.collectionId, async (tx) => {
      const current = await this.#stories.byId(story.collectionId, story.id, tx);
      if (!current) throw problems.unknownReceipt();
      const givesRead = change.consent.includes('read') && !current.scopes.has('read');
      if (words && !givesRead) throw problems.wordsAlreadyHere();
      if (givesRead && !words) throw problems.invalid([{ path: 'story', message: 'the words are needed to give "read" again' }]);
      // In the order in which changes of this collection wait for each other, and before the commit: a crash between the two
      // leaves what the participant wanted in the ledger.
      this.#ledger.append({ receipt: receiptHmac, scopes: change.consent });
      await this.#apply(tx, current, change.consent, change);
      if (words) await this.#texts.insert(tx, [{ storyId: current.id, revision: 'original', words }]);
    });
    await this.#database.scrub();
    return this.open(change.receipt);
  }

  /** Deletes the story at once; a tombstone stays, so that a late retry cannot bring it back. */
  async withdraw(receipt: string): Promise<void> {
    const { story, receiptHmac } = await this.#find(receipt);
    await this.#stories.changing(story.collectionId, async (tx) => {
      this.#ledger.append({ receipt: receiptHmac, scopes: [] });
      await this.#stories.withdraw(tx, story, receiptHmac);
    });
    await this.#database.scrub();
  }

  /**
   * Brings a restored backup to what participants wanted since: withdrawals and consents taken back are done again. What was
   * given since is not, since its words are not in the backup.
   * @returns how many stories it changed
   */
  async replayLedger(): Promise<number> {
    let changed = 0;
    for (const [receiptHmac, scopes] of this.#ledger.latest()) {
      const story = await this.#stories.byReceipt(receiptHmac);
      if (!story) continue;
      const left = [...story.scopes].filter((scope) => scopes.includes(scope));
      if (left.length === story.scopes.size) continue;
      changed += 1;
      await this.#stories.changing(story.collectionId, (tx) =>
        scopes.length
          ? this.#apply(tx, story, left, { version: story.versionId, language: story.language })
          : this.#stories.withdraw(tx, story, receiptHmac),
      );
    }
    // A crash may have come between a deletion and its scrub.
    await this.#database.scrub();
    return changed;
  }

  async #apply(tx: Tx, story: StoryRow, consent: Scope[], wording: Wording): Promise<void> {
    const pinned = consent.map((scope) => [scope, story.scopes.has(scope) ? story.consent[scope] : wording]);
    await this.#stories.setConsent(tx, story, Object.fromEntries(pinned));
    if (story.scopes.has('read') && !consent.includes('read')) await this.#texts.erase(tx, story.id);
    const shared = firstRelease(consent);
    if (shared === 'none') {
      await this.#texts.eraseReviewed(tx, story.id);
      await this.#stories.setRelease(tx, story, 'none');
    } else if (story.release === 'none') {
      await this.#stories.setRelease(tx, story, 'waiting');
    }
  }

  /** The words that come with a change, checked against the version named; null where none come. */
  async #wordsOf(story: StoryRow, change: ConsentChange): Promise<StoryWords | null> {
    const { version, language, consent } = change;
    const collection = await this.#collections.byId(story.collectionId);
    if (!collection?.waves.some(({ versionId }) => versionId === version)) {
      throw problems.invalid([{ path: 'version', message: 'is not a version that this collection asks' }]);
    }
    if (!collection.languages.includes(language)) {
      throw problems.invalid([{ path: 'language', message: 'is not a language of this collection' }]);
    }
    const answers = change.answers ?? {};
    if (wordPaths({ story: change.story, answers }).next().done) return null;
    if (!change.story) throw problems.invalid([{ path: 'story', message: 'is needed with the other words' }]);
    const { framework } = await this.#collections.version(version);
    const schema = submissionFor(framework, { version, languages: collection.languages, randomOrder: false, rotation: false });
    const parsed = schema.safeParse(
      { version, language, consent, answers, story: change.story, receiptHash: anyHash },
      { error: plainFault },
    );
    if (!parsed.success) throw problems.invalid(faultsOf(parsed.error.issues));
    return { ...change.story, answers: partWords(parsed.data.answers as Answers).words };
  }

  async #find(typed: string): Promise<{ story: StoryRow; receiptHmac: string }> {
    const receipt = readReceipt(typed);
    // A code that cannot be one is looked up like any other, so that every wrong code takes the same time.
    const hash = createHash('sha256')
      .update(receipt ?? typed)
      .digest('base64url');
    const receiptHmac = this.#pepper.hmac('receipt', hash);
    const story = await this.#stories.byReceipt(receiptHmac);
    if (!receipt || !story) throw problems.unknownReceipt();
    return { story, receiptHmac };
  }

  async #view(story: StoryRow): Promise<Opened> {
    const [collection, { framework }] = await Promise.all([
      this.#collections.byId(story.collectionId),
      this.#collections.version(story.versionId),
    ]);
    if (!collection) throw problems.unknownReceipt();
    const [read] = await this.#texts.read({ as: 'participant' }, story.collectionId, [story.id]);
    const { slug, title, invented, languages } = collection;
    return {
      collection: { slug, title, invented, languages },
      version: story.versionId,
      language: story.language,
      words: read?.words ?? null,
      released: (await this.#texts.others({ as: 'participant' }, 'released', [story])).get(story.id) ?? null,
      release: story.release,
      answers: story.answers,
      consent: [...story.scopes],
      signifiers: asked(framework),
      wording: framework.consent,
    };
  }
}
