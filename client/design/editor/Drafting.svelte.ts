import type { DraftView } from '../../../server/contract/frameworks.ts';
import { type Advice, adviceOn } from '../../../triads/framework/advice/advice.ts';
import type { Draft, Signifier } from '../../../triads/framework/framework.ts';
import { Problem, request } from '../../api.ts';

/** What is saved is at most so old, in milliseconds; and so long after a failure it is tried again. */
const pause = 700;
const patience = 5000;
/** Typing in one field is undone as one step, as long as no pause is longer. */
const oneStep = 1500;
const mostSteps = 300;

type Path = string;

/** The part of a document at a path such as `signifiers.3.corners.top`. */
export function partAt(document: unknown, path: Path): unknown {
  return path.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], document);
}

/** A copy with another part at the path; what is not on the way is shared. Without a value the part is left out. */
function withPart<Part>(part: Part, [name = '', ...rest]: string[], value: unknown): Part {
  const inner = rest.length ? withPart((part as Record<string, unknown>)[name] ?? {}, rest, value) : value;
  if (Array.isArray(part)) return part.with(Number(name), inner) as Part;
  const { [name]: _, ...others } = part as Record<string, unknown>;
  if (inner === undefined) return others as Part;
  return { ...part, [name]: inner };
}

/** One draft while it is being written: its steps back and forth, and how it is kept. */
export class Drafting {
  readonly framework: string;
  readonly #path: string;
  /** The draft version's own id and number. */
  readonly id: string;
  readonly number: number;
  document = $state.raw<Draft>({} as Draft);
  saved = $state.raw<DraftView['saved']>({ by: '', at: '' });
  advice = $state.raw<Advice[]>([]);
  /** Who saved another draft in the meantime. */
  conflict = $state.raw<DraftView['saved'] | null>(null);
  /** Why it could not be saved just now. */
  failure = $state.raw<unknown>(null);
  isSaving = $state(false);
  #kept = $state.raw<Draft | null>(null);
  #past = $state.raw<Draft[]>([]);
  #future = $state.raw<Draft[]>([]);
  #tag = '';
  #step = { path: '', at: 0 };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looking: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();

  readonly isSaved = $derived(this.document === this.#kept);
  readonly canUndo = $derived(this.#past.length > 0);
  readonly canRedo = $derived(this.#future.length > 0);
  readonly refusals = $derived(this.advice.filter(({ severity }) => severity === 'refused'));

  constructor(view: DraftView) {
    this.framework = view.framework;
    this.id = view.id;
    this.number = view.number;
    this.#path = `/api/v1/frameworks/${view.framework}/draft`;
    this.#take(view);
  }

  /** Names the draft as it was last saved here, for a request that changes it. */
  get match(): string {
    return `"${this.#tag}"`;
  }

  /** What there is to know about a part and all within it. */
  adviceAt(path: Path): Advice[] {
    return this.advice.filter((advice) => advice.path === path || advice.path.startsWith(`${path}.`));
  }

  /** Writes a part of the document; undefined takes it out. */
  write(path: Path, value: unknown): void {
    this.#change(withPart(this.document, path.split('.'), value), path);
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

  /** Saves what is not saved yet; resolves once it was tried. */
  save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#writing = this.#writing.then(() => this.#put());
    return this.#writing;
  }

  /** Shows the draft that somebody else saved, in place of this one. */
  async takeTheirs(): Promise<void> {
    this.#take(await request<DraftView>('GET', this.#path));
    [this.#past, this.#future] = [[], []];
  }

  /** Keeps this draft as a framework of its own. @returns the id of that framework */
  async keepMine(): Promise<string> {
    const file = new Blob([JSON.stringify(this.document)]);
    const { framework } = await request<{ framework: { id: string } }>('POST', '/api/v1/frameworks/import', file);
    this.#kept = this.document;
    return framework.id;
  }

  #take(view: DraftView): void {
    this.document = view.document;
    this.#kept = view.document;
    this.#tag = view.tag;
    this.saved = view.saved;
    this.conflict = null;
    this.failure = null;
    this.#look();
  }

  #change(document: Draft, path = ''): void {
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
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), pause);
    clearTimeout(this.#looking);
    this.#looking = setTimeout(() => this.#look(), pause);
  }

  #look(): void {
    this.advice = adviceOn(this.document, this.document.languages[0] ?? 'en-GB');
  }

  async #put(): Promise<void> {
    const { document } = this;
    if (document === this.#kept || this.conflict) return;
    this.isSaving = true;
    try {
      const { tag, saved } = await request<DraftView>('PUT', this.#path, document, { headers: { 'if-match': this.match } });
      this.#tag = tag;
      this.saved = saved;
      this.#kept = document;
      this.failure = null;
    } catch (error) {
      if (error instanceof Problem && error.saved) this.conflict = error.saved;
      else {
        this.failure = error;
        this.#timer = setTimeout(() => this.save(), patience);
      }
    } finally {
      this.isSaving = false;
    }
  }
}
