import { inks } from '../inks.ts';
import { type Box, closed, type Mark, rectangle, tenth, text, through } from '../plate.ts';
import type { DyadPlot, DyadRow } from '../shown.ts';
import { fittedPair, type Measure } from '../wrap.ts';
import { dots } from './dots.ts';
import { heldMarks } from './held.ts';

/** A dyad in a box: a histogram or a row for each group, over the poles. */
export function drawDyad({ poles, body }: DyadPlot, box: Box, measure: Measure): Mark[] {
  const labels = fittedPair([poles.left, poles.right], measure, box.width, 16, box.width > 420 ? 1.16 : 1);
  const leading = Math.round(labels[0].size * 1.2);
  const below = Math.max(...labels.map(({ lines }) => lines.length)) * leading + 12;
  const inner = { ...box, height: box.height - below };
  const named = labels.flatMap(({ lines, size }, side) =>
    lines.map((line, nth) =>
      text(line, side ? box.x + box.width : box.x, inner.y + inner.height + 10 + (nth + 1) * leading - 2, size, {
        anchor: side ? 'end' : 'start',
        fill: inks.ink,
      }),
    ),
  );
  return [...(body.look === 'histogram' ? histogram(body, inner) : rows(body, inner, measure)), ...named];
}

function histogram(body: Extract<DyadPlot['body'], { look: 'histogram' }>, { x, y, width, height }: Box): Mark[] {
  const { counts, chosen, before, tallest, median, isFew } = body;
  const step = width / counts.length;
  const floor = y + height;
  const tall = (count: number) => (count / tallest) * (height - 4);
  const bar = (count: number, nth: number, fill: string, opacity = 1): Mark[] =>
    count
      ? [
          {
            kind: 'path',
            d: rectangle({ x: x + nth * step + 0.5, y: floor - tall(count), width: step - 1, height: tall(count) }),
            fill,
            opacity,
          },
        ]
      : [];
  const bars = counts.flatMap((count, nth) => {
    if (typeof count === 'number') return bar(count, nth, inks.tealSoft, isFew ? 0.3 : 1);
    const [left, right] = [x + nth * step + 0.5, x + (nth + 1) * step - 0.5];
    return heldMarks(
      [
        { x: left, y: floor - 14 },
        { x: right, y: floor - 14 },
        { x: right, y: floor },
        { x: left, y: floor },
      ],
      count,
    );
  });
  const singles = isFew
    ? counts.flatMap((count, nth) =>
        Array.from({ length: typeof count === 'number' ? count : 0 }, (_, at) => ({
          x: x + (nth + 0.5) * step,
          y: floor - tall(at + 0.5),
        })),
      )
    : [];
  const radius = Math.min(4, step / 3, tall(0.45));
  const dashed =
    before && through(before.flatMap((count, nth) => [0, 1].map((end) => ({ x: x + (nth + end) * step, y: floor - tall(count) }))));
  return [
    ...bars,
    ...(singles.length ? dots(singles, { shape: 0, area: Math.PI * radius * radius, fill: inks.dot, opacity: 1, rim: undefined }) : []),
    ...(chosen ?? []).flatMap((count, nth) => bar(count, nth, inks.chosen)),
    ...(dashed ? [{ kind: 'path', d: dashed, stroke: inks.ink, width: 1.2, dash: [3, 2] } satisfies Mark] : []),
    axis(x, width, floor),
    ...medianMark(median, x, width, floor),
  ];
}

const axis = (x: number, width: number, y: number): Mark => ({
  kind: 'path',
  d: `M${tenth(x)},${tenth(y)}h${tenth(width)}`,
  stroke: inks.ink,
  width: 1.1,
});

function medianMark(median: number | null, x: number, width: number, floor: number): Mark[] {
  return median === null ? [] : [{ kind: 'path', d: `M${tenth(x + median * width)},${tenth(floor + 1.5)}l4,7h-8Z`, fill: inks.ink }];
}

/** Rows under each other on one scale, each under its name. */
function rows({ rows, highest }: Extract<DyadPlot['body'], { look: 'rows' }>, box: Box, measure: Measure): Mark[] {
  const each = box.height / Math.max(1, rows.length);
  const size = Math.min(13, Math.max(7, each * 0.22));
  const height = Math.max(6, Math.min(220, each - size * 1.5 - 13));
  const radius = Math.min(...rows.map(({ drawn }) => (drawn.as === 'points' ? radiusFor(drawn.at, box.width, height) : Infinity)));
  return rows.flatMap((row, nth) => {
    const top = box.y + nth * each;
    const floor = top + each - 11;
    const numbers = `${row.placed} placed`;
    const name = shortened(row.words, measure, (box.width - measure(numbers) * size - 20) / size);
    return [
      text(name, box.x, floor - height - 3, size, { weight: 'strong', fill: inks.ink }),
      text(numbers, box.x + box.width, floor - height - 3, size * 0.92, { anchor: 'end', fill: inks.quiet }),
      ...rowMarks(row, { x: box.x, y: floor - height, width: box.width, height }, highest, radius),
      { ...axis(box.x, box.width, floor), stroke: inks.quiet, width: 0.8 } as Mark,
      ...(row.drawn.as === 'box' ? [] : medianMark(row.median, box.x, box.width, floor)),
    ];
  });
}

function shortened(words: string, measure: Measure, width: number): string {
  let end = words.length;
  while (end > 1 && measure(words.slice(0, end)) > width) end--;
  return end < words.length ? `${words.slice(0, end - 1).trimEnd()}…` : words;
}

function rowMarks({ drawn, median, isChosen }: DyadRow, { x, y, width, height }: Box, highest: number, radius: number): Mark[] {
  const [line, soft, dot] = isChosen ? [inks.chosen, inks.chosenSoft, inks.chosen] : [inks.teal, inks.tealSoft, inks.dot];
  const floor = y + height;
  if (drawn.as === 'ridge') {
    const crest = drawn.density.map((value, at) => ({
      x: x + ((at + 0.5) / drawn.density.length) * width,
      y: floor - (value / highest) * (height - 2),
    }));
    const [first, last] = [crest[0], crest.at(-1)];
    if (!first || !last) return [];
    return [
      { kind: 'path', d: closed([{ x: first.x, y: floor }, ...crest, { x: last.x, y: floor }]), fill: soft, opacity: 0.7 },
      { kind: 'path', d: through(crest), stroke: line, width: 1.4 },
    ];
  }
  if (drawn.as === 'box') {
    const [low = 0, lower = 0, , upper = 0, high = 0] = drawn.at.map((share) => x + share * width);
    if (!drawn.at.length) return [];
    const thick = Math.min(26, height * 0.7);
    const middle = floor - height / 2;
    const half = thick / 2;
    const whisker = [
      [low, middle, lower, middle],
      [upper, middle, high, middle],
      [low, middle - half / 2, low, middle + half / 2],
      [high, middle - half / 2, high, middle + half / 2],
    ].map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) =>
      through([
        { x: x1, y: y1 },
        { x: x2, y: y2 },
      ]),
    );
    return [
      { kind: 'path', d: whisker.join(''), stroke: line, width: 1.4 },
      {
        kind: 'path',
        d: rectangle({ x: lower, y: middle - half, width: Math.max(1, upper - lower), height: thick }),
        fill: soft,
        stroke: line,
        width: 1.4,
      },
      ...(median === null
        ? []
        : [
            {
              kind: 'path',
              d: `M${tenth(x + median * width)},${tenth(middle - half)}v${tenth(thick)}`,
              stroke: inks.ink,
              width: 2.4,
            } satisfies Mark,
          ]),
    ];
  }
  return dots(piled(drawn.at, { x, y, width, height }, radius), {
    shape: 0,
    area: Math.PI * radius * radius,
    fill: dot,
    opacity: drawn.at.length < 30 ? 0.85 : 0.6,
    rim: undefined,
  });
}

/** The largest dot with which the highest pile stays in its room. */
function radiusFor(shares: readonly number[], width: number, height: number): number {
  for (let radius = Math.min(6, height / 3); radius > 1.6; radius -= 0.2) {
    const piles = new Map<number, number>();
    for (const share of shares) {
      const pile = Math.floor((share * width) / (2 * radius));
      piles.set(pile, (piles.get(pile) ?? 0) + 1);
    }
    if ([...piles.values()].every((pile) => pile * 2 * radius <= height)) return radius;
  }
  return 1.6;
}

/** Points where they lie, piled up where several lie; closer together where the pile would be too high. */
function piled(shares: readonly number[], { x, y, width, height }: Box, radius: number): { x: number; y: number }[] {
  const pileOf = (share: number) => Math.floor((share * width) / (2 * radius));
  const heights = new Map<number, number>();
  for (const share of shares) heights.set(pileOf(share), (heights.get(pileOf(share)) ?? 0) + 1);
  const step = Math.min(2 * radius, (height - 2 * radius) / Math.max(1, ...heights.values()));
  const laid = new Map<number, number>();
  return shares.map((share) => {
    const level = laid.get(pileOf(share)) ?? 0;
    laid.set(pileOf(share), level + 1);
    return { x: x + share * width, y: y + height - radius - level * step };
  });
}
