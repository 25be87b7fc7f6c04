import { between, groupInk, hex, inks, rampOf } from '../inks.ts';
import { type Box, type Mark, rectangle, tenth, text } from '../plate.ts';
import type { Axis, Placed, ShownStone, StonesPlot } from '../shown.ts';
import { labelled } from '../stone-labels.ts';
import type { Measure } from '../wrap.ts';
import { dots } from './dots.ts';
import { heldMarks } from './held.ts';
import { wayMarks } from './way.ts';

/** Stones on their canvas in a box, with both axes named along their sides. */
export function drawStones({ axes, stones, isNamed, isMarked }: StonesPlot, box: Box, measure: Measure): Mark[] {
  const size = box.width > 420 ? 13 : 10;
  const along = size * 1.7;
  const square = { x: box.x + along, y: box.y + 2, width: box.width - along - 2, height: box.height - along - 2 };
  const names = isNamed ? stones.filter(({ middle }) => middle) : [];
  const laid = labelled(
    names.map(({ words, middle }) => ({ words, at: middle && onCanvas(middle, square) })),
    square,
    measure,
    isMarked ? 14 : 0,
  );
  const placed = stones.reduce((sum, { placed }) => Math.max(sum, placed), 0);
  return [
    ...stones.flatMap((stone) => stoneMarks(stone, square, placed)),
    { kind: 'path', d: rectangle(square), stroke: inks.ink, width: 1.1 },
    ...stones.flatMap(({ index, middle }): Mark[] => {
      const at = isMarked && middle && onCanvas(middle, square);
      return at
        ? [{ kind: 'dots', shape: index % 4, area: 130, at: [tenth(at.x), tenth(at.y)], fill: groupInk(index), opacity: 1, rim: inks.ink }]
        : [];
    }),
    ...laid.flatMap(({ words, x, y }, nth) => nameMarks(words, x, y, groupInk(names[nth]?.index ?? nth), measure)),
    ...axisMarks(axes.x, { from: square.x, length: square.width, at: square.y + square.height + along - 4 }, size, measure, false),
    ...axisMarks(axes.y, { from: square.y + square.height, length: square.height, at: box.x + size - 2 }, size, measure, true),
  ];
}

const onCanvas = ([x, y]: Placed, square: Box) => ({ x: square.x + x * square.width, y: square.y + (1 - y) * square.height });

function stoneMarks({ index, body }: ShownStone, square: Box, most: number): Mark[] {
  if (body.as === 'points') {
    const area = square.width > 340 ? 26 : 11;
    const opacity = most > 1000 ? 0.25 : most > 100 ? 0.42 : 0.85;
    const shape = index % 4;
    return [
      ...dots(
        body.points.map((point) => onCanvas(point, square)),
        { shape, area, fill: groupInk(index), opacity, rim: undefined },
      ),
      ...dots(
        (body.chosen ?? []).map((point) => onCanvas(point, square)),
        { shape, area: area * 1.9, fill: inks.chosen, opacity: 1, rim: inks.ground },
      ),
    ];
  }
  if (body.as === 'path') {
    const steps = body.steps.map(({ nth, at }) => ({ nth, at: onCanvas(at, square), fill: groupInk(index), shape: index % 4 }));
    return wayMarks(steps, groupInk(index));
  }
  const colour = rampOf(inks.ramp, body.darkest);
  const [across, up] = [square.width / body.side, square.height / body.side];
  return body.counts.flatMap((count, cell): Mark[] => {
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
}

/** A stone's name on a light ground of its own, so that it can be read over its points. */
function nameMarks(words: string, x: number, y: number, colour: string, measure: Measure): Mark[] {
  if (!words) return [];
  const width = measure(words) * 12 * 1.06 + 8;
  return [
    { kind: 'path', d: rectangle({ x: x - width / 2, y: y - 11.5, width, height: 15 }), fill: inks.ground, opacity: 0.82 },
    text(words, x, y, 12, { anchor: 'middle', weight: 'strong', fill: between(inks.ink, colour, 0.7) }),
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
