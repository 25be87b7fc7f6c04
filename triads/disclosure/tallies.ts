import type { State } from '../answers/answer.ts';
import { type Columns, stateCode } from '../columns/columns.ts';
import type { Signifier } from '../framework/framework.ts';
import { zones } from '../geometry/zones.ts';
import { choiceCounts } from '../patterns/choice-counts.ts';
import { dyadHistogram } from '../patterns/dyad-patterns.ts';
import { type Rows, stateCounts } from '../patterns/rows.ts';
import { squareCounts } from '../patterns/square-bins.ts';
import { triangularCounts } from '../patterns/triangular-bins.ts';
import { zoneCounts } from '../patterns/zone-counts.ts';
import { sides } from './partition.ts';

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

/** The ways in which figures of a kind are cut, finest first. */
export function cutsOf({ kind }: Signifier): readonly [Cut, ...Cut[]] {
  const each = (by: 'bins' | 'parts' | 'squares', sides: readonly number[]) => sides.map((side): Cut => ({ by, side }));
  if (kind === 'triad') return [{ by: 'bins', side: sides[0] }, ...each('bins', sides.slice(1)), { by: 'zones' }];
  if (kind === 'dyad') return [{ by: 'parts', side: 20 }, ...each('parts', [10, 5, 3])];
  return kind === 'stones' ? [{ by: 'squares', side: 8 }, ...each('squares', [6, 4, 3, 2])] : [{ by: 'options' }];
}

/** The lists of a figure in the order of its tallies, each under the key of its stone or option, with a name for every cell that stays its own. */
export function listsOf(signifier: Signifier, cut: Cut): { list: string; cells: string[] }[] {
  const named = (count: number) => Array.from({ length: count }, (_, cell) => String(cell));
  if (signifier.kind === 'choice') {
    const keys = signifier.options.map(({ key }) => key);
    return signifier.several ? keys.map((list) => ({ list, cells: named(2) })) : [{ list: 'all', cells: keys }];
  }
  const side = 'side' in cut ? cut.side : 0;
  const placed = { bins: side * side, squares: side * side, parts: side, zones: zones.length, options: 0 }[cut.by];
  const cells = [...named(placed), 'chosen'];
  return signifier.kind === 'stones' ? signifier.stones.map(({ key }) => ({ list: key, cells })) : [{ list: 'all', cells }];
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
