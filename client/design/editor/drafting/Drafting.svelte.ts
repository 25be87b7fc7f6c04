import type { DraftView, Imported } from '../../../../server/contract/frameworks.ts';
import type { Draft, Signifier } from '../../../../triads/framework/framework.ts';
import { request } from '../../../api.ts';
import { Advising } from '../advising/Advising.svelte.ts';
import { Keeping } from './Keeping.svelte.ts';
import { type Path, withPart } from './parts.ts';

/** Typing in one field is undone as one step, as long as no pause is longer, in milliseconds. */
const oneStep = 1500;
const mostSteps = 300;
/** What is looked at is at most so old, in milliseconds. */
const lookPause = 300;

/** One draft while it is being written: its steps back and forth, how it is kept, and what there is to look at in it. */
export class Drafting {
  readonly framework: string;
  readonly #person: string;
  /** The draft version's own id and number. */
  id = '';
  number = $state(0);
  document = $state.raw<Draft>({} as Draft);
  /** Whether it has what was left unsaved when its page was closed before. */
  isTakenUp = $state(false);
  readonly keeping: Keeping;
  readonly advising = new Advising();
  #past = $state.raw<Draft[]>([]);
  #future = $state.raw<Draft[]>([]);
  #last = { path: '', at: 0 };
  /** The framework of its own that keeps this draft, and what it has of it by now. */
  #mine: { id: string; tag: string; document: Draft } | null = null;
  #looking: ReturnType<typeof setTimeout> | undefined;

  readonly canUndo = $derived(this.#past.length > 0);
  readonly canRedo = $derived(this.#future.length > 0);

  /** @param person the id of who writes */
  constructor(view: DraftView, person: string) {
    this.framework = view.framework;
    this.#person = person;
    this.keeping = new Keeping(view.framework, person, () => this.document);
    this.#take(view);
  }

  /** Goes on with what was left unsaved in this browser. */
  async takeUp(): Promise<void> {
    const left = await this.keeping.takeUp();
    this.isTakenUp = left !== null;
    if (left) this.#change(left);
  }

  get isSaved(): boolean {
    return this.keeping.isSaved;
  }

  /** Writes a part of the document; undefined takes it out. */
  write(path: Path, value: unknown): void {
    this.#change(withPart(this.document, path.split('.'), value), path);
  }

  /** Writes the whole document anew, as one step. */
  rewrite(document: Draft): void {
    this.#change(document);
  }

  get signifiers(): Signifier[] {
    return this.document.signifiers as Signifier[];
  }

  set signifiers(signifiers: Signifier[]) {
    this.#change({ ...this.document, signifiers });
  }

  undo(): void {
    this.#travel(this.#past, (past, future) => ([this.#past, this.#future] = [past, future]));
  }

  redo(): void {
    this.#travel(this.#future, (future, past) => ([this.#past, this.#future] = [past, future]));
  }

  /** Shows the draft that somebody else saved, in place of this one; to undo it brings this one back, over theirs. */
  async takeTheirs(): Promise<void> {
    const theirs = await request<DraftView>('GET', this.keeping.path);
    this.#step('');
    this.#mine = null;
    this.#take(theirs);
    await this.keeping.release();
  }

  /** Keeps this draft as a framework of its own, with what is written until it is there. @returns the id of that framework */
  async keepMine(): Promise<string> {
    const { document } = this;
    // An answer that was lost leaves its tag unknown; nobody else has this framework.
    if (this.#mine) this.#mine.tag = (await request<DraftView>('GET', draftOf(this.#mine.id))).tag;
    this.#mine ??= { ...(await asNewFramework(document, this.#person)), document };
    const mine = this.#mine;
    while (mine.document !== this.document) {
      const { document } = this;
      const options = { headers: { 'if-match': `"${mine.tag}"`, 'asked-by': this.#person } };
      const { tag } = await request<DraftView>('PUT', draftOf(mine.id), document, options);
      [mine.tag, mine.document] = [tag, document];
    }
    await this.keeping.release();
    return mine.id;
  }

  /** Saves for the last time, and ends what goes on beside. */
  async close(): Promise<void> {
    clearTimeout(this.#looking);
    this.advising.end();
    await this.keeping.close();
  }

  #take(view: DraftView): void {
    [this.id, this.number, this.document] = [view.id, view.number, view.document];
    this.keeping.take(view);
    this.advising.look(this.document);
  }

  #change(document: Draft, path: Path = ''): void {
    this.#step(path);
    this.#show(document);
  }

  /** Remembers what is there now as a step to go back to; typing on in the same place is the same step. */
  #step(path: Path): void {
    const now = Date.now();
    const isSameStep = path !== '' && path === this.#last.path && now - this.#last.at < oneStep;
    if (!isSameStep) this.#past = [...this.#past.slice(-mostSteps), this.document];
    this.#future = [];
    this.#last = { path, at: now };
  }

  #travel(from: Draft[], keep: (from: Draft[], to: Draft[]) => void): void {
    const document = from.at(-1);
    if (!document) return;
    const to = from === this.#past ? this.#future : this.#past;
    keep(from.slice(0, -1), [...to, this.document]);
    this.#last = { path: '', at: 0 };
    this.#show(document);
  }

  #show(document: Draft): void {
    this.document = document;
    this.keeping.saveSoon();
    this.#looking ??= setTimeout(() => {
      this.#looking = undefined;
      this.advising.look(this.document);
    }, lookPause);
  }
}

const draftOf = (framework: string) => `/api/v1/frameworks/${framework}/draft`;

/** Begins a framework of its own with what a person wrote. @returns its id, and the tag of its draft */
export async function asNewFramework(document: Draft, person: string): Promise<{ id: string; tag: string }> {
  const file = new Blob([JSON.stringify(document)]);
  const { framework } = await request<Imported>('POST', '/api/v1/frameworks/import', file, { headers: { 'asked-by': person } });
  return { id: framework.id, tag: framework.draft?.tag ?? '' };
}
