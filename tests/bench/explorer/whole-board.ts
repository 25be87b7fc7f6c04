import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Clause } from '../../../triads/selection/clause.ts';
import { LinkedSelection } from '../../../triads/selection/linked-selection.ts';
import { report } from '../measure/report.ts';
import { collectionOf, signifiers, sizeName } from './collection.ts';
import { draggedTo, dragSteps, lassoAt, timed } from './hand.ts';

/** Counts of the whole board after each step of a drag on a dyad, then of a lasso on a triad; painting them is measured in the browser. */
export function wholeBoard(stories: number): void {
  const size = sizeName(stories);
  const before = heap();
  const linked = new LinkedSelection(collectionOf(stories));
  readBoard(linked);
  const drag = (step: number): Clause => ({ kind: 'range', signifier: 'dyad-0', ...draggedTo(step) });
  const lasso = (step: number): Clause => ({ kind: 'area', signifier: 'triad-0', polygon: lassoAt(step) });
  for (const [name, clause] of [
    ['drag', drag],
    ['lasso', lasso],
  ] as const) {
    const step = (index: number) => {
      linked.set([{ kind: 'waves', waves: ['spring', 'summer'] }, clause(index)]);
      readBoard(linked);
    };
    // The first two find the rows that the drag can reach.
    timed(2, step);
    const took = timed(dragSteps * 2, (index) => step(index + 2)).sort((a, b) => a - b);
    report('explorer', `board-counts-${name}-p95-${size}`, took[Math.floor(took.length * 0.95)] ?? 0, 'ms', {
      op: '<=',
      number: stories >= 1_000_000 ? 50 : 16,
    });
  }
  report('explorer', `heap-columns-and-selection-${size}`, (heap() - before) / 1e6, 'MB', { op: '<=', number: 160 });
  // Still in use, so that the heap above holds it.
  if (linked.countSelected < 0) throw new Error('unreachable');
}

function readBoard(linked: LinkedSelection): void {
  for (const { key, kind } of signifiers) {
    if (kind === 'triad') void linked.triad(key, 12).bins;
    if (kind === 'dyad') linked.dyad(key, 20);
    if (kind === 'choice') linked.choice(key);
  }
  linked.waves();
  linked.weeks();
}

/** Bytes in use once all that is unused is swept away. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  const sweep = runInNewContext('gc') as () => void;
  // What arrays held is freed a turn after the arrays themselves.
  for (let times = 0; times < 2; times++) sweep();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
