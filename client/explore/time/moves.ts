import type { Columns } from '../../../triads/columns/columns.ts';
import type { Signifier } from '../../../triads/framework/framework.ts';
import { localise } from '../../../triads/framework/localise.ts';
import { dyadEnds } from '../../../triads/patterns/both-ends.ts';
import { choiceCounts } from '../../../triads/patterns/choice-counts.ts';
import { dyadSummary } from '../../../triads/patterns/dyad-patterns.ts';
import { type Moved, movedBetween } from '../../../triads/patterns/moved.ts';
import { type Rows, stateCounts } from '../../../triads/patterns/rows.ts';
import { counted, either } from '../../parts/words.ts';
import { partsOf, quartersOf } from '../enlarged/parts.ts';
import { stateOf } from '../states.ts';
import type { Side } from './Time.svelte.ts';

/** How far one signifier moved between two sides, or why they are not held against each other. */
export interface Move {
  signifier: Signifier;
  /** How many answered then and now. */
  answered: readonly [then: number, now: number];
  moved: Moved | null;
  /** What moved, or why nothing is said of it. */
  words: string;
}

/** What moved less lies as before. */
const leastMoved = 0.005;
/** Fewer are better read than counted. */
const fewest = 5;

/**
 * How far each signifier moved between two sides, the farthest beyond what chance shows first; those that are not held against each other
 * come last.
 */
export function movesOf(
  signifiers: readonly Signifier[],
  columns: Columns,
  sides: readonly [then: Side, now: Side],
  language: string,
): Move[] {
  const moves = signifiers.map((signifier) => moveOf(signifier, columns, sides, language));
  const beyond = ({ moved }: Move) => (moved ? moved.share - moved.byChance : Number.NEGATIVE_INFINITY);
  return moves.toSorted((a, b) => (beyond(b) > beyond(a) ? 1 : beyond(b) < beyond(a) ? -1 : 0));
}

function moveOf(signifier: Signifier, columns: Columns, named: readonly [Side, Side], language: string): Move {
  const sides = named.map(({ rows }) => rows(signifier.key)) as unknown as readonly [Rows, Rows];
  const state = stateOf(columns, signifier.key);
  const [then, now] = sides.map((rows) => (state ? stateCounts(state, rows) : null));
  const answered = [then, now].map((counts) => (counts ? counts.placed + counts.chosen : 0)) as unknown as readonly [number, number];
  const none = { signifier, answered, moved: null };
  if (!then || !now) return { ...none, words: 'Not in these stories.' };
  const without = named.filter((_, nth) => {
    const [counts, rows] = nth ? [now, sides[1]] : [then, sides[0]];
    return rows.length > 0 && counts.unasked === rows.length;
  });
  if (without.length) return { ...none, words: `Not asked in ${either(without.map(({ words }) => words))}.` };
  if (Math.min(...answered) < fewest) return { ...none, words: 'Too few to compare; read them instead.' };
  return { ...none, ...farthest(signifier, columns, sides, language) };
}

/** Points of a hundred, with a sign: "+12 points"; without one where none is left when rounded. */
function points(share: number): string {
  const count = Math.round(100 * Math.abs(share));
  return `${count ? (share < 0 ? '−' : '+') : ''}${counted(count, 'point', 'points')}`;
}

function farthest(signifier: Signifier, columns: Columns, sides: readonly [Rows, Rows], language: string): Pick<Move, 'moved' | 'words'> {
  if (signifier.kind === 'dyad') {
    const column = columns.dyads.get(signifier.key);
    if (!column) return { moved: null, words: '' };
    const parts = byParts(signifier, columns, sides, language);
    const [then, now] = sides.map((rows) => dyadSummary(column, rows).median);
    if (then == null || now == null || sides.some((rows) => dyadEnds(column, rows).isApart)) return parts;
    const pole = localise(now >= then ? signifier.poles.right : signifier.poles.left, language);
    const where = Math.abs(now - then) < 0.02 ? 'as before' : `nearer “${pole}”`;
    return { moved: parts.moved, words: `Median ${then.toFixed(2)}, then ${now.toFixed(2)}: ${where}.` };
  }
  if (signifier.kind === 'choice') return byOptions(signifier, columns, sides, language);
  return byParts(signifier, columns, sides, language);
}

/** Of a triad its zones, of a dyad its fifths, of stones the quarters of the one that moved farthest. */
function byParts(signifier: Signifier, columns: Columns, sides: readonly [Rows, Rows], language: string): Pick<Move, 'moved' | 'words'> {
  if (signifier.kind === 'stones') return byStones(signifier, columns, sides, language);
  const [then, now] = sides.map((rows) => partsOf(signifier, columns, rows, undefined, language));
  return inWords(then ?? [], now ?? [], '');
}

function byStones(stones: Extract<Signifier, { kind: 'stones' }>, columns: Columns, sides: readonly [Rows, Rows], language: string) {
  const each = stones.stones.map(({ key, label }) => {
    const [then, now] = sides.map((rows) => quartersOf(stones, key, columns, rows, undefined, language));
    return inWords(then ?? [], now ?? [], `“${localise(label, language)}”: `);
  });
  return farthestOf(each);
}

/** Where several can be chosen, each option is a yes or a no of its own, and the one that moved farthest is told. */
function byOptions(choice: Extract<Signifier, { kind: 'choice' }>, columns: Columns, sides: readonly [Rows, Rows], language: string) {
  const column = columns.choices.get(choice.key);
  const [then, now] = sides.map((rows) => (column ? choiceCounts(column, rows) : null));
  if (!then || !now) return { moved: null, words: '' };
  const optionsOf = ({ options }: typeof then) =>
    choice.options.map(({ key, label }) => ({ words: localise(label, language), count: options.get(key) ?? 0 }));
  const [before, after] = [optionsOf(then), optionsOf(now)];
  if (!choice.several) return inWords(before, after, '');
  const yesOrNo = after.map(({ words, count }, index) => {
    const earlier = before[index]?.count ?? 0;
    const moved = movedBetween([earlier, then.answered - earlier], [count, now.answered - count]);
    const gain = `“${words}” ${points(count / now.answered - earlier / then.answered)}.`;
    return { moved, words: moved && moved.share >= leastMoved ? gain : 'as before.' };
  });
  return farthestOf(yesOrNo);
}

const farthestOf = (each: readonly Pick<Move, 'moved' | 'words'>[]) =>
  each.toSorted((a, b) => (b.moved?.share ?? -1) - (a.moved?.share ?? -1))[0] ?? { moved: null, words: '' };

interface Counted {
  words: string;
  count: number;
}

function inWords(then: readonly Counted[], now: readonly Counted[], before: string): Pick<Move, 'moved' | 'words'> {
  const moved = movedBetween(
    then.map(({ count }) => count),
    now.map(({ count }) => count),
  );
  if (!moved) return { moved, words: `${before}nothing placed on one side.` };
  const share = (parts: readonly Counted[], part: number) => (parts[part]?.count ?? 0) / parts.reduce((sum, { count }) => sum + count, 0);
  const gain = (part: number) => `“${now[part]?.words}” ${points(share(now, part) - share(then, part))}`;
  const words = moved.share < leastMoved ? 'as before.' : `${gain(moved.most)}, ${gain(moved.least)}.`;
  return { moved, words: `${before}${words}` };
}
