import type { State } from '../answers/answer.ts';
import { type Columns, stateCode } from '../columns/columns.ts';
import type { Signifier } from '../framework/framework.ts';
import { choiceCounts } from '../patterns/choice-counts.ts';
import { dyadHistogram } from '../patterns/dyad-patterns.ts';
import { type Rows, stateCounts } from '../patterns/rows.ts';
import { squareCounts } from '../patterns/square-bins.ts';
import { triangularCounts } from '../patterns/triangular-bins.ts';
import { zoneCounts } from '../patterns/zone-counts.ts';
import { finest, partitionOf } from './partition.ts';

/** How a figure is cut for those who see no single dots: triangular bins, equal parts of a dyad or squares of a canvas, `side` of them along an edge. */
export type Cut = { by: 'bins' | 'parts' | 'squares'; side: number } | { by: 'zones' } | { by: 'options' };

/** A signifier's answers counted, true and not yet to be shown. */
export interface Tally {
  states: Record<State, number>;
  /**
   * Counts by cell, each list over people of its own: of a triad, dyad or choice of one one list; of stones one a stone; of a choice of several one an
   * option, who chose it and who did not. Where answers were chosen in words, their number is the last cell.
   */
  cells: number[][];
}

const dyadParts = [20, 10, 5] as const;
const squaresASide = [8, 6, 4, 3] as const;

/** The one way in which the figures of a signifier are cut: as fine as these rows allow. */
export function cutOf({ key, kind }: Signifier, columns: Columns, threshold: number, rows: Rows): Cut {
  const [triad, dyad, stones] = [columns.triads.get(key), columns.dyads.get(key), columns.stones.get(key)];
  if (kind === 'triad' && triad) return partitionOf(triad, threshold, rows);
  if (kind === 'dyad' && dyad) {
    return { by: 'parts', side: finest(dyadParts, threshold, (parts) => dyadHistogram(dyad, parts, rows)) ?? 3 };
  }
  if (kind === 'stones' && stones) {
    const all = [...stones.stones.values()];
    return {
      by: 'squares',
      side: finest(squaresASide, threshold, (side) => all.flatMap((stone) => [...squareCounts(stone, side, rows)])) ?? 2,
    };
  }
  return { by: 'options' };
}

/** Counts some rows' answers to a signifier, cut as said. */
export function tallyOf({ key }: Signifier, columns: Columns, cut: Cut, rows: Rows): Tally {
  const [triad, dyad, stones, choice] = [
    columns.triads.get(key),
    columns.dyads.get(key),
    columns.stones.get(key),
    columns.choices.get(key),
  ];
  const state = (triad ?? dyad ?? stones ?? choice)?.state ?? new Uint8Array(columns.length).fill(stateCode.unasked);
  const states = stateCounts(state, rows);
  if (triad) {
    const counts = cut.by === 'bins' ? triangularCounts(triad, cut.side, rows) : zoneCounts(triad, rows).placed;
    return { states, cells: [[...counts, states.chosen]] };
  }
  if (dyad) return { states, cells: [[...dyadHistogram(dyad, cut.by === 'parts' ? cut.side : 1, rows), states.chosen]] };
  if (stones) {
    const side = cut.by === 'squares' ? cut.side : 1;
    const laid = [...stones.stones.values()];
    return { states, cells: laid.map((stone) => [...squareCounts(stone, side, rows), stateCounts(stone.state, rows).chosen]) };
  }
  if (!choice) return { states, cells: [] };
  const { answered, options } = choiceCounts(choice, rows);
  const counts = [...options.values()];
  return { states, cells: choice.several ? counts.map((count) => [count, answered - count]) : [counts] };
}
