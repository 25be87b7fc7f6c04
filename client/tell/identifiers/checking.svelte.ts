import { findIdentifiers } from '../../../triads/identifiers/find.ts';
import type { Identifier } from '../../../triads/identifiers/identifier.ts';
import { type Segment, segmentsOf } from '../../../triads/identifiers/segments.ts';
import type { Draft } from '../draft/draft.svelte.ts';
import { say } from '../wording/say.svelte.ts';
import { type Field, fieldsOf } from './fields.ts';

/** What the participant did about a find; `words` stand in its place. */
type Decision = 'none' | 'left' | { words: string };

/** One field of the draft with what was found in it. Its text always follows from what it was and what was decided. */
export class CheckedField {
  readonly field: Field;
  readonly finds: readonly Identifier[];
  readonly #original: string;
  #decisions = $state.raw<readonly Decision[]>([]);

  constructor(field: Field) {
    this.field = field;
    this.#original = field.read();
    this.finds = findIdentifiers(this.#original);
    this.#decisions = this.finds.map(() => 'none');
  }

  // Not derived: what is derived on a page stands still once that is left, and a field outlives it.
  get segments(): readonly Segment[] {
    return segmentsOf(this.#original, this.finds, (index) => wordsOf(this.#decisions[index]));
  }

  get words(): string {
    return this.segments.map(({ words }) => words).join('');
  }

  /** What stood there, as it was written. */
  was(index: number): string {
    const find = this.finds[index];
    return find ? this.#original.slice(find.start, find.end) : '';
  }

  /** The words suggested in its place; '' where nothing is needed. */
  suggested(index: number): string {
    const find = this.finds[index];
    return find ? say.identifiers.neutral[find.neutral] : '';
  }

  stateOf(index: number): 'open' | 'left' | 'changed' {
    const decision = this.#decisions[index];
    if (decision === 'left') return 'left';
    return wordsOf(decision) === undefined ? 'open' : 'changed';
  }

  change(index: number): void {
    this.#decide(index, { words: this.suggested(index) });
  }

  leave(index: number): void {
    this.#decide(index, 'left');
  }

  undo(index: number): void {
    this.#decide(index, 'none');
  }

  /** Whether the draft still holds these words: someone may have gone back and written others. */
  get isCurrent(): boolean {
    return this.field.read() === this.words;
  }

  #decide(index: number, decision: Decision): void {
    this.#decisions = this.#decisions.with(index, decision);
    if (!this.isCurrent) this.field.write(this.words);
  }
}

const wordsOf = (decision: Decision | undefined) => (typeof decision === 'object' ? decision.words : undefined);

const remembered = new WeakMap<Draft, readonly CheckedField[]>();

/** The fields of a draft in which something was found, with what was decided before where the words are still the same. */
export function checkedFields(draft: Draft): readonly CheckedField[] {
  const before = remembered.get(draft) ?? [];
  const checked = fieldsOf(draft).map(
    (field) => before.find((other) => other.field.key === field.key && other.isCurrent) ?? new CheckedField(field),
  );
  remembered.set(draft, checked);
  return checked.filter(({ finds }) => finds.length);
}
