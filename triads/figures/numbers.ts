import type { State } from '../answers/answer.ts';

/** What a plot's first number counts: choices are answered; leads are not told how many of the placed were chosen in words. */
export type Called = 'placed' | 'answered' | 'placed or chosen in words';

/**
 * The numbers that stand under every plot: "214 placed · 12 n/a · 3 skipped", each in a piece that no line breaks.
 * @param chosen how many of the chosen are placed; null while nothing is chosen
 * @param called what the first number counts
 */
export function numbersInWords(counts: Record<State, number>, chosen: number | null, called: Called = 'placed'): string {
  const { placed, na, skipped, unasked } = counts;
  if (unasked > 0 && placed + counts.chosen + na + skipped === 0) return `${unasked} not asked`;
  return [
    `${chosen === null ? '' : `${chosen} of `}${placed} ${called}`,
    `${na} n/a`,
    `${skipped} skipped`,
    ...(counts.chosen ? [`${counts.chosen} chosen in words`] : []),
    ...(unasked ? [`${unasked} not asked`] : []),
  ]
    .map((piece) => piece.replaceAll(' ', '\u00a0'))
    .join('\u00a0· ');
}
