import { createContext } from 'svelte';
import type { NewComment, TriedDraft } from '../../../server/contract/codesign.ts';
import { isByOtherMeans, mostAgain } from '../../../triads/answers/again.ts';
import type { Answer, Answers } from '../../../triads/answers/answer.ts';

import type { Signifier } from '../../../triads/framework/framework.ts';
import { Problem, request } from '../../api.ts';
import { withoutWords } from '../draft/submission.ts';
import { formOf, Rehearsal } from '../rehearsal.svelte.ts';
import { firstOf, speak } from '../wording/say.svelte.ts';
import { type CommentLetter, Post } from './post.svelte.ts';
import { Stopwatch } from './stopwatch.ts';
import { Tab, type UnderWay } from './tab.ts';

/** `begin`: what this is; `telling`: the form itself; `end`: some shapes again, and sending; `sent`: thanks. */
export type Part = 'opening' | 'unknown' | 'over' | 'failed' | 'begin' | 'telling' | 'end' | 'sent';

export type Shape = Extract<Signifier, { kind: 'triad' | 'dyad' }>;

/** A draft being tried by somebody without an account: the form itself, of which no words leave the phone. */
export class Trial extends Rehearsal {
  readonly #code: string;
  readonly #languages: readonly string[];
  readonly post: Post;
  readonly #tab: Tab;
  #part = $state<'opening' | 'unknown' | 'over' | 'failed' | 'begin' | 'telling' | 'sent'>('opening');
  given = $state.raw<TriedDraft | null>(null);
  language = $state('');
  stopwatch = new Stopwatch(() => performance.now());
  /** The second answers, by the other means. */
  again = $state.raw<Answers>({});
  /** How many of the shapes to be answered again were shown. */
  step = $state(0);
  #answersId = '';

  /** The last pages of the form, about a story's code, are not part of a draft: there a try-out has its own end. */
  readonly part: Part = $derived.by(() => (this.#part === 'telling' && this.telling?.journey.page.id === 'receipt' ? 'end' : this.#part));
  /** The shapes to be answered again: the first that were answered, in the chance order of this try-out. */
  readonly shapes: Shape[] = $derived.by(() => {
    const { order = [], answers = {} } = this.telling?.draft ?? {};
    return order.filter((one): one is Shape & { required: false } => isShape(one) && 'by' in (answers[one.key] ?? {})).slice(0, mostAgain);
  });
  readonly shape: Shape | undefined = $derived(this.shapes[this.step]);
  readonly comments: CommentLetter[] = $derived.by(() =>
    this.post.letters.filter((letter): letter is CommentLetter => letter.kind === 'comment' && letter.body.document === this.given?.tag),
  );
  readonly answersStage = $derived.by(() => this.post.letters.find(({ body }) => body.id === this.#answersId)?.stage);

  /**
   * @param languages those set on the phone, best first
   * @param storage where the phone keeps what is to be sent
   * @param tab where it keeps a try-out as long as its tab is open
   */
  constructor(code: string, languages: readonly string[], storage: Storage | null, tab: Storage | null) {
    super();
    this.#code = code;
    this.#languages = languages;
    this.post = new Post(storage);
    this.#tab = new Tab(tab);
  }

  /** Whether answers would be lost if the page were closed now. */
  override get wouldLose(): boolean {
    return this.#part === 'telling' && this.telling?.draft.hasBegun === true;
  }

  override async open(): Promise<void> {
    this.#part = 'opening';
    const underWay = this.#tab.underWay(this.#code);
    try {
      const given = await request<TriedDraft>('GET', '/api/v1/try-out', undefined, { headers: { 'draft-code': this.#code } });
      if (underWay) return await this.#resume(underWay);
      this.given = given;
      await this.speak(firstOf([this.language, ...this.#languages], given.document.languages) ?? given.document.languages[0] ?? 'en');
      this.#part = 'begin';
    } catch (error) {
      const status = error instanceof Problem && error.isOurs ? error.status : 0;
      const isOver = status === 410 || status === 404 || status === 422;
      if (isOver) this.#tab.clear();
      else if (underWay) return this.#resume(underWay);
      this.#part = status === 410 ? 'over' : status === 404 || status === 422 ? 'unknown' : 'failed';
    }
  }

  /** Keeps the try-out in its tab as it is now. */
  keep(): void {
    if (this.#part !== 'telling' || !this.given || !this.telling) return;
    const { form: _, ...told } = this.telling.draft.told;
    const { given, again, step } = this;
    const { times } = this.stopwatch;
    this.#tab.keep({ code: this.#code, given, id: this.telling.draft.id, answersId: this.#answersId, told, again, step, times });
  }

  /** Goes on with a try-out that its tab still has, on the draft that it was begun on. */
  async #resume({ given, id, answersId, told, again, step, times }: UnderWay): Promise<void> {
    [this.given, this.again, this.step, this.#answersId] = [given, again, step, answersId];
    this.stopwatch = new Stopwatch(() => performance.now(), times);
    await this.speak(told.language);
    this.resumeOn({ ...told, form: formOf(given.document, asked) }, id);
    this.#part = 'telling';
  }

  async speak(language: string): Promise<void> {
    this.language = language;
    await speak(language);
  }

  /** Begins on the draft as it was given; it stays that one, whatever its designers write meanwhile. */
  begin(): void {
    if (!this.given) return;
    this.again = {};
    this.step = 0;
    this.#answersId = crypto.randomUUID();
    this.stopwatch = new Stopwatch(() => performance.now());
    this.beginOn(formOf(this.given.document, asked), this.language);
    this.#part = 'telling';
  }

  /** Begins once more, on the draft as it is by now. */
  override async another(): Promise<void> {
    this.language = this.telling?.draft.language ?? this.language;
    await this.open();
  }

  comment(page: string, kind: NewComment['kind'], text: string): void {
    if (!this.given || !this.telling) return;
    const { language } = this.telling.draft;
    const body = { id: crypto.randomUUID(), document: this.given.tag, page, kind, text: text.trim(), language };
    this.post.send({ kind: 'comment', code: this.#code, stage: 'waiting', body });
  }

  answerAgain(key: string, answer: Answer | undefined): void {
    const { [key]: _, ...others } = this.again;
    this.again = answer ? { ...others, [key]: answer } : others;
  }

  /** Ends the try-out, with its answers sent or not. */
  leave(): void {
    this.#part = 'sent';
    this.#tab.clear();
  }

  /** Sends the answers without any words, and how long each question took. */
  send(): void {
    if (!this.given || !this.telling) return;
    const { draft } = this.telling;
    const body = {
      id: this.#answersId,
      document: this.given.tag,
      language: draft.language,
      answers: withoutWords(draft.answers),
      order: draft.order.map(({ key }) => key),
      rotations: { ...draft.rotations },
      times: this.stopwatch.times,
      again: Object.fromEntries(Object.entries(this.again).filter(([key, answer]) => isByOtherMeans(draft.answers[key], answer))),
    };
    this.leave();
    this.post.send({ kind: 'answers', code: this.#code, stage: 'waiting', body });
  }
}

const asked = { randomOrder: true, rotation: true };
const isShape = ({ kind }: Signifier) => kind === 'triad' || kind === 'dyad';

export const [trying, setTrying] = createContext<Trial>();
