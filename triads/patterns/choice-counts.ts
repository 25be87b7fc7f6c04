import type { ChoiceColumn } from '../columns/columns.ts';
import { isSet } from '../columns/flags.ts';
import { knownOf } from './known.ts';
import { forEachPlaced, type Rows } from './rows.ts';

/** How often each option was chosen, in framework order; with several choices they may sum to more than `answered`. */
export interface ChoiceCounts {
  answered: number;
  options: Map<string, number>;
}

/** @param rows the rows to look at; all when left out */
export function choiceCounts(column: ChoiceColumn, rows?: Rows): ChoiceCounts {
  const known = knownOf(rows)?.choice(column);
  if (known) return known;
  let answered = 0;
  forEachPlaced(column.state, rows, () => answered++);
  const options = new Map<string, number>();
  for (const [key, flags] of column.options) {
    let chosen = 0;
    forEachPlaced(column.state, rows, (row) => {
      chosen += isSet(flags, row) ? 1 : 0;
    });
    options.set(key, chosen);
  }
  return { answered, options };
}
