import { findIdentifiers } from '../identifiers/find.ts';
import type { Kind } from '../identifiers/identifier.ts';

/** How many different likely identifiers of a kind there are, and how many more words that are often something else. */
export type Tally = Partial<Record<Kind, { likely: number; perhaps: number }>>;

/** The likely identifiers of a story's texts, each counted once however often it is said. */
export function tallyOf(texts: readonly string[]): Tally {
  const seen = new Set<string>();
  const tally: Tally = {};
  for (const text of texts) {
    for (const { start, end, kind, certainty } of findIdentifiers(text)) {
      const said = `${kind} ${text.slice(start, end).toLocaleLowerCase()}`;
      if (seen.has(said)) continue;
      seen.add(said);
      tally[kind] ??= { likely: 0, perhaps: 0 };
      tally[kind][certainty === 'perhaps' ? 'perhaps' : 'likely'] += 1;
    }
  }
  return tally;
}
