import type { Answer, StonesAnswer, TriadAnswer } from '../../../triads/answers/answer.ts';
import type { Choice, Dyad, Signifier, Stones, Triad } from '../../../triads/framework/framework.ts';
import { localise } from '../../../triads/framework/localise.ts';
import { composition } from '../../../triads/geometry/composition.ts';
import { type Composition, type Corner, corners } from '../../../triads/geometry/coordinates.ts';
import { say } from '../wording/say.svelte.ts';
import { percentages } from './percent.ts';

/** Answers as words: heard when a placement changes, read on "Check your answers" and with the receipt. */

export const dyadSteps = [0.1, 0.3, 0.5, 0.7, 0.9] as const;

/** The composition of a triad's answer, or null where there is none. */
export function triadOf(answer: Answer | undefined): Composition | null {
  return answer && 'top' in answer ? composition(answer.top, answer.left, answer.right) : null;
}

export interface TriadChoice {
  key: string;
  corners: ReadonlySet<Corner>;
  label: string;
}

/** One key for the same corners, in whatever order they are seen. */
const keyOf = (chosen: ReadonlySet<Corner>) => corners.filter((corner) => chosen.has(corner)).join(' ');

/** The key of the answer chosen in words, if the answer was chosen so. */
export function chosenKey(answer: Answer | undefined): string | undefined {
  if (!answer || !('top' in answer) || answer.by !== 'choice') return undefined;
  return keyOf(new Set(corners.filter((corner) => answer[corner] > 0.2)));
}

/**
 * The seven answers to a triad in words.
 * @param seen the corners in the order in which the participant sees them
 */
export function triadChoices({ corners: texts }: Triad, seen: readonly Corner[], language: string): TriadChoice[] {
  const text = (corner: Corner) => localise(texts[corner], language);
  const pairs = seen.flatMap((one, index) => seen.slice(index + 1).map((other) => [one, other] as const));
  const choice = (label: string, ...chosen: Corner[]) => ({ key: keyOf(new Set(chosen)), corners: new Set(chosen), label });
  return [
    ...seen.map((corner) => choice(say.mostly(text(corner)), corner)),
    ...pairs.map(([one, other]) => choice(say.both(text(one), text(other)), one, other)),
    choice(say.allThree, ...seen),
  ];
}

/** An answer in words, '' for one that has none (a story's words are shown elsewhere). */
export function inWords(signifier: Signifier, answer: Answer | undefined, language: string): string {
  if (!answer) return say.skipped;
  if ('na' in answer) return say.na;
  if ('text' in answer) return answer.text;
  if (signifier.kind === 'triad' && 'top' in answer) return triadInWords(signifier, answer, language);
  if (signifier.kind === 'dyad' && 'right' in answer) return dyadInWords(signifier, answer.right, answer.by === 'choice', language);
  if (signifier.kind === 'stones' && 'stones' in answer) return stonesInWords(signifier, answer, language);
  if (signifier.kind === 'choice' && 'options' in answer) return choiceInWords(signifier, answer.options, language);
  return '';
}

function triadInWords(triad: Triad, answer: TriadAnswer, language: string): string {
  const chosen = chosenKey(answer);
  if (chosen) return triadChoices(triad, corners, language).find(({ key }) => key === chosen)?.label ?? '';
  const percents = percentages([answer.top, answer.left, answer.right]);
  return corners.map((corner, index) => say.share(localise(triad.corners[corner], language), percents[index] ?? 0)).join(', ');
}

function dyadInWords({ poles }: Dyad, right: number, chosen: boolean, language: string): string {
  const [one, other] = [localise(poles.left, language), localise(poles.right, language)];
  const nearest = dyadSteps.findIndex((step) => Math.abs(step - right) < 0.01);
  if (chosen) return say.dyadWords(one, other)[nearest] ?? '';
  return say.between(one, Math.round((1 - right) * 100), other);
}

/** Where one stone lies, in words. */
export function stoneInWords({ axes }: Stones, laid: StonesAnswer['stones'][string] | undefined, language: string): string {
  if (!laid) return say.stoneState.skipped;
  if ('na' in laid) return say.stoneState.na;
  return [
    say.share(localise(axes.x.name, language), Math.round(laid.x * 100)),
    say.share(localise(axes.y.name, language), Math.round(laid.y * 100)),
  ].join(', ');
}

function stonesInWords(signifier: Stones, answer: StonesAnswer, language: string): string {
  return signifier.stones
    .map(({ key, label }) => `${localise(label, language)}: ${stoneInWords(signifier, answer.stones[key], language)}`)
    .join('\n');
}

function choiceInWords({ options }: Choice, chosen: readonly string[], language: string): string {
  return options
    .filter(({ key }) => chosen.includes(key))
    .map(({ label }) => localise(label, language))
    .join(', ');
}
