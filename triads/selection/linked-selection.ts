import type { State } from '../answers/answer.ts';
import type { Columns, Dictionary } from '../columns/columns.ts';
import type { Rows } from '../patterns/rows.ts';
import { type Clause, mostClauses, type Source, sourceOf, sourcesOf, waveSource, weekSource } from './clause.ts';
import { type ChosenCounts, readChoice } from './codes/choice-codes.ts';
import { type Coded, statesOf } from './codes/coded.ts';
import { type DyadCounts, readDyad } from './codes/dyad-codes.ts';
import { readStone, type StoneCounts } from './codes/stone-codes.ts';
import { readTriad, type TriadCounts } from './codes/triad-codes.ts';
import { Dimensions } from './dimensions.ts';
import { Failures } from './failures.ts';
import { type Order, orderOf } from './order.ts';
import { type Counts, countsOf, Tallies } from './tallies.ts';
import { movedBetween, rowsMeeting, type Terms, termsOf } from './terms.ts';

interface Held {
  clause: Clause;
  sources: ReadonlySet<Source>;
  /** Set in the mask of every row that fails the clause. */
  bit: number;
  terms: Terms;
}

/** Whether a plot's own clauses hold for what it counts: as in Mosaic they do not; where all plots show the same stories they do. */
export type Own = 'left out' | 'held';

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
  readonly #failures: Failures;
  readonly #tallies: Tallies;
  #selected: number;
  #dragged: { source: Source; coded: Coded; order: Order } | null = null;
  #lastSet: Source | null = null;
  /** Counts with a source's own clauses held, as long as the clauses stay what they are. */
  readonly #withOwn = new Map<Source, Counts>();
  #turn = 0;

  /** @param of columns, or the dimensions that another selection on the same columns uses */
  constructor(of: Columns | Dimensions) {
    this.dimensions = of instanceof Dimensions ? of : new Dimensions(of);
    this.#columns = this.dimensions.columns;
    this.#failures = new Failures(this.#columns.length);
    this.#tallies = new Tallies(this.dimensions);
    this.#selected = this.#columns.length;
  }

  /** Another number after each change of what is selected. */
  get turn(): number {
    return this.#turn;
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
      this.#failures.put(held.bit, [{ meetings: [], not: true }]);
      this.#recount(held, changed);
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
    const bits = leaving === undefined ? 0 : this.#own(leaving);
    return this.#isAll(bits) ? this.dimensions.all : this.#failures.within(bits).slice();
  }

  /**
   * The stories that meet other clauses than those set.
   * @returns row numbers, ascending
   */
  rowsOf(clauses: readonly Clause[]): Rows {
    return rowsMeeting(
      clauses.map((clause) => termsOf(this.dimensions, clause)),
      this.#columns.length,
    );
  }

  /**
   * The answers to a triad among the stories that meet every clause but the triad's own; the same of the others below.
   * @param side cells a side, a divisor of 60
   * @throws RangeError when there is no such triad, or `side` is no divisor
   */
  triad(key: Source, side: number, own: Own = 'left out'): TriadCounts {
    return readTriad(this.#countsOf(key, this.#columns.triads, own)[0] as Uint32Array, side);
  }

  /** @param bins a divisor of 240 */
  dyad(key: Source, bins: number, own: Own = 'left out'): DyadCounts {
    return readDyad(this.#countsOf(key, this.#columns.dyads, own)[0] as Uint32Array, bins);
  }

  /**
   * @param side squares a side of the canvas, a divisor of 60
   * @returns by stone key, in framework order
   */
  stones(key: Source, side: number, own: Own = 'left out'): Map<string, StoneCounts> {
    const counts = this.#countsOf(key, this.#columns.stones, own);
    const keys = [...(this.#columns.stones.get(key)?.stones.keys() ?? [])];
    return new Map(keys.map((stone, index) => [stone, readStone(counts[index] as Uint32Array, side)]));
  }

  choice(key: Source, own: Own = 'left out'): ChosenCounts {
    const { choices } = this.#columns;
    return readChoice(this.#countsOf(key, choices, own), choices.get(key) as NonNullable<ReturnType<typeof choices.get>>);
  }

  /**
   * In which states the answers to a triad, dyad or choice are, or one stone of several.
   * @param nth which stone, in framework order
   */
  states(key: Source, nth = 0, own: Own = 'left out'): Record<State, number> {
    const { runs } = this.dimensions.codesOf(key)[nth] ?? {};
    if (!runs) throw new RangeError(`there are no answers to "${key}"`);
    return statesOf(this.#counted(key, own)[nth] as Uint32Array, runs);
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
    const [counts] = this.#counted(source, 'left out');
    return new Map(values.map((value, code) => [value, counts?.[code] ?? 0]));
  }

  #countsOf(source: Source, columns: ReadonlyMap<string, unknown>, own: Own): Counts {
    if (!columns.has(source)) throw new RangeError(`there is no "${source}" of that kind`);
    return this.#counted(source, own);
  }

  #counted(source: Source, own: Own): Counts {
    const bits = this.#own(source);
    if (bits && own === 'held') {
      const counts = this.#withOwn.get(source) ?? countsOf(this.dimensions, source, this.#failures.within(0));
      this.#withOwn.set(source, counts);
      return counts;
    }
    return this.#tallies.of(source, () => (this.#isAll(bits) ? null : this.#failures.within(bits)));
  }

  /** Whether no clause is left when those of these bits are left out. */
  #isAll(bits: number): boolean {
    return [...this.#held.values()].every(({ bit }) => (bits & bit) !== 0);
  }

  /** The bits of a source's own clauses. */
  #own(source: Source): number {
    let own = 0;
    for (const { sources, bit } of this.#held.values()) if (sources.has(source)) own |= bit;
    return own;
  }

  #put(source: Source, held: Held | undefined, clause: Clause, changed: Set<Source>): void {
    const terms = termsOf(this.dimensions, clause);
    const moved = held ? movedBetween(held.terms, terms) : null;
    const isDragged = moved !== null && this.#lastSet === source;
    if (!isDragged) this.#dragged = null;
    this.#lastSet = source;
    const next: Held = { clause, sources: sourcesOf(clause), bit: held?.bit ?? this.#freeBit(), terms };
    this.#held.set(source, next);
    if (isDragged) this.#failures.drag(next.bit, terms, moved, this.#orderFor(source, moved.to.coded));
    else this.#failures.put(next.bit, terms);
    this.#recount(next, changed);
  }

  #orderFor(source: Source, coded: Coded): Order {
    if (this.#dragged?.coded !== coded || this.#dragged.source !== source) this.#dragged = { source, coded, order: orderOf(coded) };
    return this.#dragged.order;
  }

  #freeBit(): number {
    let used = 0;
    for (const { bit } of this.#held.values()) used |= bit;
    return ~used & -~used;
  }

  /** Brings the counts up to date with the rows that came and went. */
  #recount({ bit, sources }: Held, changed: Set<Source>): void {
    const failures = this.#failures;
    const moved = failures.coming.length + failures.going.length;
    if (moved === 0) return;
    this.#turn++;
    this.#withOwn.clear();
    const isFar = moved > this.#columns.length * mostMoved;
    const move = (source: Source, coming: Rows, going: Rows) => {
      if (coming.length + going.length === 0) return;
      changed.add(source);
      if (isFar) this.#tallies.forget(source);
      else this.#tallies.move(source, coming, going);
    };
    const others = this.dimensions.sources.filter((source) => !sources.has(source)).map((source) => [source, this.#own(source)] as const);
    for (const [source, own] of others) {
      if (own) move(source, failures.kept(failures.coming, bit | own), failures.kept(failures.going, bit | own));
    }
    failures.keep(bit);
    this.#selected += failures.coming.length - failures.going.length;
    for (const [source, own] of others) if (!own) move(source, failures.coming, failures.going);
  }
}

function isSame(one: Clause, other: Clause): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
