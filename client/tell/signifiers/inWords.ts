import type { Answer, By, DyadAnswer, StonesAnswer, TriadAnswer } from '../../../triads/answers/answer.ts';
import type { Choice, Dyad, Signifier, Stones, Triad } from '../../../triads/framework/framework.ts';
import { localise } from '../../../triads/framework/localise.ts';
import { type Cell, cellAt, cells, type Level, middleOf } from '../../../triads/geometry/cells.ts';
import { compositionOf } from '../../../triads/geometry/chosen.ts';
import { composition } from '../../../triads/geometry/composition.ts';
import { type Composition, type Corner, corners } from '../../../triads/geometry/coordinates.ts';
import { say } from '../wording/say.svelte.ts';
import { percentages } from './percent.ts';

/** Answers as words: heard when a placement changes, read on "Check your answers" and with the receipt. */

/** One stone laid, or said not to apply. */
export type Laid = StonesAnswer['stones'][string];

const dyadSteps = [0.1, 0.3, 0.5, 0.7, 0.9] as const;

/** The composition of a triad's answer, or null where there is none. */
export function triadOf(answer: Answer | undefined): Composition | null {
  return answer && 'top' in answer ? composition(answer.top, answer.left, answer.right) : null;
}

/** An answer that can be chosen in words, with what it stands for. */
export interface InWords<Chosen> {
  key: string;
  label: string;
  answer: Chosen;
  /** Whether all its words are the form's own. */
  isOwn?: boolean;
}

/** One key for the same corners, in whatever order they are seen. */
const keyOf = (chosen: ReadonlySet<Corner>) => corners.filter((corner) => chosen.has(corner)).join(' ');

/** The key of the answer to a triad or a dyad that was chosen in words, `na` included. */
export function chosenKey(answer: Answer | undefined): string | undefined {
  if (!answer || 'na' in answer) return answer && 'na';
  if (!('by' in answer) || answer.by !== 'choice' || 'stones' in answer) return undefined;
  if ('top' in answer) return keyOf(new Set(corners.filter((corner) => answer[corner] > 0.2)));
  return String(answer.right);
}

/**
 * The seven answers to a triad in words.
 * @param seen the corners in the order in which the participant sees them
 */
export function triadChoices({ corners: texts }: Triad, seen: readonly Corner[], language: string): InWords<Answer>[] {
  const text = (corner: Corner) => localise(texts[corner], language);
  const pairs = seen.flatMap((one, index) => seen.slice(index + 1).map((other) => [one, other] as const));
  const choice = (label: string, ...chosen: Corner[]) => {
    const [top, left, right] = compositionOf(new Set(chosen));
    return { key: keyOf(new Set(chosen)), label, answer: { top, left, right, by: 'choice' as const } };
  };
  return [
    ...seen.map((corner) => choice(say.mostly(text(corner)), corner)),
    ...pairs.map(([one, other]) => choice(say.both(text(one), text(other)), one, other)),
    { ...choice(say.allThree, ...seen), isOwn: true },
  ];
}

/** The five answers to a dyad in words, from its left pole to its right. */
export function dyadChoices({ poles }: Dyad, language: string): InWords<Answer>[] {
  const labels = say.dyadWords(localise(poles.left, language), localise(poles.right, language));
  return dyadSteps.map((right, index) => ({
    key: String(right),
    label: labels[index] ?? '',
    answer: { right, by: 'choice' },
    isOwn: right === 0.5,
  }));
}

/** The nine places for a stone in words, and that it does not apply. */
export function stoneChoices(stones: Stones, language: string): InWords<Laid>[] {
  const places = cells.map((cell) => ({ key: `${cell.x} ${cell.y}`, label: cellInWords(stones, cell, language), answer: middleOf(cell) }));
  return [...places, { key: 'na', label: say.stoneState.na, answer: { na: true }, isOwn: true }];
}

/** The key of the place where a stone was laid by choosing words. */
export function chosenPlace(laid: Laid | undefined): string | undefined {
  if (!laid || 'na' in laid) return laid && 'na';
  const cell = cellAt(laid);
  return cell ? `${cell.x} ${cell.y}` : undefined;
}

function cellInWords({ axes }: Stones, cell: Cell, language: string): string {
  const word = ({ name, low, high }: Stones['axes']['x'], level: Level) =>
    level === 'middle' ? say.inTheMiddle(localise(name, language)) : localise(level === 'low' ? low : high, language);
  return `${word(axes.x, cell.x)}, ${word(axes.y, cell.y)}`;
}

/** "Does not apply", where a question may be answered so. */
export const notApplicable = ({ about }: Signifier): InWords<Answer>[] =>
  about === 'story' ? [{ key: 'na', label: say.doesNotApply, answer: { na: true }, isOwn: true }] : [];

/** An answer in words, '' for one that has none (a story's words are shown elsewhere). */
export function inWords(signifier: Signifier, answer: Answer | undefined, language: string): string {
  if (!answer) return say.skipped;
  if ('na' in answer) return say.na;
  if ('text' in answer) return answer.text;
  if (signifier.kind === 'triad' && 'top' in answer) return triadInWords(signifier, answer, language);
  if (signifier.kind === 'dyad' && 'right' in answer) return dyadInWords(signifier, answer as DyadAnswer, language);
  if (signifier.kind === 'stones' && 'stones' in answer) return stonesInWords(signifier, answer, language);
  if (signifier.kind === 'choice' && 'options' in answer) return choiceInWords(signifier, answer.options, language);
  return '';
}

function triadInWords(triad: Triad, answer: TriadAnswer, language: string): string {
  const chosen = chosenKey(answer);
  if (chosen) return labelOf(triadChoices(triad, corners, language), chosen);
  const percents = percentages([answer.top, answer.left, answer.right]);
  return corners.map((corner, index) => say.share(localise(triad.corners[corner], language), percents[index] ?? 0)).join(', ');
}

function dyadInWords(dyad: Dyad, answer: DyadAnswer, language: string): string {
  const chosen = chosenKey(answer);
  if (chosen) return labelOf(dyadChoices(dyad, language), chosen);
  const { left, right } = dyad.poles;
  return say.between(localise(left, language), Math.round((1 - answer.right) * 100), localise(right, language));
}

const labelOf = (choices: readonly InWords<unknown>[], chosen: string) => choices.find(({ key }) => key === chosen)?.label ?? '';

/** Where one stone lies, in words. */
export function stoneInWords(stones: Stones, laid: Laid | undefined, by: By, language: string): string {
  if (!laid) return say.stoneState.skipped;
  if ('na' in laid) return say.stoneState.na;
  const cell = by === 'choice' && cellAt(laid);
  if (cell) return cellInWords(stones, cell, language);
  const { axes } = stones;
  return [
    say.share(localise(axes.x.name, language), Math.round(laid.x * 100)),
    say.share(localise(axes.y.name, language), Math.round(laid.y * 100)),
  ].join(', ');
}

function stonesInWords(signifier: Stones, answer: StonesAnswer, language: string): string {
  return signifier.stones
    .map(({ key, label }) => `${localise(label, language)}: ${stoneInWords(signifier, answer.stones[key], answer.by, language)}`)
    .join('\n');
}

function choiceInWords({ options }: Choice, chosen: readonly string[], language: string): string {
  return options
    .filter(({ key }) => chosen.includes(key))
    .map(({ label }) => localise(label, language))
    .join(', ');
}
