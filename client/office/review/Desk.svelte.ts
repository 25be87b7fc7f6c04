import type { Decision, Review, ReviewList } from '../../../server/contract/reviews.ts';
import type { ReleaseState } from '../../../server/contract/tell.ts';
import { request } from '../../api.ts';
import { statusOf } from '../../parts/refusal.ts';
import { Redacting } from './Redacting.svelte.ts';
import { stateWords, titleOf } from './saying.ts';

/** How long a story that a decision brought up refuses the next one: the gesture before was not meant for it. */
const settling = 800;

/** A reviewer's desk: the stories in one release state, one of them open; after each decision the next one is. */
export class Desk {
  readonly #path: string;
  state: ReleaseState = $state('waiting');
  counts: ReviewList['counts'] | null = $state.raw(null);
  reviews: Review[] = $state.raw([]);
  /** How many stories the collection has, shared or not. */
  stories = $state(0);
  /** How many stories of this list the server has yet to look through; their place in it may change. */
  unlooked = $state(0);
  open: Review | null = $state.raw(null);
  failure: unknown = $state.raw(null);
  isBusy = $state(false);
  #isSettling = $state(false);
  readonly mayDecide: boolean = $derived(!this.isBusy && !this.#isSettling);
  /** What was decided last, and the story it can be taken back from. */
  said: { words: string; takeBack: Review | null } | null = $state.raw(null);
  #next: string | null = $state.raw(null);
  #turn = 0;
  #settled: ReturnType<typeof setTimeout> | undefined;
  #deciding: Promise<void> = Promise.resolve();
  /** What was begun on each story, so that looking at another loses nothing; only for the story as it stood then. */
  readonly #begun = new Map<string, { tag: string; redacting: Redacting }>();

  constructor(collection: string) {
    this.#path = `/api/v1/collections/${collection}/reviews`;
  }

  get hasMore(): boolean {
    return this.#next !== null;
  }

  /** Where a reviewer goes on with a story. */
  redactingOf(review: Review): Redacting {
    const { id, tag } = review;
    const begun = this.#begun.get(id);
    if (begun?.tag === tag) return begun.redacting;
    const redacting = new Redacting(review);
    this.#begun.set(id, { tag, redacting });
    return redacting;
  }

  /** Opens the story after this one, or before it. */
  step(by: 1 | -1): void {
    const at = this.reviews.findIndex(({ id }) => id === this.open?.id);
    this.open = this.reviews[at + by] ?? this.open;
  }

  /** Shows the stories in a state, once the decision under way is made; the answer for an earlier choice is passed over. */
  async show(state: ReleaseState): Promise<void> {
    await this.#deciding;
    if (state !== this.state) [this.reviews, this.open] = [[], null];
    this.state = state;
    await this.#attempt(async (isCurrent) => {
      const list = await this.#list(state);
      if (!isCurrent()) return;
      this.#take(list);
      this.open = list.reviews[0] ?? null;
      void this.#lookOn(isCurrent);
    });
  }

  /** Shows the story that has a number on paper, in whichever state it is. */
  async find(number: string): Promise<void> {
    await this.#deciding;
    await this.#attempt(async (isCurrent) => {
      const path = `${this.#path}/numbered?number=${encodeURIComponent(number)}`;
      const [found] = (await request<{ reviews: Review[] }>('GET', path)).reviews;
      if (!isCurrent()) return;
      const words = found
        ? `Story ${found.number} ${stateWords[found.state]}.`
        : `No story that may be shared has the number ${number.trim().toUpperCase()}. It may have been taken back.`;
      this.said = { words, takeBack: null };
      if (!found) return;
      [this.state, this.reviews, this.#next, this.unlooked] = [found.state, [found], null, 0];
      this.#bring(found);
    });
  }

  /** Has the rest of the list looked through, and puts it in its order; what is open stays open. */
  async #lookOn(isCurrent: () => boolean): Promise<void> {
    while (this.unlooked > 0 && isCurrent()) {
      const list = await this.#list(this.state).catch(() => null);
      if (!list || !isCurrent()) return;
      this.#take(list);
    }
  }

  async more(): Promise<void> {
    await this.#attempt(async (isCurrent) => {
      const list = await this.#list(this.state, this.#next);
      if (isCurrent()) this.#take({ ...list, reviews: [...this.reviews, ...list.reviews] });
    });
  }

  async decide(review: Review, decision: Decision, words: string): Promise<void> {
    if (!this.mayDecide) return;
    await this.#send(review, decision, async (decided) => {
      this.counts = this.counts && moved(this.counts, review.state, decided.state);
      this.said = { words, takeBack: decided.state === 'released' ? decided : null };
      if (decided.state === this.state) return;
      const at = this.reviews.findIndex(({ id }) => id === review.id);
      this.reviews = this.reviews.filter(({ id }) => id !== review.id);
      if (!this.reviews.length && this.#next) this.#take(await this.#list(this.state, this.#next));
      if (this.open?.id === review.id) this.#bring(this.reviews[at] ?? this.reviews[0] ?? null);
    });
  }

  /** Takes back the release just made and opens that story again. */
  async undo(): Promise<void> {
    const review = this.said?.takeBack;
    if (!review || this.isBusy) return;
    await this.#send(review, { decision: 'take-back', tag: review.tag, reason: 'Undone by its reviewer, at once.' }, async (back) => {
      this.said = { words: `“${titleOf(back)}” is taken back.`, takeBack: null };
      this.state = back.state;
      this.#take(await this.#listWith(back.id));
      this.#bring(this.reviews.find(({ id }) => id === back.id) ?? this.reviews[0] ?? null);
    });
  }

  async #send(review: Review, decision: Decision, done: (decided: Review) => Promise<void>): Promise<void> {
    this.#deciding = this.#attempt(async () => {
      let decided: Review;
      try {
        decided = await request<Review>('POST', `${this.#path}/${review.id}`, decision);
      } catch (error) {
        const status = statusOf(error);
        if (status !== 404 && status !== 412) throw error;
        return this.#changed(review.id, status === 404);
      }
      await done(decided);
    });
    await this.#deciding;
  }

  /** The story is not what the reviewer read: nothing kept of it holds, and it is shown as it stands. */
  async #changed(id: string, isGone: boolean): Promise<void> {
    this.#begun.delete(id);
    const list = await this.#listWith(id);
    const now = list.reviews.find((review) => review.id === id);
    const since = isGone ? 'This story was taken back since you opened it.' : 'This story changed since you opened it.';
    this.said = { words: `${since} ${now ? 'Here it is as it stands now.' : 'It is no longer in this list.'}`, takeBack: null };
    this.#take(list);
    this.#bring(now ?? list.reviews[0] ?? null);
  }

  #list(state: ReleaseState, after: string | null = null): Promise<ReviewList> {
    return request<ReviewList>('GET', `${this.#path}?state=${state}${after ? `&after=${after}` : ''}`);
  }

  /** The list anew, as far as it was open before or until it holds a story. */
  async #listWith(id: string): Promise<ReviewList> {
    const far = this.reviews.length;
    let list = await this.#list(this.state);
    while (list.next && list.reviews.length <= far && !list.reviews.some((review) => review.id === id)) {
      const further = await this.#list(this.state, list.next);
      list = { ...further, reviews: [...list.reviews, ...further.reviews] };
    }
    return list;
  }

  #take({ counts, reviews, next, stories, unlooked }: ReviewList): void {
    [this.counts, this.reviews, this.#next, this.stories, this.unlooked] = [counts, reviews, next, stories, unlooked];
  }

  #bring(review: Review | null): void {
    this.open = review;
    this.#isSettling = true;
    clearTimeout(this.#settled);
    this.#settled = setTimeout(() => {
      this.#isSettling = false;
    }, settling);
  }

  async #attempt(work: (isCurrent: () => boolean) => Promise<void>): Promise<void> {
    const turn = ++this.#turn;
    const isCurrent = () => turn === this.#turn;
    this.isBusy = true;
    this.failure = null;
    try {
      await work(isCurrent);
    } catch (error) {
      if (isCurrent()) this.failure = error;
    } finally {
      if (isCurrent()) this.isBusy = false;
    }
  }
}

function moved(counts: ReviewList['counts'], from: ReleaseState, to: ReleaseState): ReviewList['counts'] {
  return from === to ? counts : { ...counts, [from]: Math.max(0, (counts[from] ?? 0) - 1), [to]: (counts[to] ?? 0) + 1 };
}
