import { type Columns, quantum, stateCode } from '../columns/columns.ts';
import { type Logs, quantisedLogs } from '../statistics/log-ratio.ts';
import type { Rows } from './rows.ts';

export interface Neighbour {
  row: number;
  /** 0 where everything lies in the same place, 1 where everything lies as far apart as can be. */
  distance: number;
  /** On how many signifiers both placed. */
  shared: number;
}

/**
 * The stories placed most like one, nearest first. On each triad, dyad and canvas of stones that both placed, a distance in 0…1: of triads Aitchison's (1986), with
 * zeros replaced as in `withoutZeros`, over its largest, between two corners; of dyads the difference; of stones the mean over those
 * that both laid, over the diagonal. A story's distance is the root of the mean square of these. Stories that share fewer than half of what the one placed are left out: two that agree on a single
 * question are not alike.
 * @param rows where to look; `row` itself is passed over
 * @param most how many to give
 */
export function nearest(columns: Columns, row: number, rows: Rows, most: number): Neighbour[] {
  const measures = measuresFrom(columns, row);
  const fewest = Math.max(1, Math.ceil(measures.length / 2));
  const found: Neighbour[] = [];
  for (const other of rows) {
    if (other === row) continue;
    let [sum, shared] = [0, 0];
    for (const measure of measures) {
      const distance = measure(other);
      if (distance === null) continue;
      sum += distance * distance;
      shared++;
    }
    if (shared >= fewest) found.push({ row: other, distance: Math.sqrt(sum / shared), shared });
  }
  return found.sort((a, b) => a.distance - b.distance || b.shared - a.shared || a.row - b.row).slice(0, most);
}

/** How far another row lies on one signifier, 0…1; null where it did not place there. */
type Measure = (other: number) => number | null;

/** One measure for each signifier that the row placed. Words chosen in place of a point are no placement. */
function measuresFrom({ triads, dyads, stones }: Columns, row: number): Measure[] {
  const isPlaced = ({ state }: { state: Uint8Array }) => state[row] === stateCode.placed;
  return [
    ...[...triads.values()].filter(isPlaced).map(({ state, top, right }): Measure => {
      const own = quantisedLogs(top[row] ?? 0, right[row] ?? 0);
      return (other) =>
        state[other] === stateCode.placed ? aitchison(own, quantisedLogs(top[other] ?? 0, right[other] ?? 0)) / farthest : null;
    }),
    ...[...dyads.values()].filter(isPlaced).map(({ state, right }): Measure => {
      const own = right[row] ?? 0;
      return (other) => (state[other] === stateCode.placed ? Math.abs((right[other] ?? 0) - own) / quantum : null);
    }),
    ...[...stones.values()].filter(isPlaced).map(({ stones }): Measure => {
      const laid = [...stones.values()].filter(isPlaced);
      return (other) => {
        const both = laid.filter(({ state }) => state[other] === stateCode.placed);
        const apart = both.map(({ x, y }) => Math.hypot((x[other] ?? 0) - (x[row] ?? 0), (y[other] ?? 0) - (y[row] ?? 0)));
        return both.length ? apart.reduce((sum, far) => sum + far, 0) / (both.length * quantum * Math.SQRT2) : null;
      };
    }),
  ];
}

/** √(Σ dᵢ² − (Σ dᵢ)²/3), d the differences of logarithms: the length in centred log-ratios, as of any isometric ones. */
function aitchison(a: Logs, b: Logs): number {
  const [d1, d2, d3] = [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
  const sum = d1 + d2 + d3;
  return Math.sqrt(Math.max(0, d1 * d1 + d2 * d2 + d3 * d3 - (sum * sum) / 3));
}

/** Between two corners. */
const farthest = aitchison(quantisedLogs(quantum, 0), quantisedLogs(0, quantum));
