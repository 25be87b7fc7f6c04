import type { State } from '../answers/answer.ts';

/**
 * The numbers that stand under every plot: "214 placed · 12 n/a · 3 skipped", each in a piece that no line breaks.
 * @param chosen how many of the chosen are placed; null while nothing is chosen
 * @param isAnswered whether it is a choice, which is answered and not placed
 */
export function numbersInWords(counts: Record<State, number>, chosen: number | null, isAnswered = false): string {
  const { placed, na, skipped, unasked } = counts;
  if (unasked > 0 && placed + counts.chosen + na + skipped === 0) return `${unasked} not asked`;
  return [
    `${chosen === null ? '' : `${chosen} of `}${placed} ${isAnswered ? 'answered' : 'placed'}`,
    `${na} n/a`,
    `${skipped} skipped`,
    ...(counts.chosen ? [`${counts.chosen} chosen in words`] : []),
    ...(unasked ? [`${unasked} not asked`] : []),
  ]
    .map((piece) => piece.replaceAll(' ', '\u00a0'))
    .join('\u00a0· ');
}
