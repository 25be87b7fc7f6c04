import { density2d } from 'fast-kde';
import { quantum, stateCode } from '../../../triads/columns/columns.ts';
import { height } from '../../../triads/geometry/plane.ts';
import { triadDensity } from '../../../triads/patterns/density.ts';
import { median, report } from '../measure/report.ts';
import { collectionOf, signifiers, sizeName } from './collection.ts';
import { timed } from './hand.ts';

/** Values from left to right, as fine as a plot of 400 px can show. */
const across = 200;

/** The density of a triad beside fast-kde alone: the same placements, bandwidth and extent, uncorrected at the edges. */
export function density(stories: number): void {
  const column = collectionOf(stories, signifiers.slice(0, 1)).triads.get('triad-0');
  const first = column && triadDensity(column);
  if (!column || !first) return;
  const { state, top, right } = column;
  const { bandwidth, columns, rows, step } = first;
  const extent = (columns - 1) * step;
  const up = Math.round((across * rows) / columns);
  const alone = () => {
    const placed = Uint32Array.from({ length: stories }, (_, row) => row).filter((row) => state[row] === stateCode.placed);
    return density2d(placed, {
      x: (row) => (right[row] as number) / quantum + (top[row] as number) / quantum / 2,
      y: (row) => ((top[row] as number) / quantum) * height,
      bandwidth,
      extent: [
        [first.from.x, first.from.x + extent],
        [first.from.y, first.from.y + (rows - 1) * step],
      ],
      bins: [across, up],
    }).grid();
  };
  const [ours, peer]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < 15; turn++) {
    ours.push(...timed(1, () => triadDensity(column)));
    peer.push(...timed(1, alone));
  }
  const outside = (values: Float64Array, columns: number) => {
    let [out, all] = [0, 0];
    const step = extent / (columns - 1);
    for (const [index, value] of values.entries()) {
      const x = first.from.x + (index % columns) * step;
      const y = first.from.y + Math.floor(index / columns) * step;
      all += value;
      if (y < 0 || y > 2 * height * Math.min(x, 1 - x)) out += value;
    }
    return (100 * out) / all;
  };
  const size = sizeName(stories);
  report('explorer', `density-${size}`, median(ours), 'ms');
  report('explorer', `density-vs-fast-kde-${size}`, median(ours) / median(peer), 'ratio', { op: '<=', number: 1.2 });
  report('explorer', `density-outside-${size}`, outside(first.values, columns), '%', { op: '<=', number: 0.5 });
  report('explorer', `density-outside-fast-kde-${size}`, outside(alone(), across), '%');
}
