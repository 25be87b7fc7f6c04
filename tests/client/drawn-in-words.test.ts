import { expect, it } from 'vitest';
import { areaName } from '../../client/plots/triad/area.ts';
import { centresSay } from '../../client/plots/triad/says.ts';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { columnsFrom } from '../../triads/columns/from-rows.ts';
import { composition } from '../../triads/geometry/composition.ts';
import { planePoint } from '../../triads/geometry/coordinates.ts';
import { toPlane } from '../../triads/geometry/plane.ts';

const triad = ccplFramework.signifiers.find((signifier) => signifier.kind === 'triad');
if (triad?.kind !== 'triad') throw new Error('the framework asks no triad');
const named = { ...triad, corners: { top: { en: 'nurses' }, left: { en: 'doctors' }, right: { en: 'others' } } };
const round = (...shares: [number, number, number][]) =>
  areaName(
    named,
    shares.map((share) => toPlane(composition(...share))),
    'en',
  );

it('what is drawn on a triad is named by what it covers, however it was drawn', () => {
  expect(round([1, 0, 0], [0.6, 0.4, 0], [0.6, 0, 0.4])).toBe('over 60 % nurses');
  expect(round([0.5, 0.25, 0.25], [0.25, 0.5, 0.25], [0.25, 0.25, 0.5])).toBe('drawn round the middle');
  expect(round([1, 0, 0], [0, 1, 0], [0, 0.5, 0.5])).toBe('drawn over doctors, nurses and doctors and more');
  // Points beyond the triangle, or many of them on one side, name nothing else.
  const left = [planePoint(-0.4, -0.1), planePoint(0.35, -0.1), planePoint(0.35, 0.12), planePoint(-0.4, 0.12)];
  const slowly = [
    ...Array.from({ length: 40 }, (_, step) => planePoint(0.35, -0.1 + step * 0.0055)),
    ...left.slice(2),
    left[0] ?? planePoint(0, 0),
  ];
  expect(areaName(named, slowly, 'en')).toBe(areaName(named, left, 'en'));
});

it('centres are told of the groups that are compared, and their rings only where they are drawn', () => {
  const stories = Array.from({ length: 80 }, (_, nth) => ({
    readable: true,
    week: '2026-W08',
    wave: 'spring',
    answers: { [triad.key]: { top: 0.3 + (nth % 5) / 50, left: 0.3, right: 0.4 - (nth % 5) / 50, by: 'mouse' as const } },
  }));
  const column = columnsFrom([triad], stories).triads.get(triad.key);
  if (!column) throw new Error('it is not there');
  const rows = Uint32Array.from(stories.keys());
  const groups = [
    { key: 'a', words: 'Spring', rows: rows.slice(0, 50) },
    { key: 'b', words: 'Autumn', rows: rows.slice(50) },
  ];
  const says = (of: typeof groups, isDrawn: boolean) => centresSay(named, column, rows, of, isDrawn, 'en');
  expect(says(groups, false)).toEqual([
    expect.stringMatching(/^Spring: The centre of 50 placed is \d+ % nurses/),
    expect.stringMatching(/^Autumn: The centre of 30 placed is/),
  ]);
  expect(says([], true)).toEqual([expect.stringMatching(/^The centre of 80 placed/), expect.stringContaining('95 % region')]);
});
