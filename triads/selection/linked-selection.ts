import type { Columns, Dictionary } from '../columns/columns.ts';
import type { Rows } from '../patterns/rows.ts';
import { type Clause, mostClauses, type Source, sourceOf, sourcesOf, waveSource, weekSource } from './clause.ts';
import { type ChosenCounts, readChoice } from './codes/choice-codes.ts';
import type { Coded } from './codes/coded.ts';
import { type DyadCounts, readDyad } from './codes/dyad-codes.ts';
import { readStone, type StoneCounts } from './codes/stone-codes.ts';
import { readTriad, type TriadCounts } from './codes/triad-codes.ts';
import { Dimensions } from './dimensions.ts';
import { type Meeting, unsure } from './meeting.ts';
import { type Order, orderOf } from './order.ts';
import { block, meetRun, meets, movedBetween, type Terms, termsOf } from './terms.ts';

interface Held {
  clause: Clause;
  sources: ReadonlySet<Source>;
  /** Set in the mask of every row that fails the clause. */
  bit: number;
  terms: Terms;
}

/** A change touching more than this share of all rows makes counting anew cheaper than counting what moved. */
const mostMoved = 1 / 8;

/**
 * Which stories meet a set of clauses, and what they answered: a plot or facet is counted without its own
 * clauses (as in Mosaic and crossfilter). Rows carry one bit per clause that they fail, so that a change looks only at rows that
 * come or go: those a dragged clause can reach are found through rows sorted by code.
 *
 * Bytes a row, beside the columns: 4 for the bits, 4 for lists of rows, 4 while a clause is dragged; and codes, shared by all
 * selections on one `Dimensions`: 2 a triad and stone, 1 a dyad and per eight options of a choice. With 8 triads, 6 dyads and 10
 * choices 44: 44 MB for 1,000,000 stories.
 */
export class LinkedSelection {
  readonly dimensions: Dimensions;
  readonly #columns: Columns;
  readonly #held = new Map<Source, Held>();
  readonly #failed: Uint32Array;
  /** Rows that came are listed from the front, rows that went from the back; one place more than rows keeps the ends apart. */
  readonly #rows: Uint32Array;
  #selected: number;
  /** Counts by code, for the sources that were asked for and have not moved too far since. */
  readonly #counts = new Map<Source, Uint32Array[]>();
  /** The rows that fail no other bits than these are listed now, up to this length. */
  #listed: { own: number; length: number } | null = null;
  #dragged: { source: Source; coded: Coded; order: Order } | null = null;
  #lastSet: Source | null = null;

  /** @param of columns, or the dimensions that another selection on the same columns uses */
  constructor(of: Columns | Dimensions) {
    this.dimensions = of instanceof Dimensions ? of : new Dimensions(of);
    this.#columns = this.dimensions.columns;
    this.#failed = new Uint32Array(this.#columns.length);
    this.#rows = new Uint32Array(this.#columns.length + 1);
    this.#selected = this.#columns.length;
  }

  /** How many stories meet every clause. */
  get countSelected(): number {
    return this.#selected;
  }

  /**
   * Puts these clauses in place of the former ones.
   * @returns the sources whose counts may be others now
   * @throws RangeError when there are more than `mostClauses`
   */
  set(clauses: readonly Clause[]): Set<Source> {
    const wanted = new Map(clauses.map((clause) => [sourceOf(clause), clause]));
    if (wanted.size > mostClauses) throw new RangeError(`at most ${mostClauses} clauses can hold at a time`);
    const changed = new Set<Source>();
    for (const [source, held] of this.#held) {
      if (wanted.has(source)) continue;
      this.#change(held, [{ meetings: [], not: true }], changed);
      this.#held.delete(source);
    }
    for (const [source, clause] of wanted) {
      const held = this.#held.get(source);
      if (held && isSame(held.clause, clause)) continue;
      this.#put(source, held, clause, changed);
    }
    return changed;
  }

  /**
   * The stories that meet every clause.
   * @param leaving a source whose own clauses are left out
   * @returns row numbers, ascending
   */
  rows(leaving?: Source): Rows {
    return this.#list(leaving === undefined ? 0 : this.#own(leaving)).slice();
  }

  /**
   * The stories that meet other clauses than those set.
   * @returns row numbers, ascending
   */
  rowsOf(clauses: readonly Clause[]): Rows {
    const all = clauses.map((clause) => termsOf(this.dimensions, clause));
    const met = new Uint8Array(block);
    const list = new Uint32Array(this.#columns.length);
    let length = 0;
    for (let first = 0; first < list.length; first += block) {
      const last = Math.min(first + block, list.length);
      const failed = new Uint8Array(last - first);
      for (const terms of all) {
        meetRun(terms, first, last, met);
        for (let index = 0; index < failed.length; index++) failed[index] = (failed[index] as number) | (1 - (met[index] as number));
      }
      for (let row = first; row < last; row++) {
        list[length] = row;
        length += 1 - (failed[row - first] as number);
      }
    }
    return list.slice(0, length);
  }

  /**
   * The answers to a triad among the stories that meet every clause but the triad's own; the same of the others below.
   * @param side cells a side, a divisor of 60
   * @throws RangeError when there is no such triad, or `side` is no divisor
   */
  triad(key: Source, side: number): TriadCounts {
    return readTriad(this.#countsOf(key, this.#columns.triads)[0] as Uint32Array, side);
  }

  /** @param bins a divisor of 240 */
  dyad(key: Source, bins: number): DyadCounts {
    return readDyad(this.#countsOf(key, this.#columns.dyads)[0] as Uint32Array, bins);
  }

  /**
   * @param side squares a side of the canvas, a divisor of 60
   * @returns by stone key, in framework order
   */
  stones(key: Source, side: number): Map<string, StoneCounts> {
    const counts = this.#countsOf(key, this.#columns.stones);
    const keys = [...(this.#columns.stones.get(key)?.stones.keys() ?? [])];
    return new Map(keys.map((stone, index) => [stone, readStone(counts[index] as Uint32Array, side)]));
  }

  choice(key: Source): ChosenCounts {
    const { choices } = this.#columns;
    return readChoice(this.#countsOf(key, choices), choices.get(key) as NonNullable<ReturnType<typeof choices.get>>);
  }

  /** How many stories each wave has. */
  waves(): Map<string, number> {
    return this.#valueCounts(waveSource, this.#columns.wave);
  }

  /** How many stories came in each week. */
  weeks(): Map<string, number> {
    return this.#valueCounts(weekSource, this.#columns.week);
  }

  #valueCounts(source: Source, { values }: Dictionary): Map<string, number> {
    const [counts] = this.#counted(source);
    return new Map(values.map((value, code) => [value, counts?.[code] ?? 0]));
  }

  #countsOf(source: Source, columns: ReadonlyMap<string, unknown>): Uint32Array[] {
    if (!columns.has(source)) throw new RangeError(`there is no "${source}" of that kind`);
    return this.#counted(source);
  }

  #counted(source: Source): Uint32Array[] {
    const known = this.#counts.get(source);
    if (known) return known;
    const own = this.#own(source);
    const isAll = [...this.#held.values()].every(({ bit }) => (own & bit) !== 0);
    const rows = isAll ? null : this.#list(own);
    const counts = this.dimensions.codesOf(source).map(({ codes, size }) => {
      const counts = new Uint32Array(size);
      if (rows) addRows(counts, codes, rows, 1);
      else addAll(counts, codes);
      return counts;
    });
    this.#counts.set(source, counts);
    return counts;
  }

  /** The bits of a source's own clauses. */
  #own(source: Source): number {
    let own = 0;
    for (const { sources, bit } of this.#held.values()) if (sources.has(source)) own |= bit;
    return own;
  }

  /** The rows that fail nothing but `own`; valid until the next call. */
  #list(own: number): Rows {
    if (this.#listed?.own !== own) this.#listed = { own, length: listWithin(this.#failed, ~own, this.#rows) };
    return this.#rows.subarray(0, this.#listed.length);
  }

  #put(source: Source, held: Held | undefined, clause: Clause, changed: Set<Source>): void {
    const terms = termsOf(this.dimensions, clause);
    const moved = held ? movedBetween(held.terms, terms) : null;
    const isDragged = moved !== null && this.#lastSet === source;
    if (!isDragged) this.#dragged = null;
    this.#lastSet = source;
    if (!held) {
      const next: Held = { clause, sources: sourcesOf(clause), bit: this.#freeBit(), terms };
      this.#held.set(source, next);
      this.#change(next, terms, changed);
      return;
    }
    held.clause = clause;
    if (isDragged) this.#drag(source, held, terms, moved, changed);
    else this.#change(held, terms, changed);
    held.terms = terms;
  }

  #freeBit(): number {
    let used = 0;
    for (const { bit } of this.#held.values()) used |= bit;
    return ~used & -~used;
  }

  /** Looks at every row again. */
  #change({ bit, sources }: Held, terms: Terms, changed: Set<Source>): void {
    this.#listed = null;
    const [failed, rows] = [this.#failed, this.#rows];
    const met = new Uint8Array(block);
    let [came, went] = [0, rows.length];
    for (let first = 0; first < failed.length; first += block) {
      const last = Math.min(first + block, failed.length);
      meetRun(terms, first, last, met);
      for (let row = first; row < last; row++) {
        const before = failed[row] as number;
        const is = met[row - first] as number;
        const was = (before & bit) === 0 ? 1 : 0;
        rows[came] = row;
        came += is & (was ^ 1);
        rows[went - 1] = row;
        went -= was & (is ^ 1);
        failed[row] = is ? before & ~bit : before | bit;
      }
    }
    this.#recount(bit, sources, came, went, changed);
  }

  /** Looks only at rows whose code the clause began or ceased to hold, or is unsure of. */
  #drag(source: Source, held: Held, terms: Terms, { from, to }: { from: Meeting; to: Meeting }, changed: Set<Source>): void {
    const { coded } = to;
    if (this.#dragged?.coded !== coded || this.#dragged.source !== source) this.#dragged = { source, coded, order: orderOf(coded) };
    const { starts, rows: sorted } = this.#dragged.order;
    this.#listed = null;
    const [failed, rows, { bit }] = [this.#failed, this.#rows, held];
    const isAlone = terms.length === 1 && terms[0]?.meetings.length === 1;
    const turn = terms[0]?.not ? 1 : 0;
    let [came, went] = [0, rows.length];
    for (let code = 0; code < coded.size; code++) {
      const said = to.table[code] as number;
      if (said === from.table[code] && said !== unsure) continue;
      const last = starts[code + 1] as number;
      for (let place = starts[code] as number; place < last; place++) {
        const row = sorted[place] as number;
        const is = isAlone && said !== unsure ? said ^ turn : Number(meets(terms, row));
        const before = failed[row] as number;
        const was = (before & bit) === 0 ? 1 : 0;
        if (is === was) continue;
        if (is) rows[came++] = row;
        else rows[--went] = row;
        failed[row] = before ^ bit;
      }
    }
    this.#recount(bit, held.sources, came, went, changed);
  }

  /** Brings the counts up to date with the rows that came (listed from the front) and went (from the back). */
  #recount(bit: number, sources: ReadonlySet<Source>, came: number, went: number, changed: Set<Source>): void {
    const rows = this.#rows;
    if (came + rows.length - went === 0) return;
    const isFar = came + rows.length - went > rows.length * mostMoved;
    const others = this.dimensions.sources.filter((source) => !sources.has(source));
    const owners = others.map((source) => [source, this.#own(source)] as const);
    for (const [source, own] of owners) if (own) this.#move(source, bit | own, came, went, isFar, changed);
    [came, went] = this.#within(bit, came, went);
    this.#selected += came - (rows.length - went);
    for (const [source, own] of owners) if (!own) this.#move(source, null, came, went, isFar, changed);
  }

  /** Keeps of the rows that came and went only those that fail nothing but `own`. */
  #within(own: number, came: number, went: number): [came: number, went: number] {
    const [failed, rows] = [this.#failed, this.#rows];
    let kept = 0;
    for (let place = 0; place < came; place++) {
      const row = rows[place] as number;
      rows[kept] = row;
      kept += ((failed[row] as number) & ~own) === 0 ? 1 : 0;
    }
    let keptFrom = rows.length;
    for (let place = rows.length - 1; place >= went; place--) {
      const row = rows[place] as number;
      if (((failed[row] as number) & ~own) === 0) rows[--keptFrom] = row;
    }
    return [kept, keptFrom];
  }

  #move(source: Source, own: number | null, came: number, went: number, isFar: boolean, changed: Set<Source>): void {
    const rows = this.#rows;
    const here = (part: Uint32Array) => (own === null ? part : part.filter((row) => ((this.#failed[row] as number) & ~own) === 0));
    const [coming, going] = [here(rows.subarray(0, came)), here(rows.subarray(went))];
    if (coming.length + going.length === 0) return;
    changed.add(source);
    if (isFar) this.#counts.delete(source);
    for (const [index, counts] of (this.#counts.get(source) ?? []).entries()) {
      const { codes } = this.dimensions.codesOf(source)[index] as Coded;
      addRows(counts, codes, coming, 1);
      addRows(counts, codes, going, -1);
    }
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

/** Lists the rows with none of these bits; returns how many they are. */
function listWithin(failed: Uint32Array, bits: number, into: Uint32Array): number {
  let length = 0;
  for (let row = 0; row < failed.length; row++) {
    into[length] = row;
    length += ((failed[row] as number) & bits) === 0 ? 1 : 0;
  }
  return length;
}

function isSame(one: Clause, other: Clause): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
