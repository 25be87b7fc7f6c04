import type { DraftView } from '../../../../server/contract/frameworks.ts';
import type { Draft } from '../../../../triads/framework/framework.ts';
import { Problem, request } from '../../../api.ts';
import { refusalOf } from '../../../parts/refusal.ts';
import { forget, leaveBehind, takeUp } from './left-behind.ts';
import { isSame } from './parts.ts';

/** What is saved is at most so old, in milliseconds. */
const pause = 700;
/** So long after a failure it is tried again; and so long an answer is waited for. */
const patience = { again: 5000, answer: 30_000 };

/**
 * How a draft is kept: saved over the one that was read, and over no other. An answer that is lost leaves a doubt, which is settled by
 * looking at what is stored. What is not saved stays in this browser until it is.
 */
export class Keeping {
  readonly #framework: string;
  readonly #current: () => Draft;
  /** The draft as the server has it, as far as we know. */
  #kept = $state.raw<Draft | null>(null);
  #tag = '';
  /** What was sent and never answered: the server may have any of them. */
  #doubtful: Draft[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();

  saved = $state.raw<DraftView['saved']>({ by: '', at: '' });
  /** Who saved another draft in the meantime. */
  conflict = $state.raw<DraftView['saved'] | null>(null);
  /** Whether the draft is there no longer: published or discarded by somebody. */
  isGone = $state(false);
  /** Why it could not be saved just now. */
  failure = $state.raw<unknown>(null);
  readonly isSaved = $derived.by(() => this.#current() === this.#kept);

  /** @param current the draft as it is written now */
  constructor(framework: string, current: () => Draft) {
    this.#framework = framework;
    this.#current = current;
  }

  /** Names the draft as it was last saved here, for a request that changes it. */
  get match(): string {
    return `"${this.#tag}"`;
  }

  get path(): string {
    return `/api/v1/frameworks/${this.#framework}/draft`;
  }

  /** Takes a draft as the server has it. */
  take({ document, tag, saved }: DraftView): void {
    this.#kept = document;
    this.#tag = tag;
    this.#doubtful = [];
    this.saved = saved;
    this.conflict = null;
    this.failure = null;
  }

  /** What this browser has of the draft beyond what the server has; written over another draft it is a conflict. */
  takeUp(): Draft | null {
    const left = takeUp(this.#framework);
    if (!left || isSame(left.document, this.#kept)) {
      forget(this.#framework);
      return null;
    }
    if (left.tag !== this.#tag) this.conflict = this.saved;
    return left.document;
  }

  /** Saves soon, once nothing more was written for a moment. */
  saveSoon(wait = pause): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), wait);
  }

  /** Saves what is not saved yet; resolves once it was tried. */
  save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#writing = this.#writing.then(() => this.#put());
    return this.#writing;
  }

  /** Leaves in this browser what is not saved, and no more. */
  leaveBehind(): void {
    if (this.isSaved) forget(this.#framework);
    else leaveBehind(this.#framework, { tag: this.#tag, document: this.#current() });
  }

  /** Says that what is written here need not be saved: it is kept elsewhere, or given up. */
  release(): void {
    this.#kept = this.#current();
    forget(this.#framework);
  }

  async #put(): Promise<void> {
    const document = this.#current();
    if (document === this.#kept || this.conflict || this.isGone) return;
    try {
      const options = { headers: { 'if-match': this.match }, signal: AbortSignal.timeout(patience.answer) };
      const { tag, saved } = await request<DraftView>('PUT', this.path, document, options);
      this.take({ document, tag, saved } as DraftView);
      forget(this.#framework);
    } catch (error) {
      await this.#fail(error, document);
    }
  }

  async #fail(error: unknown, document: Draft): Promise<void> {
    try {
      if (error instanceof Problem && error.saved) {
        const stored = await request<DraftView>('GET', this.path);
        const own = [...this.#doubtful, document].find((sent) => isSame(sent, stored.document));
        if (!own) this.conflict = stored.saved;
        else {
          this.take({ ...stored, document: own });
          this.saveSoon(0);
        }
      } else if (error instanceof Problem && error.status === 404) this.isGone = true;
      else throw error;
    } catch (failure) {
      if (!(failure instanceof Problem)) this.#doubtful.push(document);
      this.failure = failure;
      if (refusalOf(failure).again) this.saveSoon(patience.again);
    }
    this.leaveBehind();
  }
}
