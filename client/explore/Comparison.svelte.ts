import { isSet } from '../../triads/columns/flags.ts';
import { mostTold } from '../../triads/figures/symbols.ts';
import type { Group } from '../../triads/patterns/group.ts';
import { type Rows, rowsWhere } from '../../triads/patterns/rows.ts';
import { waveSource } from '../../triads/selection/clause.ts';
import { place } from '../parts/place.svelte.ts';
import { worded } from '../parts/words.ts';
import type { Board } from './Board.svelte.ts';
import type { View } from './enlarged/views.ts';
import { choicesOf } from './shapes.ts';

/** What stories can be grouped by: waves, or a choice. */
export interface Grouping {
  key: string;
  words: string;
  /** Whether a story can stand in several of its groups. */
  several: boolean;
}

/**
 * The groups that one enlarged plot compares, as its address says: `by` what, `how` they are laid, and which `of` them where not all
 * can be shown. They are groups of the stories chosen, but not by this plot itself.
 */
export class Comparison {
  readonly #board: Board;
  readonly #signifier: () => string;
  readonly #needsGroups: () => boolean;

  readonly groupings: readonly Grouping[] = $derived.by(() => groupingsOf(this.#board, this.#signifier()));
  readonly by: Grouping | null = $derived.by(() => {
    const asked = this.groupings.find(({ key }) => key === place.query.get('by'));
    return asked ?? (this.#needsGroups() ? (this.groupings[0] ?? null) : null);
  });
  /** The stories that groups are made of. */
  readonly rows: Rows = $derived.by(() => this.#board.linked?.rows(this.#signifier()) ?? noRows);
  readonly #all: readonly Group[] = $derived.by(() => (this.by ? groupsBy(this.#board, this.by.key, this.rows) : []));
  /** Every group that has a story. */
  readonly groups: readonly Group[] = $derived.by(() => this.#all.filter(({ rows }) => rows.length > 0));
  /** The names of the groups that have none. */
  readonly without: readonly string[] = $derived.by(() => this.#all.flatMap(({ words, rows }) => (rows.length ? [] : [words])));
  /** The groups laid over each other: those asked for, else the largest, as many as can be told apart. */
  readonly overlaid: readonly Group[] = $derived.by(() => {
    const asked = this.#asked().slice(0, mostTold);
    const largest = this.groups.toSorted((a, b) => b.rows.length - a.rows.length).slice(0, mostTold);
    return this.groups.filter((group) => (asked.length ? asked : largest).includes(group));
  });
  /** Two groups to be set against each other: those asked for, else the newest wave and the one before, or the two largest. */
  readonly pair: readonly Group[] = $derived.by(() => {
    const asked = this.#asked();
    const usual = this.by?.key === waveSource ? this.groups.toReversed() : this.groups.toSorted((a, b) => b.rows.length - a.rows.length);
    const [one = usual.find((group) => group !== asked[1])] = asked;
    const other = asked[1] ?? usual.find((group) => group !== one);
    return [one, other].filter((group) => group !== undefined);
  });
  readonly isOverlaid: boolean = $derived(place.query.get('how') === 'overlaid');

  /** The groups that a view shows; none where it does not compare. */
  shownBy({ key, groups }: Pick<View, 'key' | 'groups'>): readonly Group[] {
    if (!groups || !this.by) return [];
    if (key === 'difference') return this.pair;
    return this.isOverlaid ? this.overlaid : this.groups;
  }

  /** The stories that a view shows: of those that groups are made of, the ones in a group that is drawn. */
  rowsOf(groups: readonly Group[]): Rows {
    const isDrawn = new Uint8Array(this.#board.columns?.length ?? 0);
    for (const { rows } of groups) for (const row of rows) isDrawn[row] = 1;
    return rowsWhere(this.rows, isDrawn);
  }

  constructor(board: Board, signifier: () => string, needsGroups: () => boolean) {
    this.#board = board;
    this.#signifier = signifier;
    this.#needsGroups = needsGroups;
  }

  #asked(): Group[] {
    const keys = place.query.get('of')?.split(',') ?? [];
    return keys.flatMap((key) => this.groups.find((group) => group.key === key) ?? []);
  }
}

const noRows: Rows = new Uint32Array(0);

/** Waves where there are several, the region, then choices about the story and about the participant. */
function groupingsOf({ collection }: Board, except: string): Grouping[] {
  const choices = choicesOf(collection).filter(({ key }) => key !== except);
  return [
    ...(collection.waves.length > 1 ? [{ key: waveSource, words: 'Wave', several: false }] : []),
    ...choices.map(({ key, short, several }) => ({ key, words: worded(short), several })),
  ];
}

function groupsBy({ collection, columns }: Board, by: string, rows: Rows): Group[] {
  if (!columns) return [];
  if (by === waveSource) {
    const { codes, values } = columns.wave;
    return collection.waves.map(({ key, label }) => {
      const code = values.indexOf(key);
      return { key, words: worded(label), rows: rows.filter((row) => codes[row] === code) };
    });
  }
  const choice = collection.signifiers.find((signifier) => signifier.key === by);
  const column = columns.choices.get(by);
  if (choice?.kind !== 'choice' || !column) return [];
  return choice.options.map(({ key, label }) => {
    const flags = column.options.get(key);
    return { key, words: worded(label), rows: flags ? rows.filter((row) => isSet(flags, row)) : noRows };
  });
}
