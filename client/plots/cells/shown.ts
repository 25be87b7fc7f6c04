import type { ShownCount } from '../../../triads/disclosure/table.ts';
import { numeral } from '../../parts/words.ts';

/** A count as the small-number rules let it be said. */
export function shownInWords(count: ShownCount | undefined, threshold: number): string {
  if (typeof count === 'number') return numeral(count);
  return count === 'small' ? `<${threshold}` : 'held back';
}

/** The largest number among some counts, at least 1. */
export function mostOf(counts: readonly ShownCount[]): number {
  return Math.max(1, ...counts.map((count) => (typeof count === 'number' ? count : 0)));
}
