import { SvelteMap } from 'svelte/reactivity';
import type { StoryRead } from '../../../server/contract/collections.ts';
import type { Rows } from '../../../triads/patterns/rows.ts';
import { request } from '../../api.ts';
import { statusOf } from '../../parts/refusal.ts';

export const pageSize = 20;
/** Pages whose words are kept; others are fetched again when one comes back to them. */
const mostKept = 30;

/** The words behind some rows of one pattern body, fetched page by page where one looks. */
export class Reading {
  readonly #path: string;
  readonly #stamp: string;
  readonly #rows: Rows;
  readonly #stopped = new AbortController();
  readonly #coming = new Map<number, Promise<void>>();
  #seen: ReadonlySet<number> = new Set();
  /** By page; the longest here first. */
  readonly pages = new SvelteMap<number, readonly StoryRead[]>();
  #failed: number | null = null;
  failure: unknown = $state.raw(null);
  /** The body has been replaced: its row numbers mean nothing any more. */
  isStale = $state(false);

  /** @param rows those that may be read */
  constructor(collection: string, stamp: string, rows: Rows) {
    this.#path = `/api/v1/collections/${collection}/stories`;
    this.#stamp = stamp;
    this.#rows = rows;
  }

  get length(): number {
    return this.#rows.length;
  }

  /** Whether a row is one of those read. */
  has(row: number): boolean {
    return this.#rows.includes(row);
  }

  /** How many pages there are. */
  get pageCount(): number {
    return Math.ceil(this.#rows.length / pageSize);
  }

  /** Says which pages are looked at: they come, and stay. */
  look(pages: readonly number[]): void {
    this.#seen = new Set(pages);
    for (const page of pages) void this.see(page);
  }

  /** Sees to it that a page is there; settles once it is, or was refused. */
  see(page: number): Promise<void> {
    const coming = this.#coming.get(page) ?? this.#fetch(page).finally(() => this.#coming.delete(page));
    this.#coming.set(page, coming);
    return coming;
  }

  async #fetch(page: number): Promise<void> {
    const before = this.pages.get(page);
    if (before || this.isStale || page < 0 || page >= this.pageCount || this.#stopped.signal.aborted) return;
    this.failure = null;
    const rows = this.#rows.slice(page * pageSize, (page + 1) * pageSize).join(',');
    try {
      const query = `pattern=${encodeURIComponent(this.#stamp)}&rows=${rows}`;
      const { stories } = await request<{ stories: StoryRead[] }>('GET', `${this.#path}?${query}`, undefined, {
        signal: this.#stopped.signal,
      });
      this.pages.set(page, stories);
      const longest = [...this.pages.keys()].find((kept) => !this.#seen.has(kept));
      if (this.pages.size > mostKept && longest !== undefined) this.pages.delete(longest);
    } catch (error) {
      if (this.#stopped.signal.aborted) return;
      if (statusOf(error) === 412) this.isStale = true;
      else {
        this.failure = error;
        this.#failed = page;
      }
    }
  }

  /** Asks once more for what was refused. */
  async again(): Promise<void> {
    if (this.#failed !== null) await this.see(this.#failed);
  }

  stop(): void {
    this.#stopped.abort();
  }
}
