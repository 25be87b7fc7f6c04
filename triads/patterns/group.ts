import type { Rows } from './rows.ts';

/** Stories that are looked at beside others. */
export interface Group {
  key: string;
  words: string;
  rows: Rows;
}
