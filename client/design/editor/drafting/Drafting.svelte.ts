import type { DraftView } from '../../../../server/contract/frameworks.ts';
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
  /** The draft version's own id and number. */
  readonly id: string;
  readonly number: number;
  document = $state.raw<Draft>({} as Draft);
  /** Whether it has what was left unsaved when its page was closed before. */
  readonly isTakenUp: boolean;
  readonly keeping: Keeping;
  readonly advising = new Advising();
  #past = $state.raw<Draft[]>([]);
  #future = $state.raw<Draft[]>([]);
  #step = { path: '', at: 0 };
  #looking: ReturnType<typeof setTimeout> | undefined;

  readonly canUndo = $derived(this.#past.length > 0);
  readonly canRedo = $derived(this.#future.length > 0);

  constructor(view: DraftView) {
    this.framework = view.framework;
    this.id = view.id;
    this.number = view.number;
    this.keeping = new Keeping(view.framework, () => this.document);
    this.#take(view);
    const left = this.keeping.takeUp();
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

  /** Shows the draft that somebody else saved, in place of this one. */
  async takeTheirs(): Promise<void> {
    this.#take(await request<DraftView>('GET', this.keeping.path));
    this.keeping.release();
    [this.#past, this.#future] = [[], []];
  }

  /** Keeps this draft as a framework of its own. @returns the id of that framework */
  async keepMine(): Promise<string> {
    const file = new Blob([JSON.stringify(this.document)]);
    const { framework } = await request<{ framework: { id: string } }>('POST', '/api/v1/frameworks/import', file);
    this.keeping.release();
    return framework.id;
  }

  /** Saves for the last time, and ends what goes on beside. */
  async close(): Promise<void> {
    clearTimeout(this.#looking);
    this.advising.end();
    await this.keeping.save();
  }

  #take(view: DraftView): void {
    this.document = view.document;
    this.keeping.take(view);
    this.advising.look(this.document);
  }

  #change(document: Draft, path: Path = ''): void {
    const now = Date.now();
    const isSameStep = path !== '' && path === this.#step.path && now - this.#step.at < oneStep;
    if (!isSameStep) this.#past = [...this.#past.slice(-mostSteps), this.document];
    this.#future = [];
    this.#step = { path, at: now };
    this.#show(document);
  }

  #travel(from: Draft[], keep: (from: Draft[], to: Draft[]) => void): void {
    const document = from.at(-1);
    if (!document) return;
    const to = from === this.#past ? this.#future : this.#past;
    keep(from.slice(0, -1), [...to, this.document]);
    this.#step = { path: '', at: 0 };
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
