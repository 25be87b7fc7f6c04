import type { Signifier } from '../framework/framework.ts';
import { zones } from '../geometry/zones.ts';
import { wilson } from '../statistics/proportion.ts';
import type { Answered } from './answered.ts';
import { classesOf } from './classes.ts';
import { fewest, type Standing } from './standing.ts';

/** Placements in one part of a shape, beside the share that its area would give if they lay anywhere alike. */
export interface Pile {
  /** A zone of a triad, a fifth of a dyad (`0` is at the left pole), a cell of a canvas (`low high`: x, then y); or several: `corners`, `edges`, `ends`. */
  at: string;
  count: number;
  area: number;
  isFlagged: boolean;
}

export interface Piles {
  standing: Standing;
  /** Placements by touch, mouse or keys; each stone counts. */
  placed: number;
  parts: Pile[];
  groups: Pile[];
}

const levels = ['low', 'middle', 'high'];
const cells = levels.flatMap((x) => levels.map((y) => `${x} ${y}`));
const middles = (cell: string) => cell.split(' ').filter((level) => level === 'middle').length;

/**
 * The parts of each shape with their areas. By the 60/20 rule a corner is a triangle of 0.4 a side and so 0.16 of the whole, as is the centre; an
 * edge has a third of the rest, 0.12.
 */
const areas: Record<'triad' | 'dyad' | 'stones', [at: string, area: number][]> = {
  triad: zones.map((zone) => [zone, zone.includes('-') ? 0.12 : 0.16]),
  dyad: ['0', '1', '2', '3', '4'].map((fifth) => [fifth, 0.2]),
  stones: cells.map((cell) => [cell, 1 / 9]),
};

/** Parts that are one pile-up together, though each may hold little more than its share. */
const together: Record<'triad' | 'dyad' | 'stones', Record<string, string[]>> = {
  triad: { corners: ['top', 'left', 'right'], edges: ['top-left', 'top-right', 'left-right'] },
  dyad: { ends: ['0', '4'] },
  stones: { corners: cells.filter((cell) => middles(cell) === 0), edges: cells.filter((cell) => middles(cell) === 1) },
};

/**
 * Where placements pile up: where a part, or the corners, edges or ends together, hold by the lower end of the 95 % interval (Wilson) more than
 * their area and a quarter of all the rest.
 * @returns null for a signifier that is no shape
 */
export function pilesOf(signifier: Signifier, rows: readonly Answered[]): Piles | null {
  const { kind, key } = signifier;
  if (kind === 'choice' || kind === 'text') return null;
  const counts = new Map<string, number>();
  let placed = 0;
  for (const { answers } of rows) {
    const answer = answers[key];
    if (answer && 'by' in answer && answer.by === 'choice') continue;
    for (const at of classesOf(signifier, answer).values()) {
      counts.set(at, (counts.get(at) ?? 0) + 1);
      placed++;
    }
  }
  const isEnough = placed >= fewest.placements;
  const pile = (at: string, count: number, area: number): Pile => ({
    at,
    count,
    area,
    isFlagged: isEnough && wilson(count, placed)[0] > area + (1 - area) / 4,
  });
  const parts = areas[kind].map(([at, area]) => pile(at, counts.get(at) ?? 0, area));
  const groups = Object.entries(together[kind]).map(([at, of]) => {
    const within = parts.filter((part) => of.includes(part.at));
    return pile(
      at,
      within.reduce((sum, { count }) => sum + count, 0),
      within.reduce((sum, { area }) => sum + area, 0),
    );
  });
  const isFlagged = [...parts, ...groups].some((one) => one.isFlagged);
  return { standing: !isEnough ? 'few' : isFlagged ? 'flagged' : 'fine', placed, parts, groups };
}
