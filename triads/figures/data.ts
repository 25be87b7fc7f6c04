import type { ShownCount } from '../disclosure/table.ts';
import type { PlanePoint } from '../geometry/coordinates.ts';
import { height } from '../geometry/plane.ts';
import { zones } from '../geometry/zones.ts';
import { hexagonCentre } from '../patterns/hexagonal-bins.ts';
import { triangularVertices } from '../patterns/triangular-bins.ts';
import type { Parts } from './parts-table.ts';
import { type ChoicePlot, countInWords, type DyadPlot, type Panel, type StonesPlot, type TriadLayer, type TriadPlot } from './shown.ts';

/** What a figure shows, as a table: one row a bin, zone, option or point. Headings are the field's keys. */
export interface Table {
  columns: string[];
  rows: (string | number)[][];
}

export type Cells = Record<string, string | number>;

/**
 * The data of a figure: exactly what it draws, in the order drawn; last the parts of groups that are compared. Cells that are small or
 * hidden say so, as the figure does.
 * @param threshold below which counts are said as "<n"
 */
export function dataOf(panels: readonly Panel[], threshold: number, parts: Parts | null = null): Table {
  const isSeveral = panels.length > 1;
  const say: Say = (count) => (typeof count === 'number' ? count : countInWords(count, threshold));
  const drawn = panels.flatMap((panel) => {
    const own = cellsOf(panel, say);
    const named = isSeveral && panel.plot.kind !== 'stones' ? { group: panel.group ?? panel.key, group_label: panel.words } : {};
    const ofStones = panel.plot.kind === 'stones' && panel.group !== null ? { group: panel.group, group_label: panel.words } : {};
    return own.map((cells): Cells => ({ ...named, ...ofStones, ...cells }));
  });
  const rows = [...drawn, ...(parts && parts.groups.length > 1 && !parts.isOfChosen ? partCells(parts, say) : [])];
  const columns = [...new Set(rows.flatMap((cells) => Object.keys(cells)))];
  return { columns, rows: rows.map((cells) => columns.map((column) => cells[column] ?? '')) };
}

const partCells = ({ groups, rows }: Parts, say: Say) =>
  groups.flatMap(({ key, words }, nth) =>
    rows.map((row): Cells => ({ group: key, group_label: words, part: row.words, placed: say(row.counts[nth] ?? 0) })),
  );

type Say = (count: ShownCount) => string | number;

/** The rows of one plot's own data. */
export function cellsOf({ plot }: Panel, say: Say): Cells[] {
  switch (plot.kind) {
    case 'triad':
      return triadCells(plot, say);
    case 'dyad':
      return dyadCells(plot, say);
    case 'stones':
      return stonesCells(plot, say);
    case 'choice':
      return choiceCells(plot, say);
  }
}

/** Shares to the precision that columns hold, without the noise of binary fractions. */
export const share = (value: number) => Number(value.toFixed(5));

function sharesAt({ x, y }: PlanePoint): Cells {
  const top = y / height;
  const right = x - top / 2;
  return { top: share(top), left: share(1 - top - right), right: share(right) };
}

function centreOf(points: readonly PlanePoint[]): PlanePoint {
  const mean = (of: 'x' | 'y') => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  return { x: mean('x'), y: mean('y') } as PlanePoint;
}

const middleOfCell = (cut: 'triangles' | 'hexagons', cell: number, side: number) =>
  cut === 'triangles' ? centreOf(triangularVertices(cell, side)) : hexagonCentre(cell, side);

/** What a triad's plot is made of; what lies over it (a centre, the chosen) is in the counts or not data of its own. */
function triadCells({ layers }: TriadPlot, say: Say): Cells[] {
  const [main] = layers;
  const isOfPoints = main?.kind === 'points';
  return layers.filter((layer) => layer === main || (isOfPoints && layer.kind === 'points')).flatMap((layer) => layerCells(layer, say));
}

function layerCells(layer: TriadLayer, say: Say): Cells[] {
  switch (layer.kind) {
    case 'cells':
      return layer.counts.map((count, cell) => ({
        bin: cell + 1,
        ...sharesAt(middleOfCell(layer.cut, cell, layer.side)),
        placed: say(count),
        ...(layer.chosen && { selected: layer.chosen[cell] ?? 0 }),
      }));
    case 'zones':
      return layer.counts.map((count, zone) => ({
        zone: zones[zone] ?? '',
        placed: say(count),
        ...(layer.inWords.length && { chosen: say(layer.inWords[zone] ?? 0) }),
        ...(layer.chosen && { selected: layer.chosen.counts[zone] ?? 0, selected_chosen: layer.chosen.inWords[zone] ?? 0 }),
      }));
    case 'difference':
      return layer.shares.map((difference, cell) => ({
        bin: cell + 1,
        ...sharesAt(middleOfCell('triangles', cell, layer.side)),
        more_of: layer.groups[0],
        than_of: layer.groups[1],
        difference: share(difference),
      }));
    case 'contours':
      return layer.lines.flatMap((rings, nth) =>
        rings.flatMap((ring, line) => ring.map((point) => ({ held: layer.held[nth] ?? '', line: line + 1, ...sharesAt(point) }))),
      );
    case 'points':
      return layer.points.map((point) => ({ group: layer.name, ...sharesAt(point) }));
    case 'path':
      return layer.steps.map(({ key, words, nth, centre: [top, left, right] }) => ({
        group: key,
        group_label: words,
        step: nth,
        top: share(top),
        left: share(left),
        right: share(right),
      }));
    case 'centre':
      return [];
  }
}

function dyadCells({ body }: DyadPlot, say: Say): Cells[] {
  if (body.look === 'histogram') {
    const { counts, chosen, before } = body;
    return counts.map((count, bin) => ({
      from: share(bin / counts.length),
      to: share((bin + 1) / counts.length),
      placed: say(count),
      ...(chosen && { selected: chosen[bin] ?? 0 }),
      ...(before && { wave_before_scaled: share(before[bin] ?? 0) }),
    }));
  }
  return body.rows.flatMap(({ key, words, placed, drawn }): Cells[] => {
    const group = { group: key, group_label: words };
    if (drawn.as === 'points') return drawn.at.map((right) => ({ ...group, right: share(right) }));
    if (drawn.as === 'ridge') {
      return drawn.density.map((density, at) => ({ ...group, right: share((at + 0.5) / drawn.density.length), density: share(density) }));
    }
    const [p5 = 0, p25 = 0, median = 0, p75 = 0, p95 = 0] = drawn.at.map(share);
    return [{ ...group, placed, p5, p25, median, p75, p95 }];
  });
}

function stonesCells({ stones }: StonesPlot, say: Say): Cells[] {
  return stones.flatMap(({ key, words, body }): Cells[] => {
    const stone = { stone: key, stone_label: words };
    if (body.as === 'points') {
      const rows = (points: readonly (readonly [number, number])[], more: Cells) =>
        points.map(([x, y]) => ({ ...stone, x: share(x), y: share(y), ...more }));
      return body.chosen ? [...rows(body.points, { of: 'stories' }), ...rows(body.chosen, { of: 'chosen' })] : rows(body.points, {});
    }
    if (body.as === 'path')
      return body.steps.map(({ key, words, nth, at: [x, y] }) => ({
        group: key,
        group_label: words,
        ...stone,
        step: nth,
        x: share(x),
        y: share(y),
      }));
    const { side, counts, chosen } = body;
    return counts.map((count, square) => ({
      ...stone,
      x_from: share((square % side) / side),
      x_to: share(((square % side) + 1) / side),
      y_from: share(Math.floor(square / side) / side),
      y_to: share((Math.floor(square / side) + 1) / side),
      placed: say(count),
      ...(chosen && { selected: chosen.counts[square] ?? 0 }),
    }));
  });
}

function choiceCells({ options, groups }: ChoicePlot, say: Say): Cells[] {
  return groups.flatMap(({ key, words, answered, counts }) =>
    options.map((option, nth): Cells => {
      const count = counts[nth] ?? 0;
      const isKnown = typeof count === 'number' && typeof answered === 'number' && answered > 0;
      return {
        group: key,
        group_label: words,
        option: option.key,
        option_label: option.words,
        stories: say(count),
        answered: say(answered),
        share: isKnown ? share(count / answered) : '',
      };
    }),
  );
}
