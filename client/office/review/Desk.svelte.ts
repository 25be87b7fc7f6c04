import { SvelteMap } from 'svelte/reactivity';
import type { Decision, Review, ReviewList } from '../../../server/contract/reviews.ts';
import type { ReleaseState } from '../../../server/contract/tell.ts';
import { Newest } from '../../parts/Newest.svelte.ts';
import { statusOf } from '../../parts/refusal.ts';
import { Begun, isOpenToWork } from './Begun.svelte.ts';
import { isAsDecided, moved } from './decided.ts';
import { Reviews } from './Reviews.ts';
import { changedWords, kept, lateWords, refusedWords, stateWords, titleOf } from './saying.ts';

/** How long a story that a decision brought up refuses the next one: the gesture before was not meant for it. */
const settling = 800;

/** A reviewer's desk: the stories in one release state, one of them open; after each decision the next one is. */
export class Desk {
  readonly #server: Reviews;
  state: ReleaseState = $state('waiting');
  counts: ReviewList['counts'] | null = $state.raw(null);
  reviews: Review[] = $state.raw([]);
  /** How many stories the collection has, shared or not. */
  stories = $state(0);
  /** How many stories of this list the server has yet to look through; their place in it may change. */
  unlooked = $state(0);
  open: Review | null = $state.raw(null);
  readonly #asking = new Newest();
  #isSettling = $state(false);
  readonly mayDecide: boolean = $derived(!this.isBusy && !this.#isSettling);
  /** What was decided last, and the story it can be taken back from. */
  said: { words: string; takeBack: Review | null } | null = $state.raw(null);
  #next: string | null = $state.raw(null);
  #settled: ReturnType<typeof setTimeout> | undefined;
  #attempted: Promise<void> = Promise.resolve();
  #deciding: Promise<void> = Promise.resolve();
  /** The id of the story on which nothing is done until a decision is made: its own, or one that brings another up. */
  #held: string | null = $state(null);
  /** What was begun on each story, by its id, so that looking at another loses nothing. */
  readonly #begun = new SvelteMap<string, Begun>();

  /** @param me the id of who reviews: nothing is read or decided as somebody who signed in meanwhile */
  constructor(collection: string, me: string) {
    this.#server = new Reviews(collection, me);
  }

  get isBusy(): boolean {
    return this.#asking.isBusy;
  }
  get failure(): unknown {
    return this.#asking.failure;
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

  /** Whether a decision is under way that this story waits for: what was done on it meanwhile would be no part of it. */
  isDeciding({ id }: Review): boolean {
    return this.#held === id;
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
    return this.#server.alike(id, keys);
  }

  /** Opens the story after this one, or before it. */
  step(by: 1 | -1): void {
    const at = this.reviews.findIndex(({ id }) => id === this.open?.id);
    this.open = this.reviews[at + by] ?? this.open;
  }

  /** Turns to the stories in a state, and shows them once the decision under way is made; what is open stays open. The answer for an earlier choice is passed over. */
  async show(state: ReleaseState): Promise<void> {
    if (state !== this.state) [this.state, this.reviews, this.open, this.#next, this.unlooked] = [state, [], null, null, 0];
    await this.#deciding;
    await this.#attempt(async (isNewest) => {
      const list = await this.#server.list(state);
      if (!isNewest()) return;
      this.#take(list);
      this.open = list.reviews.find(({ id }) => id === this.open?.id) ?? this.open ?? list.reviews[0] ?? null;
      void this.#lookOn(isNewest);
    });
  }

  /** Shows the story that has a number on paper, in whichever state it is. */
  async find(number: string): Promise<void> {
    await this.#deciding;
    await this.#attempt(async (isNewest) => {
      const [found] = await this.#server.numbered(number);
      if (!isNewest()) return;
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
  async #lookOn(isNewest: () => boolean): Promise<void> {
    while (this.unlooked > 0 && isNewest()) {
      const list = await this.#server.listAsFarAs(this.reviews.length, this.state).catch(() => null);
      if (!list || !isNewest()) return;
      this.#take(list);
    }
  }

  /** Learns what was done beside the lists, without a word; whoever works on a story stays with it. */
  async renew(): Promise<void> {
    await this.#attempted;
    const { state } = this;
    const isNewest = this.#asking.untilAsked();
    const list = await this.#server.listAsFarAs(this.reviews.length, state).catch(() => null);
    if (list && isNewest()) this.#take(list, state);
  }

  async more(): Promise<void> {
    await this.#attempt(async (isNewest) => {
      const list = await this.#server.list(this.state, this.#next);
      if (isNewest()) this.#take({ ...list, reviews: [...this.reviews, ...list.reviews] });
    });
  }

  async decide(begun: Begun, decision: Decision, words: string): Promise<void> {
    if (!this.mayDecide) return;
    const { review } = begun;
    await this.#send(review, decision, begun, async (decided) => {
      begun.giveUpReason();
      if (decision.decision !== 'take-back') this.#settle(begun, decided);
      this.counts = this.counts && moved(this.counts, review.state, decided.state);
      this.said = { words: begun.isUnsaved ? `${words} ${kept}` : words, takeBack: decided.state === 'released' ? decided : null };
      const { state } = this;
      if (decided.state === state) return this.#replace(decided);
      const at = this.reviews.findIndex(({ id }) => id === review.id);
      this.reviews = this.reviews.filter(({ id }) => id !== review.id);
      if (!this.reviews.length) this.#take(await this.#server.list(state, this.#next), state);
      if (this.open?.id === review.id) this.#bring(this.reviews[at] ?? this.reviews[0] ?? null);
      void this.#lookOn(this.#asking.untilAsked());
    });
  }

  /** What was begun and is no part of a decision goes on upon it, where the story's words are those that were read. */
  #settle(begun: Begun, decided: Review): void {
    const { state, words } = begun.review;
    if (JSON.stringify(words) === JSON.stringify(decided.words)) begun.settle(decided);
    if (decided.state !== state && !begun.isUnsaved) this.#begun.delete(decided.id);
  }

  /** Puts a story in the place that it had, in the list and on the page. */
  #replace(review: Review): void {
    this.reviews = this.reviews.map((before) => (before.id === review.id ? review : before));
    if (this.open?.id === review.id) this.open = review;
  }

  /** Takes back the release just made and opens that story again, unless another is opened meanwhile. */
  async undo(): Promise<void> {
    const review = this.said?.takeBack;
    if (!review || this.isBusy) return;
    const { state, open } = this;
    await this.#send(review, { decision: 'take-back', tag: review.tag, reason: 'Undone by its reviewer, at once.' }, null, async (back) => {
      this.said = { words: `“${titleOf(back)}” is taken back.`, takeBack: null };
      const list = await this.#server.listAsFarAs(this.reviews.length, back.state, back.id);
      const isHere = this.state === state && this.open?.id === open?.id;
      if (isHere) this.state = back.state;
      this.#take(list, back.state);
      if (isHere) this.#bring(list.reviews.find(({ id }) => id === back.id) ?? list.reviews[0] ?? null);
    });
  }

  /** @param begun where the decision was made, which is told why it was refused; null where it was made above all stories */
  async #send(review: Review, decision: Decision, begun: Begun | null, done: (decided: Review) => Promise<void>): Promise<void> {
    this.#held = (begun ? review : this.open)?.id ?? null;
    this.#deciding = this.#attempt(async () => {
      if (begun) begun.refusal = null;
      let decided: Review;
      try {
        decided = await this.#server.decide(review.id, decision);
      } catch (error) {
        const status = statusOf(error);
        if (status === 404 || status === 412) {
          const now = (await this.#server.numbered(review.number)).find(({ id }) => id === review.id) ?? null;
          if (!now || !isAsDecided(now, decision)) return this.#changed(review, now, decision);
          decided = now;
        } else {
          // Whoever looks at another story by now does not see it there.
          if (this.open?.id !== review.id)
            this.said = { words: refusedWords(review, decision, error, begun !== null), takeBack: begun ? null : review };
          if (!begun) throw error;
          begun.refusal = error;
          return;
        }
      }
      await done(decided);
    });
    await this.#deciding;
    this.#held = null;
  }

  /**
   * The story is not what the reviewer read, and is shown as it stands; what was begun goes along, unless its participant took the
   * story back. Whoever works on another one by now stays there, and is told.
   */
  async #changed(before: Review, now: Review | null, decision: Decision): Promise<void> {
    const { id } = before;
    const isBegun = now !== null && this.isBegun(now);
    const isHere = () => this.open?.id === id;
    if (!now) {
      this.#begun.delete(id);
      this.reviews = this.reviews.filter((review) => review.id !== id);
    }
    const state = isBegun && isHere() ? now.state : this.state;
    const list = await this.#server.listAsFarAs(this.reviews.length, state, id);
    if (!isHere()) {
      this.said = { words: lateWords(before, now, decision, isBegun), takeBack: null };
      return this.#take(list, state);
    }
    const here = list.reviews.find((review) => review.id === id) ?? (now?.state === state ? now : undefined);
    const added = here && isBegun && isOpenToWork(here) ? ', with what you had begun on it' : '';
    const where = here ? `Here it is as it stands now${added}.` : 'It is no longer in this list.';
    this.said = { words: `${changedWords(before, now)} ${where}`, takeBack: null };
    this.state = state;
    this.#take(list);
    this.#bring(here ?? list.reviews[0] ?? null);
  }

  /** @param state whose stories they are: where others are shown by now, only what is true of all is taken */
  #take({ counts, reviews, next, stories, unlooked }: ReviewList, state = this.state): void {
    [this.counts, this.stories] = [counts, stories];
    if (state === this.state) [this.reviews, this.#next, this.unlooked] = [reviews, next, unlooked];
  }

  #bring(review: Review | null): void {
    this.open = review;
    this.#isSettling = true;
    clearTimeout(this.#settled);
    this.#settled = setTimeout(() => {
      this.#isSettling = false;
    }, settling);
  }

  #attempt(work: (isNewest: () => boolean) => Promise<void>): Promise<void> {
    this.#attempted = this.#asking.at(work);
    return this.#attempted;
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
