import { tick } from 'svelte';
import type { DraftView, FrameworkEntry } from '../../../../server/contract/frameworks.ts';
import type { Draft } from '../../../../triads/framework/framework.ts';
import { Problem, request } from '../../../api.ts';
import { refusalOf, statusOf } from '../../../parts/refusal.ts';
import { LocalCopy } from './local-copy.ts';
import { isSame } from './parts.ts';

/** What is saved is at most so old, in milliseconds. */
const pause = 700;
/** So long after a failure it is tried again; and so long an answer is waited for. */
const patience = { again: 5000, answer: 30_000 };

/**
 * How a draft is kept: saved over the one that was read, and over no other. An answer that is lost leaves a doubt, which is settled by
 * looking at what is stored. What is not saved stays in this browser until it is, whatever stands in the way.
 */
export class Keeping {
  readonly #framework: string;
  readonly #person: string;
  readonly #copy: LocalCopy;
  readonly #current: () => Draft;
  /** The draft as the server has it, as far as we know. */
  #kept = $state.raw<Draft | null>(null);
  #id = '';
  #tag = '';
  /** What was sent and never answered: the server may have any of them. */
  #doubtful: Draft[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();

  saved = $state.raw<DraftView['saved']>({ by: '', at: '' });
  /** Who saved another draft in the meantime. */
  conflict = $state.raw<DraftView['saved'] | null>(null);
  /** What became of the draft where it is there no longer: it was published as a version, or discarded (null). */
  gone = $state.raw<{ version: FrameworkEntry['versions'][number] | null } | null>(null);
  /** Whether this browser keeps what is not saved. */
  isKeptHere = $state(true);
  /** Why it could not be saved just now. */
  failure = $state.raw<unknown>(null);
  readonly isSaved = $derived.by(() => this.#current() === this.#kept);
  /** Whether nothing can be saved until somebody decides. */
  readonly isHeldUp = $derived(this.conflict !== null || this.gone !== null);

  /**
   * @param person the id of who writes: what is not saved is theirs alone
   * @param current the draft as it is written now
   */
  constructor(framework: string, person: string, current: () => Draft) {
    this.#framework = framework;
    this.#person = person;
    this.#copy = new LocalCopy(person, framework);
    this.#current = current;
  }

  /** Names who writes, and the draft as it was last saved here, for a request that changes it. */
  get headers(): Record<string, string> {
    return { 'if-match': `"${this.#tag}"`, 'asked-by': this.#person };
  }

  get path(): string {
    return `/api/v1/frameworks/${this.#framework}/draft`;
  }

  /** Takes a draft as the server has it. */
  take({ id, document, tag, saved }: DraftView): void {
    this.#id = id;
    this.#kept = document;
    this.#tag = tag;
    this.#doubtful = [];
    this.saved = saved;
    this.conflict = null;
    this.failure = null;
  }

  /** What a closed page of this browser left of the draft beyond what the server has; written over another draft it is a conflict. */
  async takeUp(): Promise<Draft | null> {
    const left = await this.#copy.takeUp(({ document }) => !isSame(document, this.#kept));
    if (left && left.tag !== this.#tag) {
      this.conflict = this.saved;
      this.#tag = left.tag;
    }
    return left?.document ?? null;
  }

  /** Saves soon, once nothing more was written for a moment. */
  saveSoon(wait = pause): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), wait);
  }

  /** Saves what is not saved yet; resolves once it was tried. Until then this browser keeps it. */
  save(): Promise<void> {
    clearTimeout(this.#timer);
    this.leaveBehind();
    this.#writing = this.#writing.then(() => this.#put());
    return this.#writing;
  }

  /** Tries again what failed. */
  retry(): void {
    if (this.failure) this.save();
  }

  /** Leaves in this browser what is not saved, and no more. */
  leaveBehind(): void {
    if (this.isSaved) this.#copy.forget();
    else this.isKeptHere = this.#copy.keep({ tag: this.#tag, document: this.#current(), at: Date.now() });
  }

  /** Says that what is written here need not be saved: it is kept elsewhere, or given up. */
  async release(): Promise<void> {
    this.#kept = this.#current();
    this.#copy.forget();
    // What ends with its page is still told what was there before.
    await tick();
  }

  /** Saves for the last time; what cannot be saved is left to the next page. */
  async close(): Promise<void> {
    await this.save();
    clearTimeout(this.#timer);
    this.#copy.leave();
  }

  async #put(): Promise<void> {
    const document = this.#current();
    if (document === this.#kept || this.isHeldUp) return;
    try {
      const options = { headers: this.headers, signal: AbortSignal.timeout(patience.answer) };
      this.take({ ...(await request<DraftView>('PUT', this.path, document, options)), document });
    } catch (error) {
      await this.#fail(error, document);
    }
    this.leaveBehind();
  }

  async #fail(error: unknown, document: Draft): Promise<void> {
    this.failure = null;
    try {
      if (error instanceof Problem && error.saved) {
        const stored = await request<DraftView>('GET', this.path);
        const own = [...this.#doubtful, document].find((sent) => isSame(sent, stored.document));
        if (!own) this.conflict = stored.saved;
        else {
          this.take({ ...stored, document: own });
          this.saveSoon(0);
        }
      } else if (error instanceof Problem && error.status === 404) this.gone = { version: await this.#published() };
      else throw error;
    } catch (failure) {
      if (!(failure instanceof Problem)) this.#doubtful.push(document);
      this.failure = failure;
      const { again, signIn } = refusalOf(failure);
      if (again || signIn) this.saveSoon(patience.again);
    }
  }

  /** The version that this draft has become. */
  async #published(): Promise<FrameworkEntry['versions'][number] | null> {
    const { versions } = await request<FrameworkEntry>('GET', `/api/v1/frameworks/${this.#framework}`).catch((error) => {
      if (statusOf(error) === 404) return { versions: [] };
      throw error;
    });
    return versions.find(({ id }) => id === this.#id) ?? null;
  }
}
