import { storiesOf } from '../../parts/words.ts';

/** What came since the board was last as it was, in a sentence; with as many stories as before, whatever else is so. */
export function cameSince(more: number, otherwise: string): string {
  if (more > 0) return `${storiesOf(more)} ${more === 1 ? 'has' : 'have'} come in.`;
  return more < 0 ? `${storiesOf(-more)} ${more === -1 ? 'was' : 'were'} taken back.` : otherwise;
}
