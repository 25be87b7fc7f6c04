import { areFew } from '../patterns/fineness.ts';

/** "37 %"; null of few stories, since a percentage of few says more than is known. */
export function percentOf(count: number, of: number): string | null {
  return areFew(of) ? null : `${Math.round((100 * count) / of)} %`;
}

/** "37 in 100"; of few stories "9 of 20". */
export function shareInWords(count: number, of: number): string {
  return areFew(of) ? `${Math.round(count)} of ${of}` : `${Math.round((100 * count) / of)} in 100`;
}
