import { type Answer, type By, chosenShares, type DyadAnswer, type TriadAnswer } from '../../triads/answers/answer.ts';
import type { Random } from './random.ts';

/** Means of placing that a hand can have; choosing by words stands apart, since it makes another kind of placement. */
export type Hand = Exclude<By, 'choice'>;

export function handOf(random: Random): Hand {
  return random.weighted(['touch', 'mouse', 'keys'] as const, (hand) => ({ touch: 62, mouse: 33, keys: 5 })[hand]);
}

/** As fine as a finger on a phone can place, so that files stay small. */
export function fine(share: number): number {
  return Math.min(1, Math.max(0, Math.round(share * 1e4) / 1e4));
}

/** A triad answer from three shares, summing to one after rounding. */
export function triadAt(shares: readonly number[], by: By): TriadAnswer {
  const top = fine(shares[0] ?? 0);
  const right = fine(Math.min(shares[2] ?? 0, 1 - top));
  return { top, left: fine(1 - top - right), right, by };
}

/** The answer in words nearest to these shares: one corner, two, or all three. */
export function triadInWords(shares: readonly number[]): TriadAnswer {
  const order = [0, 1, 2].toSorted((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0));
  const distance = (known: readonly number[]) =>
    order.reduce((sum, corner, rank) => sum + ((known[rank] ?? 0) - (shares[corner] ?? 0)) ** 2, 0);
  const nearest = Object.values(chosenShares).reduce<readonly number[]>(
    (best, known) => (distance(known) < distance(best) ? known : best),
    chosenShares.three,
  );
  const [top = 0, left = 0, right = 0] = [0, 1, 2].map((corner) => nearest[order.indexOf(corner)] ?? 0);
  return { top, left, right, by: 'choice' };
}

export function dyadAt(right: number, by: By): DyadAnswer {
  return { right: fine(right), by };
}

export const notApplicable: Answer = { na: true };
