import type { Review } from '../../../server/contract/reviews.ts';
import type { StoryWords } from '../../../server/contract/tell.ts';
import { findIdentifiers } from '../../../triads/identifiers/find.ts';
import type { Identifier } from '../../../triads/identifiers/identifier.ts';
import {
  bracketed,
  carriedOver,
  type Edit,
  edited,
  editsBetween,
  foundIn,
  type Piece,
  piecesOf,
  together,
  withEdit,
} from '../../../triads/release/redaction.ts';
import { neutralsIn } from './saying.ts';

/** One of a story's texts: the title, the story, or an answer in own words by its signifier's key. */
export interface Field {
  key: string;
  /** The signifier whose answer it is; null for title and story. */
  signifier: string | null;
  told: string;
  finds: readonly Identifier[];
}

/** Part of a field, by offsets into what was told. */
export interface Spot {
  field: string;
  start: number;
  end: number;
}

type Edits = Readonly<Record<string, readonly Edit[]>>;

/** Writing by hand in one field is undone as one step, as long as no pause is longer, in milliseconds. */
const oneStep = 1500;
const notWritten = { key: '', at: 0 };

/** A story's words on their way out: what is taken out of them, step by step, and every step can be undone. */
export class Redacting {
  readonly fields: readonly Field[];
  #review: Review;
  /** What the words on the server have taken out. */
  #saved: Edits;
  #edits = $state.raw<Edits>({});
  #past = $state.raw<readonly Edits[]>([]);
  #lastWritten = notWritten;
  /** Whether what was taken out here lies together with what the words on the server have taken out. */
  readonly isTogether: boolean;
  /** Keys of the answers about the participant that may be printed beside the words. */
  approved: string[] = $state([]);
  /** What the tools act on: a find, an edit, or what the reviewer picked. */
  spot = $state.raw<Spot | null>(null);
  /** What is being written for the place of the spot and is not put there; null while nothing is asked for. */
  own: string | null = $state(null);

  readonly words: StoryWords = $derived.by(() => this.#wordsWith(this.#edits));
  /** Finds that nothing was done about, and edits, in reading order. */
  readonly marks: readonly Spot[] = $derived.by(() =>
    this.fields.flatMap(({ key }) =>
      this.piecesOf(key).flatMap(({ start, end, find, edit }) =>
        find === undefined && edit === undefined ? [] : [{ field: key, start, end }],
      ),
    ),
  );
  readonly openFinds: number = $derived.by(() =>
    this.fields.reduce((sum, { key }) => sum + this.piecesOf(key).filter(({ find }) => find !== undefined).length, 0),
  );

  /** Finds in the words that stand in the place of others, by field and index of the edit. */
  readonly #put = $derived.by(() => new Map(this.fields.map(({ key }) => [key, this.#foundIn(key)])));
  readonly putFinds: number = $derived.by(() => [...this.#put.values()].reduce((sum, { size }) => sum + size, 0));

  /** @param before what was done on the same story before it changed, which is out beside what is saved; undone, the story reads as it is saved */
  constructor(review: Review, before?: Redacting) {
    this.#review = $state.raw(review);
    this.approved = before
      ? review.about.flatMap(({ signifier }) => (before.#isApprovedOn(review, signifier) ? [signifier] : []))
      : [...review.approved];
    const { words, finds } = review;
    this.fields = [
      { key: 'title', signifier: null, told: words.title, finds: finds.title },
      { key: 'text', signifier: null, told: words.text, finds: finds.text },
      ...Object.entries(words.answers).map(([signifier, told]) => ({
        key: `answer-${signifier}`,
        signifier,
        told,
        finds: finds.answers[signifier] ?? [],
      })),
    ];
    const saved = this.#savedIn(review);
    this.#saved = $state.raw(saved);
    this.#edits = saved;
    if (before?.isUnsaved) {
      this.#past = [saved];
      this.#edits = Object.fromEntries(this.fields.map((field) => [field.key, together(before.#on(field), saved[field.key] ?? none)]));
    }
    this.isTogether = this.#past.length > 0 && Object.values(saved).some(({ length }) => length > 0);
    const putting = before?.isPutting ? before.#puttingOn(this.fields) : null;
    this.own = putting?.words ?? null;
    this.spot = putting ?? this.marks[0] ?? null;
  }

  /** Goes on upon what this same reviewer decided. @param review with the words as they were told before */
  settle(review: Review): void {
    [this.#review, this.#saved] = [review, this.#savedIn(review)];
  }

  get isChanged(): boolean {
    return this.fields.some(({ key }) => this.#editsOf(key).length > 0);
  }

  /** Whether these are other words than those that lie on the server already. */
  get isUnsaved(): boolean {
    return JSON.stringify(this.words) !== JSON.stringify(this.#wordsWith(this.#saved));
  }

  /** Whether other answers about the participant are approved than on the server. */
  get isApprovedAnew(): boolean {
    const { approved } = this.#review;
    return this.approved.length !== approved.length || this.approved.some((key) => !approved.includes(key));
  }

  /** Whether other words are written for the place of the spot than stand there. */
  get isPutting(): boolean {
    return this.own !== null && this.own.trim() !== ((this.spot && this.editAt(this.spot)?.words) ?? '');
  }

  get mayUndo(): boolean {
    return this.#past.length > 0;
  }

  piecesOf(key: string): Piece[] {
    const field = this.#field(key);
    return field ? piecesOf(field.told, this.#editsOf(key), field.finds) : [];
  }

  /** How a field reads now. */
  readsAs(key: string): string {
    const field = this.#field(key);
    return field ? edited(field.told, this.#editsOf(key)) : '';
  }

  /** What was told at a spot. */
  toldAt({ field, start, end }: Spot): string {
    return this.#field(field)?.told.slice(start, end) ?? '';
  }

  /** The find that a spot is, or is left of. */
  findAt({ field, start, end }: Spot): Identifier | undefined {
    return this.#field(field)?.finds.find((find) => find.start <= start && end <= find.end);
  }

  findPutAt(spot: Spot): Identifier | undefined {
    const edit = this.editAt(spot);
    return edit && this.findIn(spot.field, this.#editsOf(spot.field).indexOf(edit));
  }

  /** What is found in the words that an edit put in. */
  findIn(field: string, edit: number): Identifier | undefined {
    return this.#put.get(field)?.get(edit);
  }

  editAt({ field, start, end }: Spot): Edit | undefined {
    return this.#editsOf(field).find((edit) => edit.start === start && edit.end === end);
  }

  /** The neutral token for a spot: what its find suggests, else one that says nothing. */
  tokenFor(spot: Spot): string {
    const find = this.findAt(spot);
    const neutrals = neutralsIn(this.#review.language);
    return bracketed((find && neutrals[find.neutral]) || '…');
  }

  /** Puts other words in the place of a spot and goes on to the next find. */
  replace(spot: Spot, words: string): void {
    const field = this.#field(spot.field);
    if (!field) return;
    this.#take(spot.field, withEdit(field.told, this.#editsOf(spot.field), { ...spot, words }));
    this.spot = this.#following(spot, ({ field: key, start, end }) => !this.editAt({ field: key, start, end })) ?? this.#at(spot);
  }

  /** Puts back what was told. */
  putBack(spot: Spot): void {
    this.#take(
      spot.field,
      this.#editsOf(spot.field).filter((edit) => edit !== this.editAt(spot)),
    );
    this.spot = this.#at(spot);
  }

  /** Takes the words of a field as they are written by hand; writing on in the same field is the same step. */
  write(key: string, words: string): void {
    const field = this.#field(key);
    if (!field || words === this.readsAs(key)) return;
    const now = Date.now();
    const isSameStep = key === this.#lastWritten.key && now - this.#lastWritten.at < oneStep;
    const past = this.#past;
    this.#take(key, editsBetween(field.told, words));
    if (isSameStep) this.#past = past;
    this.#lastWritten = { key, at: now };
  }

  undo(): void {
    const before = this.#past.at(-1);
    if (!before) return;
    this.#past = this.#past.slice(0, -1);
    this.#edits = before;
    this.#lastWritten = notWritten;
    this.spot = this.marks.find((mark) => this.spot && isSame(mark, this.spot)) ?? this.marks[0] ?? null;
  }

  /** Goes to the next mark, or the one before, round and round. */
  go(by: 1 | -1): void {
    const { marks } = this;
    if (!marks.length) return;
    const at = marks.findIndex((mark) => this.spot && isSame(mark, this.spot));
    this.spot = marks.at(at < 0 ? (by > 0 ? 0 : -1) : (at + by) % marks.length) ?? null;
  }

  #take(key: string, edits: readonly Edit[]): void {
    if (edits === this.#editsOf(key)) return;
    this.#past = [...this.#past, this.#edits];
    this.#edits = { ...this.#edits, [key]: edits };
    this.#lastWritten = notWritten;
  }

  #following(spot: Spot, is: (mark: Spot) => boolean): Spot | undefined {
    const at = this.fields.findIndex(({ key }) => key === spot.field);
    const order = (mark: Spot) => this.fields.findIndex(({ key }) => key === mark.field);
    const wanted = this.marks.filter(is);
    return wanted.find((mark) => order(mark) > at || (order(mark) === at && mark.start >= spot.end)) ?? wanted[0];
  }

  #at(spot: Spot): Spot | null {
    return (
      this.marks.find((mark) => mark.field === spot.field && mark.start <= spot.start && spot.end <= mark.end) ?? this.marks[0] ?? null
    );
  }

  #field(key: string): Field | undefined {
    return this.fields.find((field) => field.key === key);
  }

  #editsOf(key: string): readonly Edit[] {
    return this.#edits[key] ?? none;
  }

  #savedIn({ released, proposed }: Review): Edits {
    const left = released ?? proposed;
    return left ? Object.fromEntries(this.fields.map((field) => [field.key, editsBetween(field.told, wordsIn(left, field))])) : {};
  }

  /** Whether an answer is approved on the story as it is by now: as it is there, unless it was changed here. */
  #isApprovedOn(now: Review, key: string): boolean {
    const isHere = this.approved.includes(key);
    return isHere === this.#review.approved.includes(key) ? now.approved.includes(key) : isHere;
  }

  /** What was taken out here, in a field of the same name with other words. */
  #on(field: Field): readonly Edit[] {
    return this.#carriedTo(field, this.#editsOf(field.key));
  }

  /** What is being put in the place of the spot, in fields of the same names; null where other words stand there. */
  #puttingOn(fields: readonly Field[]): (Spot & Edit) | null {
    const { spot, own } = this;
    const field = spot && fields.find(({ key }) => key === spot.field);
    const edit = field && own !== null ? this.#carriedTo(field, [{ ...spot, words: own }])[0] : undefined;
    return edit && field ? { ...edit, field: field.key } : null;
  }

  #carriedTo({ key, told }: Field, edits: readonly Edit[]): readonly Edit[] {
    return carriedOver(edits, editsBetween(this.#field(key)?.told ?? '', told));
  }

  #foundIn(key: string): Map<number, Identifier> {
    const edits = this.#editsOf(key);
    const finds = edits.length ? findIdentifiers(this.readsAs(key)) : [];
    return new Map([...foundIn(edits, finds)].flatMap(([edit, find]) => (finds[find] ? [[edit, finds[find]] as const] : [])));
  }

  #wordsWith(edits: Edits): StoryWords {
    const reads = (field: Field) => edited(field.told, edits[field.key] ?? none);
    const [title, text, ...answers] = this.fields;
    return {
      title: title ? reads(title) : '',
      text: text ? reads(text) : '',
      answers: Object.fromEntries(answers.map((field) => [field.signifier ?? field.key, reads(field)])),
    };
  }
}

const none: readonly Edit[] = [];

const isSame = (one: Spot, other: Spot) => one.field === other.field && one.start === other.start && one.end === other.end;
export const isSpot = (spot: Spot | null, field: string, { start, end }: Piece) => spot !== null && isSame(spot, { field, start, end });

const wordsIn = ({ title, text, answers }: StoryWords, { key, signifier, told }: Field) =>
  signifier === null ? (key === 'title' ? title : text) : (answers[signifier] ?? told);
