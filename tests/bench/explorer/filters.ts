import { LinkedSelection } from '../../../triads/selection/linked-selection.ts';
import { median, report } from '../measure/report.ts';
import { collectionOf, signifiers, sizeName } from './collection.ts';
import { Crossed } from './crossed.ts';
import { draggedTo, dragSteps, jumpedTo, jumps, lassoAt, timed } from './hand.ts';

/** Eight dimensions: three triads, three dyads, two choices. */
const eight = signifiers.filter(({ key }) => /^(triad-[012]|dyad-[012]|choice-[05])$/.test(key));

/** From columns to the first counts of all; several times, since the first also waits for the compiler. */
const builds = 5;

/** Filtering on one of eight dimensions and reading the counts of all, beside crossfilter2 on the same rows with the same steps. */
export function filters(stories: number): void {
  const size = sizeName(stories);
  const columns = collectionOf(stories, eight);
  let linked = new LinkedSelection(columns);
  let crossed = new Crossed(columns);
  const [build, peerBuild]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < builds; turn++) {
    const [own] = timed(1, () => {
      linked = new LinkedSelection(columns);
      readAll(linked);
    }) as [number];
    const [other] = timed(1, () => {
      crossed = new Crossed(columns);
      crossed.readAll();
    }) as [number];
    build.push(own);
    peerBuild.push(other);
  }

  const range = (at: { from: number; to: number }) => () => {
    linked.set([{ kind: 'range', signifier: 'dyad-0', ...at }]);
    readAll(linked);
  };
  const peerRange = (at: { from: number; to: number }) => () => {
    crossed.range('dyad-0', at.from, at.to);
    crossed.readAll();
  };
  const area = (step: number) => () => {
    linked.set([{ kind: 'area', signifier: 'triad-0', polygon: lassoAt(step) }]);
    readAll(linked);
  };
  const peerArea = (step: number) => () => {
    crossed.area('triad-0', lassoAt(step));
    crossed.readAll();
  };
  const compared = (
    metric: string,
    times: number,
    mine: (index: number) => () => void,
    theirs: (index: number) => () => void,
    least: number,
  ) => {
    const [own, others]: [number[], number[]] = [[], []];
    // One after the other at each step, so that what else the machine does falls on both.
    for (let index = 0; index < times; index++) {
      own.push(...timed(1, mine(index)));
      others.push(...timed(1, theirs(index)));
    }
    agree(linked, crossed);
    crossed.clear();
    linked.set([]);
    report('explorer', `filter-${metric}-${size}`, median(own), 'ms');
    report('explorer', `filter-${metric}-vs-crossfilter-${size}`, median(others) / median(own), 'ratio', { op: '>=', number: least });
  };
  report('explorer', `filter-build-${size}`, median(build), 'ms');
  report('explorer', `filter-build-vs-crossfilter-${size}`, median(build) / median(peerBuild), 'ratio', { op: '<=', number: 1 / 50 });
  compared(
    'drag',
    dragSteps,
    (step) => range(draggedTo(step)),
    (step) => peerRange(draggedTo(step)),
    1,
  );
  compared(
    'jump',
    jumps,
    (jump) => range(jumpedTo(jump)),
    (jump) => peerRange(jumpedTo(jump)),
    stories >= 1_000_000 ? 5 : 1,
  );
  compared('triad-area', dragSteps / 4, area, peerArea, 1);
}

function readAll(linked: LinkedSelection): void {
  for (const { key, kind } of eight) {
    if (kind === 'triad') void linked.triad(key, 12).bins;
    if (kind === 'dyad') linked.dyad(key, 20);
    if (kind === 'choice') linked.choice(key);
  }
}

/** A figure is worth nothing if the two do not count the same. */
function agree(linked: LinkedSelection, crossed: Crossed): void {
  for (const { key, kind } of eight) {
    const mine = kind === 'triad' ? linked.triad(key, 12).bins : kind === 'dyad' ? linked.dyad(key, 20).bins : [];
    for (const [bin, count] of mine.entries()) {
      if (count !== crossed.count(key, bin)) throw new Error(`${key}, bin ${bin}: ${count} and ${crossed.count(key, bin)}`);
    }
  }
}
