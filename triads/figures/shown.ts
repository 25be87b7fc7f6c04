import type { ShownCount } from '../disclosure/table.ts';
import type { Composition, PlanePoint } from '../geometry/coordinates.ts';
import type { Corners } from './layout/triad-layout.ts';

/**
 * What the plots of a figure show: counts and points, already made. Where they come from is no matter here: from the columns of
 * a researcher, or from the aggregates that a workshop lead may see, in which counts can be small ("<n") or hidden.
 */
export type Plot = TriadPlot | DyadPlot | StonesPlot | ChoicePlot;

export interface TriadPlot {
  kind: 'triad';
  corners: Corners;
  /** From the back to the front. */
  layers: TriadLayer[];
}

/** Whose placements something shows: everybody's, those chosen, or one of several groups by its place. */
export type Whose = 'all' | 'chosen' | number;

export type TriadLayer =
  | {
      kind: 'cells';
      cut: 'triangles' | 'hexagons';
      side: number;
      counts: readonly ShownCount[];
      chosen: readonly number[] | null;
      darkest: number;
    }
  /** In the order of `zones`: placed there, and answered so in words. */
  | {
      kind: 'zones';
      counts: readonly ShownCount[];
      inWords: readonly ShownCount[];
      chosen: { counts: readonly number[]; inWords: readonly number[] } | null;
    }
  /** The share of each cell in one group less that in the other. */
  | { kind: 'difference'; side: number; shares: readonly number[]; most: number; groups: [string, string] }
  | { kind: 'contours'; lines: readonly (readonly PlanePoint[])[][]; held: readonly number[] }
  | { kind: 'points'; whose: Whose; name: string; points: readonly PlanePoint[] }
  | { kind: 'centre'; whose: Whose; centre: Composition; region: readonly Composition[] }
  /** The way of the centre from group to group. */
  | { kind: 'path'; steps: readonly CentreStep[] };

/** A group on the way of a middle, as the so-manieth. */
interface PathStep {
  key: string;
  words: string;
  nth: number;
}
export interface CentreStep extends PathStep {
  /** How many groups there are, also those without a centre. */
  of: number;
  centre: Composition;
  region: readonly Composition[];
}
export interface StoneStep extends PathStep {
  at: Placed;
}

export interface DyadPlot {
  kind: 'dyad';
  poles: { left: string; right: string };
  body:
    | {
        look: 'histogram';
        counts: readonly ShownCount[];
        chosen: readonly number[] | null;
        /** The wave before, on the scale of these stories. */
        before: readonly number[] | null;
        tallest: number;
        /** Null where stories have no middle. */
        median: number | null;
        /** Whether so few are placed that each is drawn. */
        isFew: boolean;
      }
    | { look: 'rows'; rows: readonly DyadRow[]; highest: number };
}

/** The placements of one group, as a ridge, a box or one point each. */
export interface DyadRow {
  key: string;
  words: string;
  placed: number;
  isChosen: boolean;
  /** Null where stories have no middle. */
  median: number | null;
  drawn:
    | { as: 'ridge'; density: readonly number[] }
    /** The shares at 5, 25, 50, 75 and 95 in 100. */
    | { as: 'box'; at: readonly number[] }
    | { as: 'points'; at: readonly number[] };
}

export interface Axis {
  name: string;
  low: string;
  high: string;
}

export interface StonesPlot {
  kind: 'stones';
  axes: { x: Axis; y: Axis };
  stones: readonly ShownStone[];
  /** Whether the names of stones stand in the canvas. */
  isNamed: boolean;
  /** Whether the middle of each has a mark. */
  isMarked: boolean;
}

/** One stone of all stories: points in 0…1, or counts of squares from the lower left, row by row. */
export interface ShownStone {
  key: string;
  words: string;
  /** Its place among all stones, which is its colour and shape. */
  index: number;
  placed: number;
  body:
    | { as: 'points'; points: readonly Placed[]; chosen: readonly Placed[] | null }
    | {
        as: 'squares';
        side: number;
        counts: readonly ShownCount[];
        chosen: { counts: readonly number[]; points: readonly Placed[] } | null;
        darkest: number;
      }
    | { as: 'path'; steps: readonly StoneStep[] };
  middle: Placed | null;
}
export type Placed = readonly [x: number, y: number];

export interface ChoicePlot {
  kind: 'choice';
  look: 'bars' | 'stacked';
  options: readonly { key: string; words: string }[];
  groups: readonly { key: string; words: string; answered: ShownCount; counts: readonly ShownCount[]; isChosen: boolean }[];
}

/** A plot with what stands over and under it; several stand beside each other. */
export interface Panel {
  key: string;
  /** Over it; '' where it is the only one. */
  words: string;
  /** The group that it shows, as data names it; null where it shows all. */
  group: string | null;
  /** How many are placed, do not apply … in words. */
  numbers: string;
  plot: Plot;
}

/** How a count is said: a number, "<5", or that it is not said. */
export function countInWords(count: ShownCount, threshold: number): string {
  if (typeof count === 'number') return `${count}`;
  return count === 'small' ? `<${threshold}` : 'not shown';
}
