import type { Signifier } from '../../../triads/framework/framework.ts';

/** A way to look at one plot. */
export interface View {
  key: string;
  words: string;
  /** Whether it takes groups: all of one question, two of them, or everybody where none is asked for. */
  groups?: 'needed' | 'two' | 'possible';
}

const table: View = { key: 'table', words: 'Table', groups: 'possible' };

/** The views of each kind of signifier, the first by default. */
const views: Record<Signifier['kind'], readonly View[]> = {
  triad: [
    { key: 'bins', words: 'Bins' },
    { key: 'hexagons', words: 'Hexagons' },
    { key: 'points', words: 'Points' },
    { key: 'zones', words: 'Zones' },
    { key: 'contours', words: 'Contours' },
    { key: 'groups', words: 'Compare', groups: 'needed' },
    { key: 'difference', words: 'Difference', groups: 'two' },
    table,
  ],
  dyad: [
    { key: 'bins', words: 'Histogram' },
    { key: 'ridges', words: 'Ridgelines', groups: 'possible' },
    { key: 'boxes', words: 'Boxes', groups: 'possible' },
    { key: 'points', words: 'Points', groups: 'possible' },
    table,
  ],
  stones: [
    { key: 'bins', words: 'All stones' },
    { key: 'each', words: 'Each stone' },
    { key: 'squares', words: 'Bins' },
    { key: 'groups', words: 'Compare', groups: 'needed' },
    table,
  ],
  choice: [
    { key: 'bins', words: 'Bars' },
    { key: 'beside', words: 'Side by side', groups: 'needed' },
    { key: 'stacked', words: 'Stacked', groups: 'needed' },
    table,
  ],
  text: [],
};

/** The views of a signifier. */
export const viewsOf = ({ kind }: Signifier): readonly View[] => views[kind];

/** The view that an address asks for, else the first. */
export function viewAsked(signifier: Signifier, key: string | null): View {
  const all = viewsOf(signifier);
  return all.find((view) => view.key === key) ?? all[0] ?? table;
}
