import { randomUUID } from 'node:crypto';
import type { Answers } from '../../triads/answers/answer.ts';
import { submission, submissionFor } from '../../triads/answers/submission.ts';
import { isoWeek } from '../../triads/columns/weeks.ts';
import { preferNot, regionQuestion } from '../../triads/framework/region.ts';
import { type Scope, sharingScopes } from '../../triads/framework/scopes.ts';
import { plainFault } from '../contract/plain-faults.ts';
import type { ReleaseState } from '../contract/tell.ts';
import { groupCommit } from '../database/group-commit.ts';
import { faultsOf, problems } from '../problems.ts';
import type { Collection, Collections, Wave } from '../repositories/collections.ts';
import type { NewStory, Outcome, Stories } from '../repositories/stories.ts';
import { canonical, setsOfSubmission } from './canonical.ts';
import type { Links } from './links.ts';
import type { Sealing } from './sealing.ts';
import type { Pepper } from './secrets.ts';
import { waveToTake } from './windows.ts';
import { partWords } from './words.ts';

/** A sharing scope asks for a release; without one there is none to wait for. */
export function firstRelease(scopes: Iterable<Scope>): ReleaseState {
  return [...scopes].some((scope) => sharingScopes.some((sharing) => sharing === scope)) ? 'waiting' : 'none';
}

/** The region that answers name, where they name one. */
export function regionOf(question: string | undefined, answers: Answers): string | null {
  const answer = question === undefined ? undefined : answers[question];
  const region = answer && 'options' in answer ? answer.options[0] : undefined;
  return region === undefined || region === preferNot ? null : region;
}

type Schema = ReturnType<typeof submissionFor>;

interface Door {
  schema: Schema;
  region: string | undefined;
}

/** Takes stories in: checks them against the version they were given on, and answers only once they are durably stored. */
export class Submissions {
  readonly #collections: Collections;
  readonly #stories: Stories;
  readonly #sealing: Sealing;
  readonly #links: Links;
  readonly #pepper: Pepper;
  readonly #now: () => Date;
  readonly #store: (story: NewStory) => Promise<Outcome>;
  readonly #doors = new Map<string, Door>();
  readonly #seen = new Map<string, { collection: Collection | null; until: number }>();

  constructor(collections: Collections, stories: Stories, sealing: Sealing, links: Links, pepper: Pepper, now: () => Date) {
    this.#collections = collections;
    this.#stories = stories;
    this.#links = links;
    this.#pepper = pepper;
    this.#sealing = sealing;
    this.#now = now;
    this.#store = groupCommit((batch) => stories.insertBatch(batch));
  }

  /**
   * Stores one story, once.
   * @param key the idempotency key
   * @param body what came, of any shape
   * @param linkKey the key in the link that it came by, where it had one
   * @returns `stored` the first time, `repeat` for the same key and body
   * @throws problems: not found, conflict, withdrawn, link key missing, unknown or revoked, invalid with every fault by path, closed or not open yet
   */
  async submit(slug: string, key: string, body: unknown, linkKey: string | undefined): Promise<'stored' | 'repeat'> {
    const keyHmac = this.#pepper.hmac('key', key.toLowerCase());
    const bodyHmac = this.#pepper.hmac('body', canonical([slug, body], setsOfSubmission));
    const found = await this.#check(slug, body, linkKey).then(
      async ({ story, receiptHash }) => {
        const receiptHmac = this.#receiptHmac(receiptHash);
        const stored = await this.#store({ ...story, keyHmac, bodyHmac, receiptHmac, pepper: this.#pepper.name });
        this.#sealing.soon(story.collectionId);
        return stored;
      },
      async (refusal) => {
        // What an earlier submission with this key means comes before what is wrong with this one.
        const earlier = await this.#stories.outcomeOf(keyHmac, bodyHmac);
        if (earlier === null) throw refusal;
        return earlier;
      },
    );
    const outcome = found === 'conflict' ? await this.#outcomeAsSent(slug, keyHmac, body) : found;
    if (outcome === 'conflict') throw problems.conflict();
    if (outcome === 'withdrawn') throw problems.withdrawn();
    return outcome;
  }

  /** Stories of before sets had one order were known by the order in which they came. */
  async #outcomeAsSent(slug: string, keyHmac: string, body: unknown): Promise<Outcome> {
    return (await this.#stories.outcomeOf(keyHmac, this.#pepper.hmac('body', canonical([slug, body])))) ?? 'conflict';
  }

  #receiptHmac(receiptHash: string): string {
    return this.#pepper.hmac('receipt', receiptHash);
  }

  async #check(
    slug: string,
    body: unknown,
    linkKey: string | undefined,
  ): Promise<{ story: Omit<NewStory, 'keyHmac' | 'receiptHmac' | 'bodyHmac' | 'pepper'>; receiptHash: string }> {
    const collection = await this.#collection(slug);
    if (!collection) throw problems.notFound();
    await this.#links.admit(collection, linkKey);
    const wave = this.#wave(collection, body);
    const { schema, region } = await this.#door(collection, wave.versionId);
    const parsed = schema.safeParse(body, { error: plainFault });
    if (!parsed.success) throw problems.invalid(faultsOf(parsed.error.issues));
    const { language, story, order, rotations, consent, receiptHash } = parsed.data;
    const { document, words } = partWords(parsed.data.answers as Answers);
    const kept: Omit<NewStory, 'keyHmac' | 'receiptHmac' | 'bodyHmac' | 'pepper'> = {
      id: randomUUID(),
      collectionId: collection.id,
      waveId: wave.id,
      versionId: wave.versionId,
      language,
      week: isoWeek(this.#now()),
      region: regionOf(region, document),
      answers: document,
      shown: order || rotations ? { ...(order && { order }), ...(rotations && { rotations: rotations as Record<string, number> }) } : null,
      release: firstRelease(consent),
      consent: Object.fromEntries(consent.map((scope) => [scope, null])),
      words: consent.includes('read') ? { title: story?.title ?? '', text: story?.text ?? '', answers: words } : null,
    };
    return { story: kept, receiptHash };
  }

  #wave(collection: Collection, body: unknown): Wave {
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      throw problems.invalid([{ path: '', message: 'is not an object' }]);
    const version = 'version' in body ? body.version : undefined;
    const waves = collection.waves.filter(({ versionId }) => versionId === version);
    if (!waves.length) {
      // What any version would refuse is said as well.
      const others = faultsOf(submission.safeParse(body, { error: plainFault }).error?.issues ?? []).filter(
        ({ path }) => path !== 'version',
      );
      throw problems.invalid([{ path: 'version', message: 'is not a version that this collection asks' }, ...others]);
    }
    const wave = waveToTake(waves, this.#now());
    if (wave === 'upcoming') throw problems.notOpenYet();
    if (wave === 'closed') throw problems.closed();
    return wave;
  }

  /** A collection as it was at most a second ago: settings change by the day, stories come by the thousand. */
  async #collection(slug: string): Promise<Collection | null> {
    const seen = this.#seen.get(slug);
    if (seen && performance.now() < seen.until) return seen.collection;
    const collection = await this.#collections.bySlug(slug);
    if (collection) this.#seen.set(slug, { collection, until: performance.now() + 1000 });
    return collection;
  }

  async #door(collection: Collection, version: string): Promise<Door> {
    const { languages, randomOrder, rotation } = collection;
    const asked = { version, languages, randomOrder, rotation };
    const id = JSON.stringify(asked);
    const known = this.#doors.get(id);
    if (known) return known;
    const { framework } = await this.#collections.version(version);
    const door = { schema: submissionFor(framework, asked), region: regionQuestion(framework)?.key };
    this.#doors.set(id, door);
    return door;
  }
}
