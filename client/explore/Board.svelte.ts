import { tick } from 'svelte';
import type { Collection } from '../../server/contract/collections.ts';
import { ArrowReader } from '../../triads/columns/arrow.ts';
import type { Columns } from '../../triads/columns/columns.ts';
import { remember } from '../../triads/patterns/known.ts';
import type { Rows } from '../../triads/patterns/rows.ts';
import { type Clause, type Condition, type Shape, type Source, withClause } from '../../triads/selection/clause.ts';
import {
  conditionOn,
  drawnOn,
  extendedOn,
  switchedTo,
  waveBefore,
  withCondition,
  withoutCondition,
} from '../../triads/selection/combining.ts';
import { knownCounts } from '../../triads/selection/known-counts.ts';
import { LinkedSelection } from '../../triads/selection/linked-selection.ts';
import { namesClause, readClauses, writeClauses } from '../../triads/selection/written.ts';
import { requestPieces } from '../api.ts';
import { addressOf, place } from '../parts/place.svelte.ts';
import type { Gesture } from '../plots/marks.ts';
import { Tools } from './selecting/Tools.svelte.ts';

/**
 * One collection's patterns and what is chosen in them. Columns come from the server, clauses from the address; everything
 * else follows. Waves set the ground (everybody, shown in teal on every plot); the other clauses choose among them (orange, the same stories on
 * every plot).
 */
export class Board {
  readonly collection: Collection;
  readonly language = document.documentElement.lang;
  #columns = $state.raw<Columns | null>(null);
  #stamp = $state.raw('');
  #failure = $state.raw<unknown>(null);
  #coming = $state.raw<{ here: number; all: number } | null>(null);

  /** What would be chosen if what is being drawn were done: every plot answers to it, the address does not say it. */
  #trial = $state.raw<readonly Clause[] | null>(null);
  readonly #addressed: readonly Clause[] = $derived.by(() =>
    readClauses(
      place.query,
      this.collection.signifiers,
      this.collection.waves.map(({ key }) => key),
    ),
  );
  readonly clauses: readonly Clause[] = $derived(this.#trial ?? this.#addressed);
  readonly tools = new Tools();
  readonly #linked = $derived.by(() => this.#columns && new LinkedSelection(this.#columns));
  /** The selection with the clauses of now set; an object of its own for each, so that all that is counted follows. */
  readonly #selection = $derived.by(() => {
    this.#linked?.set(this.clauses);
    return { linked: this.#linked };
  });
  /** As a text, so that all that hangs on it stays as it is while something else is chosen. */
  readonly #wavesSaid: string = $derived(JSON.stringify(this.clauses.filter(({ kind }) => kind === 'waves')));
  readonly #waves: readonly Clause[] = $derived(JSON.parse(this.#wavesSaid));
  /** Everybody in the waves chosen. */
  readonly ground: Rows = $derived.by(() => {
    const linked = this.#linked && new LinkedSelection(this.#linked.dimensions);
    linked?.set(this.#waves);
    return linked ? remember(linked.rows(), knownCounts(linked)) : noRows;
  });
  /** Those who satisfy every clause. */
  readonly chosen: Rows = $derived.by(() => {
    const { linked } = this.#selection;
    if (this.clauses.length === this.#waves.length) return this.ground;
    return linked ? remember(linked.rows(), knownCounts(linked)) : noRows;
  });
  /** The chosen as every plot shows them in orange; null while nothing but waves is chosen. */
  readonly highlighted: Rows | null = $derived.by(() => (this.clauses.length > this.#waves.length ? this.chosen : null));
  /** The wave before the one chosen; null where several or none are, or it is the first. */
  readonly before: WaveBefore | null = $derived.by(() => this.#waveBefore());

  constructor(collection: Collection) {
    this.collection = collection;
  }

  get columns(): Columns | null {
    return this.#columns;
  }
  get failure(): unknown {
    return this.#failure;
  }
  /** The name of the body that rows are rows of. */
  get stamp(): string {
    return this.#stamp;
  }

  /** How many of all stories are here while the rest is still on its way; else null. */
  get coming(): { here: number; all: number } | null {
    return this.#coming;
  }

  /** Fetches the patterns. A first time they are shown as they come; later, what is there stays until the new ones are whole. */
  async load(): Promise<void> {
    this.#failure = null;
    const isFirst = this.#columns === null;
    try {
      const { etag, pieces } = await requestPieces(`/api/v1/collections/${this.collection.id}/patterns`);
      const reader = new ArrowReader(this.collection.signifiers);
      let next = 0;
      for await (const piece of pieces) {
        if (!reader.push(piece) || !isFirst || performance.now() < next) continue;
        const from = performance.now();
        this.#show(reader.soFar, etag, reader.stories);
        await tick();
        next = performance.now() + Math.max(leastPause, (performance.now() - from) * drawnLess);
      }
      this.#show(reader.end(), etag, null);
    } catch (error) {
      if (isFirst) this.#columns = null;
      this.#coming = null;
      this.#failure = error;
    }
  }

  #show(columns: Columns | null, etag: string, all: number | null): void {
    this.#columns = columns;
    this.#stamp = etag.replace(/^W\//, '').replaceAll('"', '');
    this.#coming = columns && all !== null ? { here: columns.length, all } : null;
  }

  clauseOf(source: Source): Condition | undefined {
    return conditionOn(this.clauses, source);
  }

  /** What counts for facets: each without its own clauses. */
  get linked(): LinkedSelection | null {
    return this.#selection.linked;
  }

  set(condition: Condition): void {
    this.choose(withCondition(this.clauses, condition));
  }
  /** With values switched on or off: what is left out stays left out. */
  switch(condition: Condition): void {
    this.choose(switchedTo(this.clauses, condition));
  }
  remove(source: Source): void {
    this.choose(withoutCondition(this.clauses, source));
  }
  clear(): void {
    this.choose([]);
  }

  /** Takes what is drawn on a plot; null takes away what was drawn there, or while drawing gives up. */
  draw(source: Source, shape: Shape | null, { adds, is }: Gesture): void {
    if (is === 'under way' && !shape) this.#trial = null;
    else {
      const before = conditionOn(this.#addressed, source);
      const condition = shape && (is === 'extended' ? extendedOn(before, shape) : drawnOn(before, shape, adds));
      const clauses = condition ? withCondition(this.#addressed, condition) : withoutCondition(this.#addressed, source);
      if (is === 'under way') this.#trial = clauses;
      else this.choose(clauses, { replace: is === 'extended' });
    }
  }

  /** Chooses by these clauses; `replace` leaves no step to come back to. */
  choose(clauses: readonly Clause[], options?: { replace: boolean }): void {
    this.#trial = null;
    const query = new URLSearchParams(place.query);
    for (const name of [...query.keys()]) if (namesClause(name)) query.delete(name);
    for (const [name, value] of writeClauses(clauses)) query.append(name, value);
    place.go(addressOf(place.path, query), options);
  }

  #waveBefore(): WaveBefore | null {
    const linked = this.#linked;
    const key = waveBefore(
      this.#waves,
      this.collection.waves.map(({ key }) => key),
    );
    if (key === null || !linked) return null;
    const wave: Clause = { kind: 'waves', waves: [key] };
    return { key, rows: linked.rowsOf([wave]), alike: () => linked.rowsOf(withClause(this.clauses, wave)) };
  }
}

/** Everybody in an earlier wave, and those of them who now satisfy the other clauses too: like is compared with like. */
interface WaveBefore {
  key: string;
  rows: Rows;
  alike: () => Rows;
}

/** Between two drawings of what has come so far, in milliseconds; and as many times as long as the last one took, since drawing holds up the rest. */
const leastPause = 200;
const drawnLess = 4;

const noRows: Rows = new Uint32Array(0);
