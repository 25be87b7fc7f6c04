import type { Rows } from '../patterns/rows.ts';
import type { Source } from './clause.ts';
import type { Coded } from './codes/coded.ts';
import type { Dimensions } from './dimensions.ts';

/** How many rows have each code of a source: one list of counts for each of the source's codes. */
export type Counts = readonly Uint32Array[];

/** Counts of some rows. @param rows all where null */
export function countsOf(dimensions: Dimensions, source: Source, rows: Rows | null): Counts {
  return dimensions.codesOf(source).map(({ codes, size }) => {
    const counts = new Uint32Array(size);
    if (rows) addRows(counts, codes, rows, 1);
    else addAll(counts, codes);
    return counts;
  });
}

/** The counts that were asked for, kept true as rows come and go. */
export class Tallies {
  readonly #dimensions: Dimensions;
  readonly #counts = new Map<Source, Counts>();

  constructor(dimensions: Dimensions) {
    this.#dimensions = dimensions;
  }

  /** @param rows tells which are to be counted, where they are not counted yet; all where it tells null */
  of(source: Source, rows: () => Rows | null): Counts {
    const counts = this.#counts.get(source) ?? countsOf(this.#dimensions, source, rows());
    this.#counts.set(source, counts);
    return counts;
  }

  move(source: Source, coming: Rows, going: Rows): void {
    for (const [index, counts] of (this.#counts.get(source) ?? []).entries()) {
      const { codes } = this.#dimensions.codesOf(source)[index] as Coded;
      addRows(counts, codes, coming, 1);
      addRows(counts, codes, going, -1);
    }
  }

  /** Counted anew when asked for again. */
  forget(source: Source): void {
    this.#counts.delete(source);
  }
}

function addRows(counts: Uint32Array, codes: Coded['codes'], rows: Rows, step: 1 | -1): void {
  for (let place = 0; place < rows.length; place++) {
    const code = codes[rows[place] as number] as number;
    counts[code] = (counts[code] as number) + step;
  }
}

function addAll(counts: Uint32Array, codes: Coded['codes']): void {
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    counts[code] = (counts[code] as number) + 1;
  }
}
