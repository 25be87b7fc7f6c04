import type { Answer, ChoiceAnswer } from '../../../triads/answers/answer.ts';
import type { Choice } from '../../../triads/framework/framework.ts';
import { type Called, plain } from './called.ts';
import type { SignifierColumns } from './columns.ts';
import type { Reading } from './findings.ts';
import { tickIn } from './numbers.ts';
import { dyadIn, stonesIn, triadIn } from './placements.ts';
import { stateIn } from './said-states.ts';

/** What a value that no option is called is refused with. */
export const isNone = 'is none of the options';

/** The answer of one row to one signifier; undefined where it was skipped, or cannot be taken, which the reading then says. */
export type ReadAnswer = (reading: Reading) => Answer | undefined;

/** How answers to a signifier are read from its columns. */
export function answerReader(columns: SignifierColumns): ReadAnswer {
  const { signifier } = columns.called;
  const parts = [...columns.parts.values()].flatMap(({ whole, x, y, words }) => [whole, x, y, words]);
  const held = [columns.x, columns.y, columns.whole, ...columns.more, ...parts];
  const read = readers[signifier.kind](columns);
  return (reading) => {
    const state = stateIn(reading, columns, held);
    if (state === 'na') return { na: true };
    if (state === 'skipped' || state === 'unasked') return undefined;
    const answer = read(reading);
    if (state && !answer && !reading.isRefused) reading.mended(columns.state, 'taken as skipped: no answer stands beside it');
    return state === 'chosen' && answer && 'by' in answer ? { ...answer, by: 'choice' } : answer;
  };
}

const readers: Record<SignifierColumns['called']['signifier']['kind'], (columns: SignifierColumns) => ReadAnswer> = {
  triad: (columns) => (reading) => triadIn(reading, columns),
  dyad: (columns) => (reading) => dyadIn(reading, columns),
  stones: (columns) => (reading) => stonesIn(reading, columns),
  choice: choiceReader,
  text:
    ({ whole, state }) =>
    (reading) => {
      const text = wordsIn(reading, whole, state);
      return text ? { text } : undefined;
    },
};

/** Blanks are nobody's words, unless the file says that they are an answer. */
function wordsIn(reading: Reading, column: number | undefined, state: number | undefined): string {
  const words = reading.words(column);
  return words.trim() || reading.cell(state) === 'placed' ? words : '';
}

function choiceReader(columns: SignifierColumns): ReadAnswer {
  const choice = columns.called.signifier as Choice;
  const { parts } = columns.called;
  const byName = new Map(parts.toReversed().flatMap(({ key, names }) => names.map((name) => [name, key])));
  for (const { key } of parts) byName.set(plain(key), key);
  return (reading) => {
    const named = [columns.whole, ...columns.more].filter((column) => reading.cell(column));
    const found = new Set(named.flatMap((column) => namedIn(reading, column, byName, columns.called)));
    const ticked = tickedIn(reading, columns);
    const options = named.length ? choice.options.flatMap(({ key }) => (found.has(key) ? [key] : [])) : ticked;
    const beside = ticked.find((key) => !options.includes(key));
    if (beside !== undefined) reading.refused(columns.parts.get(beside)?.whole, 'is ticked, while another column names other options');
    if (options.length > 1 && !choice.several) {
      reading.refused(columns.whole ?? columns.parts.get(options[1] ?? '')?.whole, 'is a second answer, where one can be given');
      return undefined;
    }
    const answer = withOther(reading, columns, choice, { options });
    return options.length ? answer : undefined;
  };
}

function withOther(reading: Reading, { parts, state }: SignifierColumns, { other }: Choice, answer: ChoiceAnswer): ChoiceAnswer {
  const column = other === undefined ? undefined : parts.get(other)?.words;
  const words = wordsIn(reading, column, state);
  if (!words) return answer;
  if (other !== undefined && answer.options.includes(other)) return { ...answer, other: words };
  reading.mended(column, 'left out: words of one’s own stand beside “other” alone');
  return answer;
}

/** Options ticked in columns of their own, in the framework's order. */
function tickedIn(reading: Reading, { called, parts }: SignifierColumns): string[] {
  return called.parts.flatMap(({ key }) => {
    const column = parts.get(key)?.whole;
    const ticked = tickIn(reading.cell(column), called.written.yes);
    if (ticked === null) reading.refused(column, 'is neither 1 nor blank');
    return ticked ? [key] : [];
  });
}

/** Options named in one cell, by id, key or words; several are parted by what a definition says, else by semicolons, bars or commas. */
function namedIn(reading: Reading, column: number | undefined, byName: Map<string, string>, called: Called): string[] {
  const { several } = called.signifier as Choice;
  const cell = reading.cell(column);
  const whole = byName.get(plain(cell));
  if (whole !== undefined) return [whole];
  if (called.unsaid.has(plain(cell))) {
    reading.mended(column, 'left out, as it was said to be');
    return [];
  }
  const marks = [called.written.delimiter ?? '|', '|', ';', ','];
  const names = several ? (marks.map((mark) => cell.split(mark)).find((parts) => parts.length > 1) ?? [cell]) : [cell];
  const keys = names.filter((name) => name.trim()).map((name) => byName.get(plain(name)));
  if (!keys.includes(undefined)) return keys as string[];
  reading.refused(column, isNone);
  return [];
}
