import { z } from 'zod';

/** Room for a generous figure, and none for a flood. */
const most = { marks: 20_000, path: 400_000, points: 400_000, words: 2_000 } as const;

/** A4 on its side, at 96 to the inch: the units of every plate. */
export const page = { width: 1123, height: 794 } as const;

const ink = z.string().regex(/^#[0-9a-f]{6}$/);
const opacity = z.number().min(0).max(1);
/** An SVG path of straight lines and cubic curves, in numbers. */
const path = z
  .string()
  .max(most.path)
  .regex(/^[MLHVCZmlhvcz\d\s.,-]*$/);

/** A shape, filled or outlined, cut off at another where `clip` says so. */
const pathMark = z.strictObject({
  kind: z.literal('path'),
  d: path,
  fill: ink.optional(),
  opacity: opacity.optional(),
  stroke: ink.optional(),
  width: z.number().min(0).max(50).optional(),
  dash: z.array(z.number().gt(0).max(100)).max(8).optional(),
  clip: path.optional(),
});

/** Many of one symbol: `at` is x, y, x, y … */
const dotsMark = z.strictObject({
  kind: z.literal('dots'),
  /** Which of the symbols that groups are told apart by; 0 is a circle. */
  shape: z.int().min(0).max(3),
  area: z.number().positive().max(2_000),
  at: z.array(z.number()).max(2 * most.points),
  fill: ink,
  opacity,
  rim: ink.optional(),
  /** Whether they are drawn in one stroke: where they overlap they are no darker, and a file stays small. */
  isFused: z.boolean().optional(),
});

const textMark = z.strictObject({
  kind: z.literal('text'),
  x: z.number(),
  /** Of the baseline. */
  y: z.number(),
  words: z.string().max(most.words),
  size: z.number().positive().max(100),
  weight: z.enum(['plain', 'strong']),
  anchor: z.enum(['start', 'middle', 'end']),
  fill: ink,
  /** Whether it reads upwards. */
  isUpright: z.boolean().optional(),
});

export const mark = z.discriminatedUnion('kind', [pathMark, dotsMark, textMark]);
export type Mark = z.infer<typeof mark>;
export type DotsMark = z.infer<typeof dotsMark>;
export type PathMark = z.infer<typeof pathMark>;
export type TextMark = z.infer<typeof textMark>;

/** One page of a figure: what is drawn, from the back to the front, on a white ground; the same for screen, SVG and PDF. */
export const plate = z.strictObject({
  width: z.literal(page.width),
  height: z.literal(page.height),
  title: z.string().max(most.words),
  /** What it shows, for whoever does not see it. */
  says: z.string().max(20_000),
  language: z.string().max(35),
  marks: z.array(mark).max(most.marks),
});
export type Plate = z.infer<typeof plate>;

/** Where something is drawn. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** To a tenth of a unit: finer than any eye, and short to write. */
export const tenth = (value: number) => Math.round(value * 10) / 10;

interface Point {
  x: number;
  y: number;
}

/** The path through some points, closed. */
export function closed(points: readonly Point[]): string {
  return points.length ? `M${points.map(({ x, y }) => `${tenth(x)},${tenth(y)}`).join('L')}Z` : '';
}

/** The path through some points. */
export function through(points: readonly Point[]): string {
  return points.length ? `M${points.map(({ x, y }) => `${tenth(x)},${tenth(y)}`).join('L')}` : '';
}

export function rectangle({ x, y, width, height }: Box): string {
  return `M${tenth(x)},${tenth(y)}h${tenth(width)}v${tenth(height)}h${tenth(-width)}Z`;
}

type TextLook = Partial<Pick<TextMark, 'weight' | 'anchor' | 'isUpright'>> & { fill: string };

/** One line of text with its baseline at y. */
export function text(words: string, x: number, y: number, size: number, look: TextLook): TextMark {
  return {
    kind: 'text',
    words: words.replaceAll('\u00a0', ' '),
    x: tenth(x),
    y: tenth(y),
    size: tenth(size),
    weight: 'plain',
    anchor: 'start',
    ...look,
  };
}
