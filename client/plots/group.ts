import type { Rows } from '../../triads/patterns/rows.ts';

/** Stories that are looked at beside others. */
export interface Group {
  key: string;
  words: string;
  rows: Rows;
}
