import { type PlanePoint, planePoint, type ScreenPoint, screenPoint } from '../../geometry/coordinates.ts';
import { height, toPlane } from '../../geometry/plane.ts';
import { type Triangle, toScreen } from '../../geometry/screen.ts';
import { zoneOutline } from '../../geometry/zone-shapes.ts';
import { zones } from '../../geometry/zones.ts';
import { contourOpacity } from '../../patterns/contour-lines.ts';
import { hexagonVertices } from '../../patterns/hexagonal-bins.ts';
import { triangularVertices } from '../../patterns/triangular-bins.ts';
import { between, divergingOf, groupInk, hex, inks, rampOf } from '../inks.ts';
import { layTriad } from '../layout/triad-layout.ts';
import { type Box, closed, type Mark, rectangle, tenth, text } from '../plate.ts';
import { percentOf } from '../shares.ts';
import type { TriadLayer, TriadPlot, Whose } from '../shown.ts';
import { dashes } from '../symbols.ts';
import type { Measure } from '../wrap.ts';
import { dots, opacityOf } from './dots.ts';
import { heldMarks } from './held.ts';
import { wayMarks } from './way-marks.ts';

/** A triad in a box: frame, grid and corner labels, and its layers between them. */
export function drawTriad({ corners, layers }: TriadPlot, box: Box, measure: Measure): Mark[] {
  const laid = layTriad(box.width, box.height, corners, measure);
  const { side, origin } = laid.triangle;
  const triangle = { side, origin: screenPoint(origin.x + box.x, origin.y + box.y) };
  const outline = onScreen([planePoint(0, 0), planePoint(1, 0), planePoint(0.5, height)], triangle);
  const labels = Object.values(laid.labels).flatMap(({ lines, size, at, lineHeight }) =>
    lines.map((line, nth) => text(line, box.x + at.x, box.y + at.y + nth * lineHeight, size, { anchor: 'middle', fill: inks.ink })),
  );
  return [
    { kind: 'path', d: outline, fill: inks.inside },
    { kind: 'path', d: gridOf(triangle), stroke: inks.grid, width: 1 },
    ...layers.flatMap((layer) => layerMarks(layer, triangle, outline)),
    { kind: 'path', d: outline, stroke: inks.ink, width: 1.1 },
    ...labels,
  ];
}

const onScreen = (points: readonly PlanePoint[], triangle: Triangle) => closed(points.map((point) => toScreen(point, triangle)));

/** Lines at every fifth of each share. */
function gridOf(triangle: Triangle): string {
  const at = (top: number, right: number) => toScreen(planePoint(right + top / 2, top * height), triangle);
  const lines = [0.2, 0.4, 0.6, 0.8].flatMap((share): [ScreenPoint, ScreenPoint][] => [
    [at(share, 0), at(share, 1 - share)],
    [at(0, share), at(1 - share, share)],
    [at(1 - share, 0), at(0, 1 - share)],
  ]);
  return lines.map((line) => closed(line).replace('Z', '')).join('');
}

const inkOf = (whose: Whose) => (whose === 'all' ? inks.dot : whose === 'chosen' ? inks.chosen : groupInk(whose));

function layerMarks(layer: TriadLayer, triangle: Triangle, clip: string): Mark[] {
  switch (layer.kind) {
    case 'cells': {
      const vertices = layer.cut === 'triangles' ? triangularVertices : hexagonVertices;
      const colour = rampOf(inks.ramp, layer.darkest);
      return layer.counts.flatMap((count, cell): Mark[] => {
        const corners = vertices(cell, layer.side).map((vertex) => toScreen(vertex, triangle));
        if (typeof count !== 'number') return heldMarks(corners, count);
        return count ? [cellMark(closed(corners), hex(colour(count)), clip)] : [];
      });
    }
    case 'difference': {
      const colour = divergingOf(inks.diverging, layer.most);
      return layer.shares.flatMap((share, cell) =>
        share ? [cellMark(onScreen(triangularVertices(cell, layer.side), triangle), hex(colour(share)), clip)] : [],
      );
    }
    case 'zones':
      return zoneMarks(layer, triangle);
    case 'contours':
      return layer.lines.map((rings, nth): Mark => {
        const d = rings.map((ring) => onScreen(ring, triangle)).join('');
        return { kind: 'path', d, clip, fill: inks.teal, opacity: contourOpacity(nth), stroke: inks.teal, width: 1 };
      });
    case 'points': {
      const radius = Math.min(4.2, Math.max(1.7, triangle.side / 70));
      const shape = typeof layer.whose === 'number' ? layer.whose : 0;
      const at = layer.points.map((point) => toScreen(point, triangle));
      const isChosen = layer.whose === 'chosen';
      const size = isChosen ? radius * (at.length > 400 ? 0.7 : 1) : radius * 0.85;
      const area = typeof layer.whose === 'number' ? radius * radius * 2.4 : Math.PI * size * size;
      const rim = isChosen && at.length <= 400 ? inks.ground : undefined;
      return dots(at, { shape, area, fill: inkOf(layer.whose), opacity: isChosen ? 1 : opacityOf(at.length), rim });
    }
    case 'centre':
      return centreMarks(layer, triangle);
    case 'path':
      return pathMarks(layer, triangle);
  }
}

const cellMark = (d: string, fill: string, clip: string): Mark => ({ kind: 'path', d, fill, stroke: inks.ground, width: 0.75, clip });

function zoneMarks({ counts, inWords, chosen }: Extract<TriadLayer, { kind: 'zones' }>, triangle: Triangle): Mark[] {
  const sums = counts.map((count, zone) => {
    const other = inWords[zone] ?? 0;
    return typeof count === 'number' && typeof other === 'number' ? count + other : typeof count === 'number' ? other : count;
  });
  const known = sums.filter((sum) => typeof sum === 'number');
  const [total, most] = [known.reduce((sum, count) => sum + count, 0), Math.max(1, ...known)];
  const isWhole = known.length === sums.length;
  const own = chosen?.counts.map((count, zone) => count + (chosen.inWords[zone] ?? 0)) ?? [];
  const ownTotal = own.reduce((sum, count) => sum + count, 0);
  return zones.flatMap((zone, nth): Mark[] => {
    const corners = zoneOutline(zone).map((point) => toScreen(point, triangle));
    const count = sums[nth] ?? 0;
    if (typeof count !== 'number') return heldMarks(corners, count);
    const middle = (of: 'x' | 'y') => corners.reduce((sum, corner) => sum + corner[of], 0) / corners.length;
    const fill = between(inks.ground, inks.tealMid, 0.1 + 0.9 * (count / most));
    const size = Math.min(15, Math.max(8, triangle.side / 28));
    const said = (isWhole ? percentOf(count, total) : null) ?? `${count}`;
    const ownSaid = percentOf(own[nth] ?? 0, ownTotal) ?? `${own[nth] ?? 0}`;
    const [x, y] = [middle('x'), middle('y') + size / 3];
    const look = { anchor: 'middle', weight: 'strong' } as const;
    return [
      { kind: 'path', d: closed(corners), fill, stroke: inks.ground, width: 1.5 },
      ...(total ? [text(said, x, chosen ? y - size * 0.6 : y, size, { ...look, fill: inks.ink })] : []),
      ...(chosen && ownTotal ? ownMarks(ownSaid, x, y + size * 0.75, size) : []),
    ];
  });
}

/** What share of the chosen lies in a zone, framed in their colour: as a colour of letters it would be lost on a tint. */
function ownMarks(words: string, x: number, y: number, size: number): Mark[] {
  const [width, height] = [size * (0.62 * words.length + 0.8), size * 1.24];
  return [
    {
      kind: 'path',
      d: rectangle({ x: x - width / 2, y: y - size * 0.98, width, height }),
      fill: inks.ground,
      stroke: inks.chosen,
      width: 1.4,
    },
    text(words, x, y, size * 0.94, { anchor: 'middle', weight: 'strong', fill: inks.ink }),
  ];
}

function pathMarks({ steps }: Extract<TriadLayer, { kind: 'path' }>, triangle: Triangle): Mark[] {
  const inked = steps.map(({ nth, of, centre, region }) => ({
    nth,
    at: toScreen(toPlane(centre), triangle),
    fill: between(inks.ramp[1], inks.ramp[3], of > 1 ? (nth - 1) / (of - 1) : 1),
    shape: 0,
    d: closed(region.map((shares) => toScreen(toPlane(shares), triangle))),
  }));
  return [
    ...inked.flatMap(({ d, fill }, nth): Mark[] => {
      const isBetween = nth > 0 && nth < inked.length - 1;
      const ring: Mark = { kind: 'path', d, stroke: fill, width: isBetween ? 0.8 : 1.5 };
      return isBetween ? [ring] : [{ kind: 'path', d, fill, opacity: 0.16 }, ring];
    }),
    ...wayMarks([{ steps: inked, line: inks.ink }]),
  ];
}

function centreMarks({ whose, centre, region }: Extract<TriadLayer, { kind: 'centre' }>, triangle: Triangle): Mark[] {
  const group = typeof whose === 'number' ? whose : null;
  const tone = group === null ? inks.ink : groupInk(group);
  const d = closed(region.map((share) => toScreen(toPlane(share), triangle)));
  const { x, y } = toScreen(toPlane(centre), triangle);
  const dash = dashes[group ?? 0];
  // On a small triad no larger than what it lies in.
  const [arm, line] = [Math.min(5, Math.max(3, triangle.side / 50)), triangle.side < 240 ? 1.2 : 1.8];
  const cross = `M${tenth(x - arm)},${tenth(y)}h${tenth(2 * arm)}M${tenth(x)},${tenth(y - arm)}v${tenth(2 * arm)}`;
  const marks: Mark[] =
    group === null
      ? [
          { kind: 'path', d: cross, stroke: inks.ground, width: line + 2 },
          { kind: 'path', d, stroke: tone, width: line },
          { kind: 'path', d: cross, stroke: tone, width: line },
        ]
      : [
          { kind: 'path', d, stroke: tone, width: line, ...(dash?.length && { dash: [...dash] }) },
          { kind: 'dots', shape: group, area: 120, at: [tenth(x), tenth(y)], fill: tone, opacity: 1, rim: inks.ground },
        ];
  return [{ kind: 'path', d, stroke: inks.ground, width: line + 2, ...(group === null && { fill: inks.ground, opacity: 0.7 }) }, ...marks];
}
