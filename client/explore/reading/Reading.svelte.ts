import type { StoryRead } from '../../../server/contract/collections.ts';
import type { Rows } from '../../../triads/patterns/rows.ts';
import { request } from '../../api.ts';
import { statusOf } from '../../parts/refusal.ts';

const pageSize = 20;

/** The words behind some rows of one pattern body, fetched page by page as one scrolls. */
export class Reading {
  readonly #path: string;
  readonly #stamp: string;
  readonly #rows: Rows;
  readonly #stopped = new AbortController();
  #next = 0;
  stories: StoryRead[] = $state.raw([]);
  isLoading = $state(false);
  failure: unknown = $state.raw(null);
  /** The body has been replaced: its row numbers mean nothing any more. */
  isStale = $state(false);

  /** @param rows those that may be read */
  constructor(collection: string, stamp: string, rows: Rows) {
    this.#path = `/api/v1/collections/${collection}/stories`;
    this.#stamp = stamp;
    this.#rows = rows;
  }

  get isDone(): boolean {
    return this.#next >= this.#rows.length;
  }

  async more(): Promise<void> {
    if (this.isLoading || this.isStale || this.isDone || this.#stopped.signal.aborted) return;
    this.isLoading = true;
    this.failure = null;
    const rows = this.#rows.slice(this.#next, this.#next + pageSize).join(',');
    try {
      const query = `pattern=${encodeURIComponent(this.#stamp)}&rows=${rows}`;
      const { stories } = await request<{ stories: StoryRead[] }>('GET', `${this.#path}?${query}`, undefined, {
        signal: this.#stopped.signal,
      });
      this.stories = [...this.stories, ...stories];
      this.#next += pageSize;
    } catch (error) {
      if (this.#stopped.signal.aborted) return;
      if (statusOf(error) === 412) this.isStale = true;
      else this.failure = error;
    } finally {
      this.isLoading = false;
    }
  }

  stop(): void {
    this.#stopped.abort();
  }
}
