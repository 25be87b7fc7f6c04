import { between, groupInk, hex, inks, rampOf } from '../inks.ts';
import { type Ground, labelled, type StoneName } from '../layout/stone-labels.ts';
import { fullestPart, groundSide, together } from '../layout/stones-layout.ts';
import { type Box, type Mark, rectangle, tenth, text, through } from '../plate.ts';
import type { Axis, Placed, ShownStone, StonesPlot } from '../shown.ts';
import type { Measure } from '../wrap.ts';
import { dots } from './dots.ts';
import { heldMarks } from './held.ts';
import { wayMarks } from './way-marks.ts';

/** Stones on their canvas in a box, with both axes named along their sides. */
export function drawStones({ axes, stones, isNamed, isMarked }: StonesPlot, box: Box, measure: Measure): Mark[] {
  const size = box.width > 420 ? 13 : 10;
  const along = size * 1.7;
  const square = { x: box.x + along, y: box.y + 2, width: box.width - along - 2, height: box.height - along - 2 };
  const names = isNamed ? stones.filter(({ middle }) => middle) : [];
  const grounds = names.map(groundOf);
  const laid = labelled(
    names.map(({ words, middle }, nth) => {
      const ground = grounds[nth];
      return { words, at: isMarked || !ground ? middle && onCanvas(middle, square) : fullestPart(ground, square) };
    }),
    square,
    measure,
    together(grounds),
    isMarked ? 14 : 0,
  );
  const placed = stones.reduce((sum, { placed }) => Math.max(sum, placed), 0);
  return [
    ...stones.flatMap((stone) => stoneMarks(stone, square, placed)),
    { kind: 'path', d: rectangle(square), stroke: inks.ink, width: 1.1 },
    ...wayMarks(waysOf(stones, square)),
    ...stones.flatMap(({ index, middle }): Mark[] => {
      const at = isMarked && middle && onCanvas(middle, square);
      return at
        ? [{ kind: 'dots', shape: index % 4, area: 130, at: [tenth(at.x), tenth(at.y)], fill: groupInk(index), opacity: 1, rim: inks.ink }]
        : [];
    }),
    ...laid.flatMap((name, nth) => nameMarks(name, between(inks.ink, groupInk(names[nth]?.index ?? nth), 0.7), measure)),
    ...axisMarks(axes.x, { from: square.x, length: square.width, at: square.y + square.height + along - 4 }, size, measure, false),
    ...axisMarks(axes.y, { from: square.y + square.height, length: square.height, at: box.x + size - 2 }, size, measure, true),
  ];
}

const onCanvas = ([x, y]: Placed, square: Box) => ({ x: square.x + x * square.width, y: square.y + (1 - y) * square.height });

const waysOf = (stones: readonly ShownStone[], square: Box) =>
  stones.flatMap(({ index, body }) => {
    const line = groupInk(index);
    const steps =
      body.as === 'path' ? body.steps.map(({ nth, at }) => ({ nth, at: onCanvas(at, square), fill: line, shape: index % 4 })) : [];
    return steps.length ? [{ steps, line }] : [];
  });

function stoneMarks({ index, body }: ShownStone, square: Box, most: number): Mark[] {
  const area = square.width > 340 ? 26 : 11;
  const shape = index % 4;
  const chosen = (points: readonly Placed[]) =>
    dots(
      points.map((point) => onCanvas(point, square)),
      { shape, area: area * 1.9, fill: inks.chosen, opacity: 1, rim: inks.ground },
    );
  if (body.as === 'points') {
    const opacity = most > 1000 ? 0.25 : most > 100 ? 0.42 : 0.85;
    return [
      ...dots(
        body.points.map((point) => onCanvas(point, square)),
        { shape, area, fill: groupInk(index), opacity, rim: undefined },
      ),
      ...chosen(body.chosen ?? []),
    ];
  }
  if (body.as === 'path') return [];
  const colour = rampOf(inks.ramp, body.darkest);
  const [across, up] = [square.width / body.side, square.height / body.side];
  const squares = body.counts.flatMap((count, cell): Mark[] => {
    if (count === 0) return [];
    const [column, row] = [cell % body.side, Math.floor(cell / body.side)];
    const [x, y] = [square.x + column * across + 0.5, square.y + square.height - (row + 1) * up + 0.5];
    const [width, height] = [across - 1, up - 1];
    if (typeof count === 'number') return [{ kind: 'path', d: rectangle({ x, y, width, height }), fill: hex(colour(count)) }];
    return heldMarks(
      [
        { x, y },
        { x: x + width, y },
        { x: x + width, y: y + height },
        { x, y: y + height },
      ],
      count,
    );
  });
  return [...squares, ...chosen(body.chosen?.points ?? [])];
}

/** How densely a stone lies where. */
function groundOf({ body }: ShownStone): Ground {
  const counts = new Float64Array(groundSide * groundSide);
  const part = (share: number) => Math.min(groundSide - 1, Math.floor(share * groundSide));
  for (const [x, y] of body.as === 'points' ? body.points : []) {
    const square = part(y) * groundSide + part(x);
    counts[square] = (counts[square] ?? 0) + 1;
  }
  return { side: groundSide, counts };
}

/** A stone's name on a light ground of its own, so that it can be read over points, with the line that leads to its stone. */
function nameMarks({ words, x, y, size, leader }: StoneName, fill: string, measure: Measure): Mark[] {
  if (!words) return [];
  const width = measure(words) * size * 1.06 + 8;
  return [
    ...(leader ? [{ kind: 'path', d: through(leader), stroke: fill, width: 1.2 } satisfies Mark] : []),
    { kind: 'path', d: rectangle({ x: x - width / 2, y: y - 11.5, width, height: 15 }), fill: inks.ground, opacity: 0.82 },
    text(words, x, y, size, { anchor: 'middle', weight: 'strong', fill }),
  ];
}

/** What an axis is called in its middle, and what its ends are at its ends; on a short one its name alone. */
function axisMarks(
  { name, low, high }: Axis,
  { from, length, at }: { from: number; length: number; at: number },
  size: number,
  measure: Measure,
  isUpright: boolean,
): Mark[] {
  const whole = [low, name, high].reduce((sum, words) => sum + measure(words) * size * 1.04, 32);
  const isWhole = whole <= length;
  const place = (share: number) => (isUpright ? { x: at, y: from - share * length } : { x: from + share * length, y: at });
  const [start, middle, end] = [place(0), place(0.5), place(1)];
  const smaller = Math.min(size, (length / measure(name)) * 0.94);
  const named = text(name, middle.x, middle.y, smaller, {
    anchor: 'middle',
    weight: 'strong',
    fill: inks.ink,
    ...(isUpright && { isUpright }),
  });
  if (!isWhole) return [named];
  const look = { fill: inks.quiet, ...(isUpright && { isUpright }) };
  return [text(low, start.x, start.y, size * 0.92, look), named, text(high, end.x, end.y, size * 0.92, { ...look, anchor: 'end' })];
}
