import { quantum, type TriadColumn } from '../../columns/columns.ts';
import type { Triad } from '../../framework/framework.ts';
import { localise } from '../../framework/localise.ts';
import { type PlanePoint, planePoint } from '../../geometry/coordinates.ts';
import { height } from '../../geometry/plane.ts';
import { contourLines } from '../../patterns/contour-lines.ts';
import { heldShares, triadDensity } from '../../patterns/density.ts';
import { areFew, cellsFor, fewest } from '../../patterns/fineness.ts';
import type { Group } from '../../patterns/group.ts';
import { differenceOf } from '../../patterns/group-difference.ts';
import { hexagonCounts } from '../../patterns/hexagonal-bins.ts';
import { forEachPlaced, type Rows, stateCounts } from '../../patterns/rows.ts';
import { sharedScale } from '../../patterns/shared-scale.ts';
import { triangularCounts } from '../../patterns/triangular-bins.ts';
import { zoneCounts } from '../../patterns/zone-counts.ts';
import { triadCentre } from '../../statistics/centre.ts';
import { groupInk, inks } from '../inks.ts';
import type { Corners } from '../layout/triad-layout.ts';
import type { TriadLayer, TriadPlot, Whose } from '../shown.ts';
import { type Asked, alone, chosenKey, type KeyItem, ofGroup, type Panels } from './asked.ts';

/** The plots of a triad, as one of its views shows it. */
export function triadPanels(triad: Triad, column: TriadColumn, asked: Asked): Panels {
  const { view, rows, chosen, groups, language } = asked;
  const corners = cornersOf(triad, language);
  const plot = (layers: TriadLayer[]): TriadPlot => ({ kind: 'triad', corners, layers });
  if (view === 'difference') return difference(column, asked, plot);
  if (view === 'groups' && asked.isOverlaid) {
    const layers = groups.map(({ words, rows }, nth) => points(column, rows, nth, words));
    const key = groups.map(({ words, rows }, nth): KeyItem => {
      return { words: `${words} (${stateCounts(column.state, rows).placed} placed)`, fill: groupInk(nth), shape: nth };
    });
    const centres = groups.flatMap(({ rows }, nth) => centre(column, rows, nth));
    return { panels: [alone(column.state, { ...asked, chosen: null }, plot([...layers, ...centres]))], key, notes: [] };
  }
  if (view === 'groups' && asked.isInZones)
    return { panels: groups.map((group) => ofGroup(column.state, group, plot([zonesOf(column, group.rows, null)]))), key: [], notes: [] };
  if (view === 'groups') {
    const scale = sharedScale(column, groups);
    const panels = groups.map((group) =>
      ofGroup(column.state, group, plot([...bins(column, group.rows, null, 'triangles', scale), ...centre(column, group.rows, 'all')])),
    );
    return { panels, key: [], notes: ['The same shade is the same share of those placed in its group.'] };
  }
  const isFew = areFew(stateCounts(column.state, rows).placed);
  const own = chosen ? [points(column, chosen, 'chosen', 'chosen')] : [];
  const layers = [
    ...viewLayers(column, asked, isFew),
    ...(view === 'zones' ? [] : own),
    ...(view === 'zones' ? [] : centre(column, rows, 'all')),
  ];
  return {
    panels: [alone(column.state, asked, plot(layers))],
    key: chosenKey(asked),
    notes: notesOf(view, isFew, layers),
  };
}

/** The corners of a triad in one language. */
export function cornersOf({ corners }: Triad, language: string): Corners {
  return { top: localise(corners.top, language), left: localise(corners.left, language), right: localise(corners.right, language) };
}

function zonesOf(column: TriadColumn, rows: Rows, chosen: Rows | null): TriadLayer {
  const counts = zoneCounts(column, rows);
  const own = chosen && zoneCounts(column, chosen);
  return {
    kind: 'zones',
    counts: [...counts.placed],
    inWords: [...counts.chosen],
    chosen: own && { counts: [...own.placed], inWords: [...own.chosen] },
  };
}

function viewLayers(column: TriadColumn, { view, rows, chosen }: Asked, isFew: boolean): TriadLayer[] {
  if (view === 'zones') return [zonesOf(column, rows, chosen)];
  const each = points(column, rows, 'all', 'stories');
  if (view === 'points') return [each];
  if (view === 'contours') {
    const density = isFew ? null : triadDensity(column, rows);
    return density ? [{ kind: 'contours', lines: contourLines(density), held: heldShares }] : [each];
  }
  return bins(column, rows, chosen, view === 'hexagons' ? 'hexagons' : 'triangles', null);
}

/** Bins, with the single placements where there are few. */
function bins(
  column: TriadColumn,
  rows: Rows,
  chosen: Rows | null,
  cut: 'triangles' | 'hexagons',
  scale: { side: number; most: number } | null,
): TriadLayer[] {
  const { placed } = stateCounts(column.state, rows);
  const isFew = areFew(placed);
  const side = scale?.side ?? cellsFor(placed);
  const count = cut === 'triangles' ? triangularCounts : hexagonCounts;
  const counts = [...count(column, side, rows)];
  const most = scale ? scale.most * placed : Math.max(1, ...counts);
  const darkest = isFew ? most * 10 : most;
  const layer: TriadLayer = { kind: 'cells', cut, side, counts, chosen: chosen && [...count(column, side, chosen)], darkest };
  return isFew ? [layer, points(column, rows, 'all', 'stories')] : [layer];
}

function points(column: TriadColumn, rows: Rows, whose: Whose, name: string): TriadLayer {
  const points: PlanePoint[] = [];
  forEachPlaced(column.state, rows, (row) => {
    const top = (column.top[row] ?? 0) / quantum;
    points.push(planePoint((column.right[row] ?? 0) / quantum + top / 2, top * height));
  });
  return { kind: 'points', whose, name, points };
}

function centre(column: TriadColumn, rows: Rows, whose: Whose): TriadLayer[] {
  const { centre, region } = triadCentre(column, rows);
  return centre ? [{ kind: 'centre', whose, centre, region }] : [];
}

function difference(column: TriadColumn, asked: Asked, plot: (layers: TriadLayer[]) => TriadPlot): Panels {
  const [one, other] = asked.groups;
  const found = one && other ? differenceOf(column, one.rows, other.rows) : null;
  const layers: TriadLayer[] =
    found && one && other
      ? [{ kind: 'difference', side: found.side, shares: [...found.values], most: found.most, groups: [one.words, other.words] }]
      : [];
  const placed = (rows: Rows) => stateCounts(column.state, rows).placed;
  const key = one &&
    other && [
      { words: `more of ${one.words} (${placed(one.rows)} placed)`, fill: inks.diverging[4], shape: null },
      { words: `more of ${other.words} (${placed(other.rows)} placed)`, fill: inks.diverging[0], shape: null },
    ];
  const notes = [found ? deepestSays(column, asked.groups, found.most) : 'It takes two groups with stories placed.'];
  return { panels: [alone(column.state, { ...asked, chosen: null }, plot(layers))], key: key ?? [], notes };
}

/** How large the difference is that is drawn deepest; where few are placed in a group, no percentage is said of it. */
export function deepestSays({ state }: TriadColumn, groups: readonly Group[], most: number): string {
  const isFew = groups.slice(0, 2).some(({ rows }) => areFew(stateCounts(state, rows).placed));
  if (isFew) return 'A deeper colour is a larger difference between shares of the groups.';
  return `The strongest colour is ${(100 * most).toFixed(most < 0.1 ? 1 : 0)} percentage points of a group’s stories.`;
}

function notesOf(view: string, isFew: boolean, [main]: readonly TriadLayer[]): string[] {
  if (view === 'contours' && isFew) return [`So few are drawn as points: from ${fewest} placed on contours are drawn.`];
  if (view === 'contours')
    return [
      'Contours can mislead. They are smoothed: a hill may stand where no story lies, and stories exactly on a corner or an edge look spread out. The lines hold 25, 50, 75 and 95 in 100 of the stories placed.',
    ];
  const darkest = main?.kind === 'cells' && !isFew ? [`The darkest cell holds ${main.darkest} stories; shades go by the square root.`] : [];
  if (main?.kind === 'zones' && main.chosen)
    return ['In each zone stands its share of all stories, and framed in orange its share of the chosen.'];
  if (view !== 'hexagons') return darkest;
  return [...darkest, 'Cells on an edge lie half outside, so they gather fewer stories than their neighbours.'];
}
