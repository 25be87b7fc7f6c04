import { type State, states } from '../answers/answer.ts';
import type { Cell, Field, FieldValue, Row } from './field.ts';

const meaning: Record<State, string> = {
  placed: 'Answered',
  chosen: 'Answered by choosing words; the numbers stand for a zone, not for a point',
  na: 'Does not apply to my story',
  skipped: 'Left unanswered',
  unasked: 'Not asked by the version that the story was told on',
};

/** Every state of an answer as the value of a category. */
export const stateValues: readonly FieldValue[] = states.map((key) => ({ key, label: { 'en-GB': meaning[key] } }));

/** The states in which there is no value; each is a missing-value code of its own. */
export const missingStates = ['na', 'skipped', 'unasked'] as const satisfies readonly State[];

/**
 * The codes that may stand in a field for a missing value. None for words, which may read like one, and none that is a value of
 * the field itself: there the cell is empty and the state alone says why.
 */
export function missingCodes({ type, state, values }: Field): FieldValue[] {
  if (type === 'text' || state === null) return [];
  const own = new Set(values.map(({ key }) => key));
  return stateValues.filter(({ key }) => missingStates.some((missing) => missing === key) && !own.has(key));
}

/** Rows with a missing-value code, where the field has one for why, instead of nothing. */
export function withMissingCodes(fields: readonly Field[]): (row: Row) => Cell[] {
  const place = new Map(fields.map(({ name }, index) => [name, index]));
  const coded = fields.map((field) => ({
    at: field.state === null ? undefined : place.get(field.state),
    codes: new Set<Cell>(missingCodes(field).map(({ key }) => key)),
  }));
  return (row) =>
    row.map((cell, index) => {
      if (cell !== null) return cell;
      const { at, codes } = coded[index] ?? {};
      const state = at === undefined ? null : (row[at] ?? null);
      return codes?.has(state) ? state : null;
    });
}
