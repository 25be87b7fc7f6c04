import type { Decision, Review } from '../../server/contract/office.ts';
import type { ReleaseState, StoryWords } from '../../server/contract/tell.ts';
import { request } from '../api.ts';

interface ReviewList {
  counts: Record<ReleaseState, number>;
  reviews: Review[];
  next: string | null;
}

/** A reviewer's desk: the stories in one release state, one of them open; after each decision the next one is. */
export class Desk {
  readonly #path: string;
  state: ReleaseState = $state('waiting');
  counts: ReviewList['counts'] | null = $state.raw(null);
  reviews: Review[] = $state.raw([]);
  open: Review | null = $state.raw(null);
  failure: unknown = $state.raw(null);
  isBusy = $state(false);
  /** What was decided last, and the story it can be taken back from. */
  said: { words: string; takeBack: Review | null } | null = $state.raw(null);
  #next: string | null = null;
  /** The words as last released here, so that taking a release back loses no editing. */
  readonly #drafts = new Map<string, StoryWords>();

  constructor(collection: string) {
    this.#path = `/api/v1/collections/${collection}/reviews`;
  }

  get hasMore(): boolean {
    return this.#next !== null;
  }

  /** The words a reviewer starts from. */
  wordsFor({ id, words, released }: Review): StoryWords {
    return structuredClone(released ?? this.#drafts.get(id) ?? words);
  }

  async show(state: ReleaseState, storyFirst: string | null = null): Promise<void> {
    this.state = state;
    await this.#attempt(async () => {
      const { counts, reviews, next } = await request<ReviewList>('GET', `${this.#path}?state=${state}`);
      [this.counts, this.reviews, this.#next] = [counts, reviews, next];
      this.open = reviews.find(({ id }) => id === storyFirst) ?? reviews[0] ?? null;
    });
  }

  async more(): Promise<void> {
    await this.#attempt(async () => {
      const { counts, reviews, next } = await request<ReviewList>('GET', `${this.#path}?state=${this.state}&after=${this.#next}`);
      [this.counts, this.reviews, this.#next] = [counts, [...this.reviews, ...reviews], next];
    });
  }

  async decide(review: Review, decision: Decision, words: string): Promise<void> {
    await this.#attempt(async () => {
      const decided = await request<Review>('POST', `${this.#path}/${review.id}`, decision);
      if (decision.decision === 'release') this.#drafts.set(review.id, decision.words);
      const at = this.reviews.findIndex(({ id }) => id === review.id);
      const rest = this.reviews.filter(({ id }) => id !== review.id);
      this.counts = this.counts && moved(this.counts, review.state, decided.state);
      this.said = { words, takeBack: decided.state === 'released' ? decided : null };
      if (decided.state === this.state) return;
      this.reviews = rest;
      this.open = rest[at] ?? rest[0] ?? null;
      if (!rest.length && this.#next)
        await this.more().then(() => {
          this.open = this.reviews[0] ?? null;
        });
    });
  }

  /** Takes back the release just made and opens that story again. */
  async undo(): Promise<void> {
    const review = this.said?.takeBack;
    if (!review) return;
    await this.#attempt(async () => {
      const back = await request<Review>('POST', `${this.#path}/${review.id}`, { decision: 'take-back' } satisfies Decision);
      this.said = { words: `“${titleOf(back)}” is taken back.`, takeBack: null };
      await this.show(back.state, back.id);
    });
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.failure = null;
    try {
      await work();
    } catch (error) {
      this.failure = error;
    } finally {
      this.isBusy = false;
    }
  }
}

export function titleOf({ words }: Review): string {
  return words.title || 'Without a title';
}

function moved(counts: ReviewList['counts'], from: ReleaseState, to: ReleaseState): ReviewList['counts'] {
  return from === to ? counts : { ...counts, [from]: Math.max(0, (counts[from] ?? 0) - 1), [to]: (counts[to] ?? 0) + 1 };
}
