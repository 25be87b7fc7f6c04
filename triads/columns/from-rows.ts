import { type Answer, type Answers, type StonesAnswer, stateOf } from '../answers/answer.ts';
import type { Signifier } from '../framework/framework.ts';
import { type Columns, type Dictionary, type StonesColumn, stateCode } from './columns.ts';
import { emptyColumns } from './empty.ts';
import { type Flags, setFlag } from './flags.ts';
import { quantise, quantiseTriad } from './quantise.ts';

/** What one story brings to the columns. */
export interface StoryRow {
  /** Whether whoever asks may read the words. */
  readable: boolean;
  /** ISO week of arrival, such as `2025-W07`. */
  week: string;
  wave: string;
  answers: Answers;
}

/**
 * The columns of some stories, in the order of the rows. The caller sees to it that this order means nothing; dictionary
 * values are sorted, so that they do not tell it either. Answers to other signifiers are left out.
 * @param signifiers of the framework version that the stories were given on
 * @throws Error when an answer is not one to its signifier
 */
export function columnsFrom(signifiers: readonly Signifier[], rows: readonly StoryRow[]): Columns {
  const columns = emptyColumns(signifiers, rows.length);
  columns.week = dictionaryOf(rows.map(({ week }) => week));
  columns.wave = dictionaryOf(rows.map(({ wave }) => wave));
  for (const [row, story] of rows.entries()) {
    columns.readable[row] = story.readable ? 1 : 0;
    for (const { key, kind } of signifiers) {
      const answer = story.answers[key];
      if (answer && !put(columns, key, row, answer)) throw new Error(`the answer to "${key}" is not one to a ${kind}`);
    }
  }
  return columns;
}

/** Writes an answer into its column; false when it is of another kind or names what the signifier does not have. */
function put(columns: Columns, key: string, row: number, answer: Answer): boolean {
  const triad = columns.triads.get(key);
  const dyad = columns.dyads.get(key);
  const stones = columns.stones.get(key);
  const choice = columns.choices.get(key);
  const column = triad ?? dyad ?? stones ?? choice ?? columns.texts.get(key);
  if (!column) return false;
  column.state[row] = stateCode[stateOf(answer)];
  if ('na' in answer) {
    for (const { state } of stones?.stones.values() ?? []) state[row] = stateCode.na;
    return true;
  }
  if (triad && 'top' in answer) {
    const [top, right] = quantiseTriad(answer.top, answer.right);
    triad.top[row] = top;
    triad.right[row] = right;
    return true;
  }
  if (dyad && 'right' in answer && !('top' in answer)) {
    dyad.right[row] = quantise(answer.right);
    return true;
  }
  if (stones && 'stones' in answer) return putStones(stones.stones, row, answer.stones, stateCode[stateOf(answer)]);
  if (choice && 'options' in answer) return answer.options.every((option) => mark(choice.options.get(option), row));
  return columns.texts.has(key) && 'text' in answer;
}

function putStones(columns: StonesColumn['stones'], row: number, laid: StonesAnswer['stones'], state: number): boolean {
  for (const [key, place] of Object.entries(laid)) {
    const stone = columns.get(key);
    if (!stone) return false;
    stone.state[row] = 'na' in place ? stateCode.na : state;
    if ('na' in place) continue;
    stone.x[row] = quantise(place.x);
    stone.y[row] = quantise(place.y);
  }
  return true;
}

function mark(flags: Flags | undefined, row: number): boolean {
  if (flags) setFlag(flags, row);
  return flags !== undefined;
}

function dictionaryOf(texts: readonly string[]): Dictionary {
  const values = [...new Set(texts)].sort();
  const codes = new Map(values.map((value, code) => [value, code]));
  return { codes: Uint16Array.from(texts, (text) => codes.get(text) ?? 0), values };
}
