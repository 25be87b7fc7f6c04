import type { Group } from '../../patterns/group.ts';
import { type Rows, stateCounts } from '../../patterns/rows.ts';
import { inks } from '../inks.ts';
import { numbersInWords } from '../numbers.ts';
import type { Panel, Plot } from '../shown.ts';

/** What a figure is asked to show of one signifier. */
export interface Asked {
  /** One of the views of its kind; a view that is not known is the first. */
  view: string;
  language: string;
  /** Everybody, and the chosen among them; null while nothing is chosen. */
  rows: Rows;
  chosen: Rows | null;
  /** The wave before. */
  before: Rows | null;
  /** Groups side by side or over each other; of a difference the first less the second. */
  groups: readonly Group[];
  isOverlaid: boolean;
  /** Whether groups of a triad side by side are shown as zones and not as bins. */
  isInZones?: boolean;
  /** Whether it is one of many on a page, where stones have no room for the marks of their middles. */
  isSmall?: boolean;
}

/** What a colour or symbol stands for. */
export interface KeyItem {
  words: string;
  fill: string;
  /** A symbol; null for a plain colour. */
  shape: number | null;
}

/** The plots of a figure, with what is to be said of how they are drawn. */
export interface Panels {
  panels: Panel[];
  key: KeyItem[];
  notes: string[];
}

/** What the orange is, where something is chosen. */
export function chosenKey({ chosen }: Asked): KeyItem[] {
  return chosen ? [{ words: 'chosen', fill: inks.chosen, shape: null }] : [];
}

/** The one plot of a figure, of everybody with the chosen. */
export function alone(state: Uint8Array, { rows, chosen }: Asked, plot: Plot): Panel {
  const placed = chosen && stateCounts(state, chosen).placed;
  const called = plot.kind === 'choice' ? 'answered' : 'placed';
  return { key: 'all', words: '', group: null, numbers: numbersInWords(stateCounts(state, rows), placed, called), plot };
}

/** One plot of several groups. */
export function ofGroup(state: Uint8Array, { key, words, rows }: Group, plot: Plot): Panel {
  return { key, words, group: key, numbers: numbersInWords(stateCounts(state, rows), null), plot };
}
