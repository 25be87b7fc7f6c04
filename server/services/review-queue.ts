import { createHash } from 'node:crypto';
import { showCode } from '../../triads/answers/crockford.ts';
import type { findIdentifiers } from '../../triads/identifiers/find.ts';
import type { Combinations } from '../../triads/release/combinations.ts';
import { exposure } from '../../triads/release/exposure.ts';
import type { Tally, tallyOf } from '../../triads/release/tally.ts';
import type { Review, ReviewList } from '../contract/reviews.ts';
import type { ReleaseState, StoryWords } from '../contract/tell.ts';
import type { Db, Tx } from '../database/connection.ts';
import { problems } from '../problems.ts';
import { entriesOf } from '../repositories/audit.ts';
import type { Collection } from '../repositories/collections.ts';
import type { Exports } from '../repositories/exports.ts';
import type { Listings, QueuedRow } from '../repositories/listings.ts';
import type { ReadStory, Texts } from '../repositories/texts.ts';
import { type Alike, aboutOf, factsOf } from './alike.ts';
import { readStoryNumber, storyNumber } from './story-number.ts';

/** Where a reviewer sits: the collection, the region that they see of it (null for all), and who they are. */
export interface Desk {
  collection: Collection;
  region: string | null;
  personId: string;
}

export const pageSize = 50;
/** Stories that are looked through for identifiers while one request waits. */
const lookedAtOnce = 500;
const readAtOnce = 100;
const day = 86_400_000;

interface Ranked extends QueuedRow {
  score: number;
}

interface Looking {
  findIdentifiers: typeof findIdentifiers;
  tallyOf: typeof tallyOf;
}

/** How identifiers are found comes with the first story that is looked through: a process that never does is smaller by 40 MB. */
async function looking(): Promise<Looking> {
  const [find, tally] = await Promise.all([import('../../triads/identifiers/find.ts'), import('../../triads/release/tally.ts')]);
  return { ...find, ...tally };
}

/** The release queue: which stories wait, most exposed first, and all that a reviewer needs to decide on one. */
export class ReviewQueue {
  readonly #db: Db;
  readonly #listings: Listings;
  readonly #texts: Texts;
  readonly #exports: Exports;
  readonly #alike: Alike;
  /** What was found in stories, by collection and state, then by story and consent: words that are given again are looked through again. */
  readonly #looked = new Map<string, Map<string, Tally>>();

  constructor(db: Db, listings: Listings, texts: Texts, exports: Exports, alike: Alike) {
    this.#db = db;
    this.#listings = listings;
    this.#texts = texts;
    this.#exports = exports;
    this.#alike = alike;
  }

  /** Stories in a state of release, with how many there are in each. @param after where the page before ended */
  async list(desk: Desk, state: ReleaseState, after: string | null): Promise<ReviewList> {
    const { collection, region } = desk;
    const counts = await this.#listings.countByRelease(collection.id, region);
    const queued = await this.#listings.inState(collection.id, state, region);
    const looked = await this.#lookThrough(collection.id, state, queued);
    const combinations = await this.#alike.combinations(collection);
    const asked = await this.#alike.asked(collection);
    const ranked = queued
      .map((row): Ranked => {
        const rarest = combinations.rare(factsOf(aboutOf(row.answers, asked)), collection.threshold)[0]?.stories ?? null;
        const tally = looked.get(lookOf(row)) ?? null;
        return { ...row, score: exposure({ tally, rarest, threshold: collection.threshold, scopes: row.scopes }) };
      })
      .sort(byExposure);
    const from = after === null ? 0 : ranked.findIndex((row) => byExposure(row, placed(after)) > 0);
    const page = from < 0 ? [] : ranked.slice(from, from + pageSize);
    const last = page.at(-1);
    const hasMore = from >= 0 && ranked.length > from + pageSize;
    return {
      counts,
      stories: combinations.stories([]),
      unlooked: queued.length - looked.size,
      reviews: await this.reviews(
        desk,
        page.map(({ id }) => id),
      ),
      next: hasMore && last ? placeOf(last) : null,
    };
  }

  /** These stories as a reviewer reads them, in the order of the ids; those that may not be read are passed over. */
  async reviews({ collection, personId }: Desk, ids: string[]): Promise<Review[]> {
    const reader = { as: 'reviewer' } as const;
    const read = await this.#texts.read(reader, collection.id, ids);
    const [proposed, released, releases] = await Promise.all([
      this.#texts.others(reader, 'proposed', read),
      this.#texts.others(reader, 'released', read),
      this.#texts.releases(ids),
    ]);
    const weeks = await this.#listings.weeksOf(collection.id, ids);
    const [exports, histories] = await Promise.all([this.#exports.holding(ids), historiesOf(this.#db, ids)]);
    const combinations = await this.#alike.combinations(collection);
    const asked = await this.#alike.asked(collection);
    const look = await looking();
    const reviews = read.map((story): [string, Review] => {
      const { id } = story;
      const history = histories.get(id) ?? [];
      const release = releases.get(id);
      const about = aboutOf(JSON.parse(story.answers), asked);
      const others = { proposed: proposed.get(id) ?? null, released: released.get(id) ?? null };
      const review: Review = {
        id,
        number: showCode(storyNumber(id)),
        state: story.release,
        language: story.language,
        week: weeks.get(id) ?? '',
        words: story.words,
        ...others,
        finds: findsIn(story.words, look),
        scopes: [...story.scopes],
        about,
        ...rarity(collection, combinations, story, about, look),
        approved: story.approved,
        takenOutUntil: release?.holdsTakenOut ? daysAfter(release.at, collection.retention.takenOutDays) : null,
        exports: exports.get(id) ?? 0,
        history: history.map(({ personId: who, ...entry }) => ({ ...entry, mine: who === personId })),
        mayRelease: askedSecond(history) !== personId,
        tag: tagOf(story, others),
      };
      return [id, review];
    });
    const byId = new Map(reviews);
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** The story with a number that stands on a card or in a pack, in whichever state it is now. @throws problem invalid, where it is no number */
  async numbered(desk: Desk, typed: string): Promise<Review[]> {
    const number = readStoryNumber(typed);
    if (number === null) throw problems.invalid([{ path: 'number', message: 'has eight letters and digits, such as 7KQ4-FX2P' }]);
    const standings = await this.#listings.standings(desk.collection.id);
    const shared = standings.filter(({ region, release }) => release !== 'none' && (desk.region === null || region === desk.region));
    return this.reviews(
      desk,
      shared.flatMap(({ id }) => (storyNumber(id) === number ? id : [])),
    );
  }

  /** One story; whoever may not see it learns only that there is nothing. */
  async one(desk: Desk, id: string): Promise<Review> {
    const [review] = await this.reviews(desk, [id]);
    if (!review) throw problems.notFound();
    return review;
  }

  /** How many stories have the same answers to these questions about the participant as this story. */
  async alike({ collection, region }: Desk, id: string, keys: string[]): Promise<number> {
    const [story] = await this.#texts.read({ as: 'reviewer' }, collection.id, [id]);
    if (!story || (region !== null && story.region !== region)) throw problems.notFound();
    const combinations = await this.#alike.combinations(collection);
    return combinations.stories(factsOf(aboutOf(JSON.parse(story.answers), keys)));
  }

  /** What is found in the words of stories, so many more at each call, a turn of the event loop a story. */
  async #lookThrough(collectionId: string, state: ReleaseState, queued: QueuedRow[]): Promise<Map<string, Tally>> {
    const place = `${collectionId} ${state}`;
    const before = this.#looked.get(place) ?? new Map<string, Tally>();
    const kept = queued.flatMap((row): [string, Tally][] => {
      const tally = before.get(lookOf(row));
      return tally ? [[lookOf(row), tally]] : [];
    });
    const looked = new Map(kept);
    const unlooked = queued.filter((row) => !looked.has(lookOf(row))).slice(0, lookedAtOnce);
    const looks = new Map(unlooked.map((row) => [row.id, lookOf(row)]));
    const { tallyOf } = await looking();
    for (let at = 0; at < unlooked.length; at += readAtOnce) {
      const ids = unlooked.slice(at, at + readAtOnce).map(({ id }) => id);
      const read = await this.#texts.read({ as: 'reviewer' }, collectionId, ids);
      for (const id of ids) looked.set(looks.get(id) ?? id, {});
      for (const { id, words } of read) {
        looked.set(looks.get(id) ?? id, tallyOf(textsOf(words)));
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    this.#looked.set(place, looked);
    return looked;
  }
}

/** A decision of the past, with the id of who made it. */
type Decided = Omit<Review['history'][number], 'mine'> & { personId: string | null };

/** What reviewers decided on stories, oldest first, by story. */
export async function historiesOf(db: Db | Tx, ids: readonly string[]): Promise<Map<string, Decided[]>> {
  const histories = new Map<string, Decided[]>();
  for (const { subject, action, personId, name, at, details } of await entriesOf(db, 'review.', ids)) {
    const { reason = null } = details;
    const entry = { decision: action.slice('review.'.length), by: name, at, reason: reason === null ? null : String(reason), personId };
    histories.set(subject, [...(histories.get(subject) ?? []), entry]);
  }
  return histories;
}

/** Who asked a second reviewer since the last release, whatever was decided after; somebody else releases. */
export function askedSecond(history: readonly { decision: string; personId: string | null }[]): string | null {
  const since = history.slice(history.findLastIndex(({ decision }) => decision === 'release') + 1);
  return since.findLast(({ decision }) => decision === 'second')?.personId ?? null;
}

/** What a reviewer has before them: the story's state and words, and what reviewers made of them. A decision on anything else is refused. */
export function tagOf({ release, words, approved }: ReadStory, { proposed, released }: Pick<Review, 'proposed' | 'released'>): string {
  return createHash('sha256')
    .update(JSON.stringify([release, words, proposed, released, approved]))
    .digest('base64url');
}

const textsOf = ({ title, text, answers }: StoryWords) => [title, text, ...Object.values(answers)];

function findsIn({ title, text, answers }: StoryWords, { findIdentifiers }: Looking): Review['finds'] {
  const inAnswers = Object.entries(answers).map(([key, words]) => [key, findIdentifiers(words)] as const);
  return { title: findIdentifiers(title), text: findIdentifiers(text), answers: Object.fromEntries(inAnswers) };
}

function rarity(
  { threshold }: Collection,
  combinations: Combinations,
  { scopes, words }: ReadStory,
  about: Review['about'],
  { tallyOf }: Looking,
): Pick<Review, 'rare' | 'exposure'> {
  const rare = combinations.rare(factsOf(about), threshold);
  const rarest = rare[0]?.stories ?? null;
  const tally = tallyOf(textsOf(words));
  return { rare, exposure: { score: exposure({ tally, rarest, threshold, scopes }), tally, rarest } };
}

function byExposure(one: Pick<Ranked, 'score' | 'week' | 'id'>, other: Pick<Ranked, 'score' | 'week' | 'id'>): number {
  if (one.score !== other.score) return other.score - one.score;
  if (one.week !== other.week) return one.week < other.week ? -1 : 1;
  return one.id < other.id ? -1 : Number(one.id > other.id);
}

const placeOf = ({ score, week, id }: Ranked) => `${score}_${week}_${id}`;
function placed(place: string): Pick<Ranked, 'score' | 'week' | 'id'> {
  const [score, week = '', id = ''] = place.split('_');
  return { score: Number(score), week, id };
}

const lookOf = ({ id, consent }: QueuedRow) => `${id} ${consent}`;
const daysAfter = (at: string, days: number) => new Date(new Date(at).getTime() + days * day).toISOString();
