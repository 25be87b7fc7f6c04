import type { Measure } from '../wrap.ts';
import type { Square } from './stones-layout.ts';

interface At {
  x: number;
  y: number;
}

/** How often stones lie in each square of their canvas, cut into side²: from the lower left, row by row. */
export interface Ground {
  side: number;
  counts: ArrayLike<number>;
}

/** A stone's name: the middle of its baseline, and where it stands apart from what it names, the line that leads there. */
export interface StoneName {
  words: string;
  x: number;
  y: number;
  size: number;
  leader: readonly [from: At, to: At] | null;
}

/** A name around its middle. */
interface Box extends At {
  half: number;
}

const high = 17;
const usual = 12;
/** Bold letters are so much wider than those that are measured. */
const roomier = 1.09;
/** A name farther from what it names has a line to it. */
const close = 10;
/** To hide one stone in a hundred is as bad as to stand this share of the canvas further away. */
const perHundredth = 0.05;
/** Places that are tried along each side of the canvas. */
const tried = 36;

/**
 * Where the names of stones go: near what each names, inside the canvas, where they hide the fewest stones, and never over each other.
 * One wider than the canvas is set smaller. A stone that lies nowhere has no name, but keeps its place in the order.
 * @param stones with what each name belongs to: the mark of its middle, or where most of them lie
 * @param ground of all of them together
 * @param clear how far names keep from what they belong to, where that has a mark
 */
export function labelled(
  stones: readonly { words: string; at: At | null }[],
  square: Square,
  measure: Measure,
  ground: Ground,
  clear = 0,
): StoneName[] {
  const marks = clear ? stones.flatMap(({ at }) => at ?? []) : [];
  const hidden = hiddenUnder(ground, square);
  const diagonal = Math.hypot(square.width, square.height);
  const placed: { box: Box; leader: StoneName['leader'] }[] = [];
  return stones.map(({ words, at }) => {
    if (!at) return { words: '', x: square.x, y: square.y + square.height, size: usual, leader: null };
    const size = Math.min(usual, square.width / (measure(words) * roomier + 0.01));
    const half = Math.min(square.width / 2, (measure(words) * size * roomier) / 2 + 4);
    const badness = (box: Box) => {
      const leader = leaderOf(box, at, clear);
      const isCrossed = placed.some((other) => runsOver(leader, other.box) || runsOver(other.leader, box));
      return (
        (placed.some((other) => touch(box, other.box)) ? 100 : 0) +
        (marks.some((mark) => apart(box, mark) < clear - high / 2) ? 10 : 0) +
        (isCrossed ? 1 : 0) +
        hidden(box) * 100 * perHundredth +
        apart(box, at) / diagonal
      );
    };
    const box = least(places(at, half, square, clear), badness);
    const leader = leaderOf(box, at, clear);
    placed.push({ box, leader });
    return { words, x: box.x, y: box.y + 4, size, leader };
  });
}

const touch = (one: Box, other: Box) => Math.abs(one.x - other.x) < one.half + other.half && Math.abs(one.y - other.y) < high;

/** Whether a line runs over a name. */
function runsOver(leader: StoneName['leader'], box: Box): boolean {
  if (!leader) return false;
  const [from, to] = leader;
  const steps = Array.from({ length: 13 }, (_, nth) => nth / 12);
  return steps.some((share) => apart(box, { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }) < 1);
}

/** The point of a name that is nearest to another. */
const nearestOn = ({ x, y, half }: Box, to: At): At => ({
  x: Math.min(Math.max(to.x, x - half), x + half),
  y: Math.min(Math.max(to.y, y - high / 2), y + high / 2),
});

function apart(box: Box, at: At): number {
  const edge = nearestOn(box, at);
  return Math.hypot(edge.x - at.x, edge.y - at.y);
}

/** Right above and below what is named, and all over the canvas. */
function places(at: At, half: number, { x, y, width, height }: Square, clear: number): Box[] {
  const within = (value: number, from: number, length: number, edge: number) =>
    Math.min(Math.max(value, from + edge), Math.max(from + edge, from + length - edge));
  const held = (to: At): Box => ({ x: within(to.x, x, width, half), y: within(to.y, y, height, high / 2 + 1), half });
  const grid = Array.from({ length: tried * tried }, (_, nth) =>
    held({ x: x + ((nth % tried) / (tried - 1)) * width, y: y + (Math.floor(nth / tried) / (tried - 1)) * height }),
  );
  return [held({ x: at.x, y: at.y - clear }), held({ x: at.x, y: at.y + clear }), ...grid];
}

function least(boxes: readonly Box[], badness: (box: Box) => number): Box {
  const rated = boxes.map((box) => ({ box, bad: badness(box) }));
  return rated.reduce((best, next) => (next.bad < best.bad ? next : best)).box;
}

/** The share of all stones that a name would hide. */
function hiddenUnder({ side, counts }: Ground, square: Square): (box: Box) => number {
  const total = Math.max(
    1,
    Array.from(counts).reduce((sum, count) => sum + count, 0),
  );
  const [across, up] = [square.width / side, square.height / side];
  return ({ x, y, half }) => {
    const columns = cut((x - half - square.x) / across, (x + half - square.x) / across, side);
    const rows = cut((square.y + square.height - y - high / 2) / up, (square.y + square.height - y + high / 2) / up, side);
    let sum = 0;
    for (const row of rows) for (const column of columns) sum += (counts[row.at * side + column.at] ?? 0) * row.share * column.share;
    return sum / total;
  };
}

/** Which squares of a row a stretch lies over, and how much of each. */
function cut(from: number, to: number, side: number): { at: number; share: number }[] {
  const parts: { at: number; share: number }[] = [];
  for (let at = Math.max(0, Math.floor(from)); at < Math.min(side, to); at++) {
    parts.push({ at, share: Math.min(at + 1, to) - Math.max(at, from) });
  }
  return parts;
}

function leaderOf(box: Box, at: At, clear: number): StoneName['leader'] {
  const from = nearestOn(box, at);
  const far = Math.hypot(from.x - at.x, from.y - at.y);
  const short = clear / 2;
  if (far < close + short) return null;
  return [from, { x: at.x + ((from.x - at.x) * short) / far, y: at.y + ((from.y - at.y) * short) / far }];
}
