import type { DyadColumn } from '../../triads/columns/columns.ts';
import { shareInWords } from '../../triads/figures/shares.ts';
import type { Dyad, Signifier, Triad } from '../../triads/framework/framework.ts';
import { localise } from '../../triads/framework/localise.ts';
import { type Zone, zones } from '../../triads/geometry/zones.ts';
import { dyadEnds } from '../../triads/patterns/both-ends.ts';
import { dyadHistogram, dyadSummary } from '../../triads/patterns/dyad-patterns.ts';
import { movedBetween } from '../../triads/patterns/moved.ts';
import type { Rows } from '../../triads/patterns/rows.ts';
import { zoneCounts } from '../../triads/patterns/zone-counts.ts';
import { dyadLies, zoneName } from '../plots/says.ts';
import type { Board } from './Board.svelte.ts';
import { shortName } from './saying.ts';
import { otherwise } from './waves.ts';

/** A computed description: a sentence about the stories chosen, and over how many placements it is. */
export interface Description {
  sentence: string;
  scope: string;
}

/** Too few to describe: single stories are better read. */
const fewest = 5;

/** Describes the stories chosen, by what they were not chosen for; with a wave before, how the dyad that moved furthest lies against it. Never a finding. */
export function describe(board: Board): Description | null {
  if (!board.columns || board.chosen.length < fewest) return null;
  return board.before ? (moved(board, board.before) ?? fullest(board)) : fullest(board);
}

function moved(board: Board, before: NonNullable<Board['before']>): Description | null {
  const { collection, columns, language } = board;
  const alike = before.alike();
  const moves = collection.signifiers
    .filter((signifier): signifier is Dyad => signifier.kind === 'dyad' && !board.clauseOf(signifier.key))
    .flatMap((dyad) => {
      const column = columns?.dyads.get(dyad.key);
      if (!column) return [];
      const [then, now] = [dyadEnds(column, alike), dyadEnds(column, board.chosen)];
      const moved = movedBetween(dyadHistogram(column, 5, alike), dyadHistogram(column, 5, board.chosen));
      if (!moved || now.placed < fewest || then.placed < fewest) return [];
      return [{ dyad, column, then, now, far: moved.share - moved.byChance }];
    })
    .sort((a, b) => b.far - a.far);
  const [most] = moves;
  if (!most) return null;
  const { dyad, column, then, now } = most;
  const wave = localise(collection.waves.find(({ key }) => key === before.key)?.label ?? { en: 'the wave before' }, language);
  const name = `“${shortName(dyad, language)}”`;
  const lies = (rows: Rows) => dyadLies(dyad, column, rows, language);
  return {
    sentence:
      then.isApart || now.isApart
        ? `${name}: ${lies(board.chosen)}; in ${wave}: ${lies(alike)}.`
        : `${name} lies ${againstBefore(dyad, column, [alike, board.chosen], wave, language)}`,
    scope: [`${now.placed} placed, ${then.placed} before`, ...remarks(board, [dyad])].join(' · '),
  };
}

/** Where a dyad's median lies against the one of a wave before. */
function againstBefore({ poles }: Dyad, column: DyadColumn, sides: readonly [Rows, Rows], wave: string, language: string): string {
  const [then, now] = sides.map((rows) => dyadSummary(column, rows).median ?? 0) as [number, number];
  const nearer = Math.abs(now - 0.5) < Math.abs(then - 0.5);
  const pole = localise(now > then ? poles.right : poles.left, language);
  const where = Math.abs(now - then) < 0.02 ? 'about where they lay' : nearer ? 'nearer the middle than' : `nearer “${pole}” than`;
  return `${where} in ${wave}: median ${now.toFixed(2)} after ${then.toFixed(2)}.`;
}

/** The triad zone that holds the largest share, beside where the first dyad's stories lie. */
function fullest(board: Board): Description | null {
  const { collection, columns, language, chosen } = board;
  let best: { triad: Triad; zone: Zone; share: number; placed: number } | null = null;
  for (const triad of collection.signifiers.filter(({ key }) => !board.clauseOf(key))) {
    const column = triad.kind === 'triad' ? columns?.triads.get(triad.key) : undefined;
    if (triad.kind !== 'triad' || !column) continue;
    const counts = zoneCounts(column, chosen).placed;
    const placed = counts.reduce((sum, count) => sum + count, 0);
    for (const [index, count] of counts.entries()) {
      const zone = zones[index];
      if (zone && placed >= fewest && (!best || count / placed > best.share)) best = { triad, zone, share: count / placed, placed };
    }
  }
  const dyad = collection.signifiers.find((signifier): signifier is Dyad => signifier.kind === 'dyad' && !board.clauseOf(signifier.key));
  const column = dyad && columns?.dyads.get(dyad.key);
  const lies = dyad && column && dyadLies(dyad, column, chosen, language);
  const sentences = [];
  if (best) {
    const name = zoneName(best.triad, best.zone, language);
    const where = best.zone === 'centre' ? `in ${name}` : `near “${name}”`;
    sentences.push(`“${shortName(best.triad, language)}”: ${shareInWords(best.share * best.placed, best.placed)} lie ${where}.`);
  }
  if (dyad && lies) sentences.push(`“${shortName(dyad, language)}”: ${lies}.`);
  const scopes = [best?.placed, lies ? dyadEnds(column, chosen).placed : undefined].filter((count) => count !== undefined);
  const described = [best?.triad, lies ? dyad : undefined].filter((signifier) => signifier !== undefined);
  const scope = [`${scopes.join(' and ')} placed`, ...remarks(board, described)].join(' · ');
  return sentences.length ? { sentence: sentences.join(' '), scope } : null;
}

/** Where waves asked otherwise what is described. */
function remarks({ collection, language }: Board, signifiers: readonly Signifier[]): string[] {
  return signifiers.flatMap((signifier) =>
    otherwise(signifier, collection, language).map(
      ({ words }) => `“${shortName(signifier, language)}”: ${words.charAt(0).toLowerCase()}${words.slice(1)}`,
    ),
  );
}
