import { SvelteMap } from 'svelte/reactivity';
import type { Decision, Review, ReviewList } from '../../../server/contract/reviews.ts';
import type { ReleaseState } from '../../../server/contract/tell.ts';
import { request } from '../../api.ts';
import { statusOf } from '../../parts/refusal.ts';
import { Begun, isOpenToWork } from './Begun.svelte.ts';
import { isAsDecided, moved } from './decided.ts';
import { changedWords, refusedWords, stateWords, titleOf } from './saying.ts';

/** How long a story that a decision brought up refuses the next one: the gesture before was not meant for it. */
const settling = 800;

/** A reviewer's desk: the stories in one release state, one of them open; after each decision the next one is. */
export class Desk {
  readonly #path: string;
  readonly #me: string;
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
  /** The id of the story whose decision is under way. */
  #decided: string | null = $state(null);
  /** What was begun on each story, by its id, so that looking at another loses nothing. */
  readonly #begun = new SvelteMap<string, Begun>();

  /** @param me the id of who reviews: nothing is read or decided as somebody who signed in meanwhile */
  constructor(collection: string, me: string) {
    this.#me = me;
    this.#path = `/api/v1/collections/${collection}/reviews`;
  }

  get hasMore(): boolean {
    return this.#next !== null;
  }

  /** Whether anything was begun, on any story, that the server has not. */
  get isUnsaved(): boolean {
    return [...this.#begun.values()].some((begun) => begun.isUnsaved);
  }

  /** Where a reviewer goes on with a story; what was begun before it changed goes on too, or waits while the story is not open to work. */
  begunOn(review: Review): Begun {
    const before = this.#begun.get(review.id);
    if (before?.review.tag === review.tag) return before;
    const begun = outliving(() => new Begun(review, before));
    if (isOpenToWork(review) || !before?.isUnsaved) this.#begun.set(review.id, begun);
    return begun;
  }

  isBegun({ id }: Review): boolean {
    return this.#begun.get(id)?.isUnsaved ?? false;
  }

  /** Whether a decision on this very story is under way: what was done on it meanwhile would be no part of it. */
  isDeciding({ id }: Review): boolean {
    return this.#decided === id;
  }

  /** Whether something waits that was begun before the story was what it is. */
  isWaiting({ id, tag }: Review): boolean {
    const begun = this.#begun.get(id);
    return begun !== undefined && begun.review.tag !== tag && begun.isUnsaved;
  }

  /** Gives up what waits on a story, for what is begun on it as it is. */
  giveUpFor(begun: Begun): void {
    this.#begun.set(begun.review.id, begun);
  }

  /** How many stories have these answers, as this one has. */
  alike({ id }: Review, keys: readonly string[]): Promise<{ stories: number }> {
    return this.#request('GET', `/${id}/alike?keys=${keys.join(',')}`);
  }

  /** Opens the story after this one, or before it. */
  step(by: 1 | -1): void {
    const at = this.reviews.findIndex(({ id }) => id === this.open?.id);
    this.open = this.reviews[at + by] ?? this.open;
  }

  /** Shows the stories in a state, once the decision under way is made; what is open in it stays open. The answer for an earlier choice is passed over. */
  async show(state: ReleaseState): Promise<void> {
    await this.#deciding;
    if (state !== this.state) [this.reviews, this.open] = [[], null];
    this.state = state;
    await this.#attempt(async (isCurrent) => {
      const list = await this.#list(state);
      if (!isCurrent()) return;
      this.#take(list);
      this.open = list.reviews.find(({ id }) => id === this.open?.id) ?? this.open ?? list.reviews[0] ?? null;
      void this.#lookOn(isCurrent);
    });
  }

  /** Shows the story that has a number on paper, in whichever state it is. */
  async find(number: string): Promise<void> {
    await this.#deciding;
    await this.#attempt(async (isCurrent) => {
      const [found] = await this.#numbered(number);
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

  async decide(begun: Begun, decision: Decision, words: string): Promise<void> {
    if (!this.mayDecide) return;
    const { review } = begun;
    await this.#send(review, decision, begun, async (decided) => {
      begun.giveUpReason();
      if (decided.state === review.state) this.#settle(begun, decided);
      else if (decision.decision !== 'take-back') this.#begun.delete(review.id);
      this.counts = this.counts && moved(this.counts, review.state, decided.state);
      this.said = { words, takeBack: decided.state === 'released' ? decided : null };
      if (decided.state === this.state) return this.#replace(decided);
      const at = this.reviews.findIndex(({ id }) => id === review.id);
      this.reviews = this.reviews.filter(({ id }) => id !== review.id);
      if (!this.reviews.length && this.#next) this.#take(await this.#list(this.state, this.#next));
      if (this.open?.id === review.id) this.#bring(this.reviews[at] ?? this.reviews[0] ?? null);
    });
  }

  /** What was begun goes on where a decision left the story where it was, and its words are those that were read. */
  #settle(begun: Begun, decided: Review): void {
    if (JSON.stringify(begun.review.words) === JSON.stringify(decided.words)) begun.settle(decided);
  }

  /** Puts a story in the place that it had, in the list and on the page. */
  #replace(review: Review): void {
    this.reviews = this.reviews.map((before) => (before.id === review.id ? review : before));
    if (this.open?.id === review.id) this.open = review;
  }

  /** Takes back the release just made and opens that story again. */
  async undo(): Promise<void> {
    const review = this.said?.takeBack;
    if (!review || this.isBusy) return;
    await this.#send(review, { decision: 'take-back', tag: review.tag, reason: 'Undone by its reviewer, at once.' }, null, async (back) => {
      this.said = { words: `“${titleOf(back)}” is taken back.`, takeBack: null };
      this.state = back.state;
      this.#take(await this.#listWith(back.id));
      this.#bring(this.reviews.find(({ id }) => id === back.id) ?? this.reviews[0] ?? null);
    });
  }

  /** @param begun where the decision was made, which is told why it was refused; null where it was made above all stories */
  async #send(review: Review, decision: Decision, begun: Begun | null, done: (decided: Review) => Promise<void>): Promise<void> {
    this.#decided = review.id;
    this.#deciding = this.#attempt(async () => {
      if (begun) begun.refusal = null;
      let decided: Review;
      try {
        decided = await this.#request<Review>('POST', `/${review.id}`, decision);
      } catch (error) {
        const status = statusOf(error);
        if (status === 404 || status === 412) {
          const now = (await this.#numbered(review.number)).find(({ id }) => id === review.id) ?? null;
          if (!now || !isAsDecided(now, decision)) return this.#changed(review, now);
          decided = now;
        } else if (begun) {
          begun.refusal = error;
          // Whoever looks at another story by now does not see it there.
          if (this.open?.id !== review.id) this.said = { words: refusedWords(review, decision, error), takeBack: null };
          return;
        } else throw error;
      }
      await done(decided);
    });
    await this.#deciding;
    this.#decided = null;
  }

  /** The story is not what the reviewer read, and is shown as it stands; what was begun goes along, unless its participant took the story back. */
  async #changed(before: Review, now: Review | null): Promise<void> {
    const { id } = before;
    const isBegun = now !== null && this.isBegun(now);
    if (!now) this.#begun.delete(id);
    else if (isBegun) this.state = now.state;
    const list = await this.#listWith(id);
    const here = list.reviews.find((review) => review.id === id) ?? (now?.state === this.state ? now : undefined);
    const added = here && isBegun && isOpenToWork(here) ? ', with what you had begun on it' : '';
    const where = here ? `Here it is as it stands now${added}.` : 'It is no longer in this list.';
    this.said = { words: `${changedWords(before, now)} ${where}`, takeBack: null };
    this.#take(list);
    this.#bring(here ?? list.reviews[0] ?? null);
  }

  #request<T>(method: 'GET' | 'POST', rest: string, body?: Decision): Promise<T> {
    return request<T>(method, `${this.#path}${rest}`, body, { headers: { 'asked-by': this.#me } });
  }

  #list(state: ReleaseState, after: string | null = null): Promise<ReviewList> {
    return this.#request('GET', `?state=${state}${after ? `&after=${after}` : ''}`);
  }

  /** The story that is called so, if there is one, in whichever state it is. */
  async #numbered(number: string): Promise<Review[]> {
    return (await this.#request<{ reviews: Review[] }>('GET', `/numbered?number=${encodeURIComponent(number)}`)).reviews;
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

/** What is worked out of a thing stays true after the page on which it was made is gone. */
function outliving<T>(make: () => T): T {
  let made: T | undefined;
  $effect.root(() => {
    made = make();
  });
  return made as T;
}
