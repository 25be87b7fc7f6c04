import type { Signifier } from '../framework/framework.ts';
import { zones } from '../geometry/zones.ts';
import { wilson } from '../statistics/proportion.ts';
import type { Answered } from './answered.ts';
import { classesOf } from './classes.ts';
import { isAsked } from './rates.ts';
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
  /** How many people placed it, by touch, mouse or keys. */
  people: number;
  /** Their placements; each stone counts. */
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

/** Each person's placements on a shape, those chosen in words among them or not. */
function placementsOf(signifier: Signifier, rows: readonly Answered[], withChosen: boolean): Map<string, string>[] {
  return rows.flatMap((row) => {
    const answer = isAsked(row, signifier.key) ? row.answers[signifier.key] : undefined;
    if (!withChosen && answer && 'by' in answer && answer.by === 'choice') return [];
    const classes = classesOf(signifier, answer);
    return classes.size ? [classes] : [];
  });
}

/**
 * How many placements lie in each part of a shape; none where the signifier is no shape.
 * @param withChosen whether those chosen in words are among them
 */
export function partsOf(signifier: Signifier, rows: readonly Answered[], withChosen: boolean): Omit<Pile, 'isFlagged'>[] {
  const { kind } = signifier;
  if (kind === 'choice' || kind === 'text') return [];
  const counts = new Map<string, number>();
  for (const classes of placementsOf(signifier, rows, withChosen)) {
    for (const at of classes.values()) counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return areas[kind].map(([at, area]) => ({ at, area, count: counts.get(at) ?? 0 }));
}

/**
 * Where placements pile up: where a part, or the corners, edges or ends together, hold by the lower end of the 95 % interval (Wilson) more than
 * their area and a quarter of all the rest.
 * @returns null for a signifier that is no shape
 */
export function pilesOf(signifier: Signifier, rows: readonly Answered[]): Piles | null {
  const { kind } = signifier;
  if (kind === 'choice' || kind === 'text') return null;
  const singles = partsOf(signifier, rows, false);
  const sum = (of: typeof singles, what: 'count' | 'area') => of.reduce((whole, part) => whole + part[what], 0);
  const placed = sum(singles, 'count');
  const people = placementsOf(signifier, rows, false).length;
  const isEnough = people >= fewest.placements;
  const flagged = (part: Omit<Pile, 'isFlagged'>): Pile => {
    // The stones that one person laid hang together, so the interval is that of as many people.
    const lower = isEnough ? wilson((part.count / placed) * people, people)[0] : 0;
    return { ...part, isFlagged: lower > part.area + (1 - part.area) / 4 };
  };
  const parts = singles.map(flagged);
  const groups = Object.entries(together[kind]).map(([at, of]) => {
    const within = singles.filter((part) => of.includes(part.at));
    return flagged({ at, area: sum(within, 'area'), count: sum(within, 'count') });
  });
  const isFlagged = [...parts, ...groups].some((one) => one.isFlagged);
  return { standing: !isEnough ? 'few' : isFlagged ? 'flagged' : 'fine', people, placed, parts, groups };
}
