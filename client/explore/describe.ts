import { shareInWords } from '../../triads/figures/shares.ts';
import type { Dyad, Signifier, Triad } from '../../triads/framework/framework.ts';
import { localise } from '../../triads/framework/localise.ts';
import { type Zone, zones } from '../../triads/geometry/zones.ts';
import { dyadSummary } from '../../triads/patterns/dyad-patterns.ts';
import { zoneCounts } from '../../triads/patterns/zone-counts.ts';
import { sideInWords, zoneName } from '../plots/says.ts';
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
      const now = dyadSummary(column, board.chosen);
      const then = dyadSummary(column, alike);
      if (now.median === null || then.median === null || now.n < fewest || then.n < fewest) return [];
      return [{ dyad, now, then, median: now.median, earlier: then.median, far: Math.abs(now.median - then.median) }];
    })
    .sort((a, b) => b.far - a.far);
  const [most] = moves;
  if (!most) return null;
  const wave = collection.waves.find(({ key }) => key === before.key);
  const nearer = Math.abs(most.median - 0.5) < Math.abs(most.earlier - 0.5);
  const pole = localise(most.median > most.earlier ? most.dyad.poles.right : most.dyad.poles.left, language);
  const where = most.far < 0.02 ? 'about where they lay' : nearer ? 'nearer the middle than' : `nearer “${pole}” than`;
  const name = shortName(most.dyad, language);
  return {
    sentence: `“${name}” lies ${where} in ${wave ? localise(wave.label, language) : 'the wave before'}: median ${most.median.toFixed(2)} after ${most.earlier.toFixed(2)}.`,
    scope: [`${most.now.n} placed, ${most.then.n} before`, ...remarks(board, [most.dyad])].join(' · '),
  };
}

/** The triad zone that holds the largest share, beside the first dyad's median. */
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
  const summary = column && dyadSummary(column, chosen);
  const sentences = [];
  if (best) {
    const name = zoneName(best.triad, best.zone, language);
    const where = best.zone === 'centre' ? `in ${name}` : `near “${name}”`;
    sentences.push(`“${shortName(best.triad, language)}”: ${shareInWords(best.share * best.placed, best.placed)} lie ${where}.`);
  }
  if (dyad && summary && summary.median !== null) {
    sentences.push(`“${shortName(dyad, language)}”: median ${summary.median.toFixed(2)}, ${sideInWords(dyad, summary.median, language)}.`);
  }
  const scopes = [best?.placed, summary?.n].filter((count) => count !== undefined);
  const described = [best?.triad, summary && summary.median !== null ? dyad : undefined].filter((signifier) => signifier !== undefined);
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
