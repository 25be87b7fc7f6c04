import type { ShownCount } from '../disclosure/table.ts';
import type { Cut } from '../disclosure/tallies.ts';
import type { Signifier, Stones } from '../framework/framework.ts';
import { localise } from '../framework/localise.ts';
import type { ChoicePlot, DyadPlot, Plot, StonesPlot, TriadLayer, TriadPlot } from './shown.ts';

type Cells = readonly ShownCount[];
type Asked<Kind extends Signifier['kind']> = Extract<Signifier, { kind: Kind }>;

/** Some people's answers to a signifier as aggregates: what workshop leads may see of it. */
export interface Shared {
  cut: Cut;
  states: { placed: number };
  /** As in the contract of leads' patterns; null where nothing may be shown. */
  cells: readonly (Cells | null)[];
}

/** One plot of aggregates; null where so few are placed that nothing may be shown. */
export interface SharedPlot {
  /** Which stone it shows; '' for all else. */
  words: string;
  plot: Plot | null;
  /** How many answered in words, and so have no place on it. */
  inWords: ShownCount;
  /** The most that a cell holds. */
  most: number;
  /** Whether a count is held back. */
  held: { small: boolean; hidden: boolean };
}

/** The plots of a signifier from aggregates: one, of stones one each. */
export function sharedPlots(signifier: Signifier, shared: Shared, language: string): SharedPlot[] {
  const { cut, cells } = shared;
  const plots = (
    lists: readonly (Cells | null)[],
    draw: (counts: Cells, most: number, nth: number) => Plot,
    words: (nth: number) => string,
  ) =>
    lists.map((list, nth): SharedPlot => {
      const counts = list?.slice(0, -1) ?? null;
      const most = mostOf(counts ?? []);
      return { words: words(nth), plot: counts && draw(counts, most, nth), inWords: list?.at(-1) ?? 0, most, held: heldIn(list ?? []) };
    });
  const nothing = () => '';
  switch (signifier.kind) {
    case 'triad':
      return plots(cells, (counts, most) => triad(signifier, language, [layerOf(cut, counts, most)]), nothing);
    case 'dyad':
      return plots(cells, (counts, most) => dyad(signifier, language, counts, most), nothing);
    case 'stones': {
      const most = Math.max(1, ...cells.map((list) => mostOf(list?.slice(0, -1) ?? [])));
      const named = (nth: number) => worded(signifier.stones[nth]?.label, language);
      const side = cut.by === 'squares' ? cut.side : 1;
      const drawn = (counts: Cells, _: number, nth: number) =>
        stones(signifier, language, [
          { key: '', words: '', index: nth, placed: 0, body: { as: 'squares', side, counts, chosen: null, darkest: most }, middle: null },
        ]);
      return plots(cells, drawn, named);
    }
    case 'choice': {
      const counts = signifier.options.map((_, nth) => (signifier.several ? cells[nth]?.[0] : cells[0]?.[nth]) ?? 'hidden');
      const isShown = cells.some((list) => list !== null);
      const plot = isShown ? choice(signifier, language, counts, shared.states.placed) : null;
      return [
        { words: '', plot, inWords: 0, most: mostOf(counts), held: { small: counts.includes('small'), hidden: counts.includes('hidden') } },
      ];
    }
    default:
      return [];
  }
}

/** The frame of a signifier with its labels and nothing placed; null for what has none. */
export function blankPlot(signifier: Signifier, language: string): Plot | null {
  if (signifier.kind === 'triad') return triad(signifier, language, []);
  if (signifier.kind === 'dyad') return dyad(signifier, language, [0], 1);
  return signifier.kind === 'stones' ? stones(signifier, language, []) : null;
}

const worded = (texts: Record<string, string> | undefined, language: string) => (texts ? localise(texts, language) : '');

const mostOf = (counts: Cells) => Math.max(1, ...counts.filter((count) => typeof count === 'number'));

const heldIn = (counts: Cells) => ({ small: counts.includes('small'), hidden: counts.includes('hidden') });

function layerOf(cut: Cut, counts: Cells, darkest: number): TriadLayer {
  return cut.by === 'bins'
    ? { kind: 'cells', cut: 'triangles', side: cut.side, counts, chosen: null, darkest }
    : { kind: 'zones', counts, inWords: [], chosen: null };
}

function triad({ corners }: Asked<'triad'>, language: string, layers: TriadLayer[]): TriadPlot {
  const named = (corner: 'top' | 'left' | 'right') => worded(corners[corner], language);
  return { kind: 'triad', corners: { top: named('top'), left: named('left'), right: named('right') }, layers };
}

function dyad({ poles }: Asked<'dyad'>, language: string, counts: Cells, tallest: number): DyadPlot {
  const body = { look: 'histogram', counts, chosen: null, before: null, tallest, median: null, isFew: false } as const;
  return { kind: 'dyad', poles: { left: worded(poles.left, language), right: worded(poles.right, language) }, body };
}

function stones({ axes }: Asked<'stones'>, language: string, shown: StonesPlot['stones']): StonesPlot {
  const axis = ({ name, low, high }: Stones['axes']['x']) => ({
    name: worded(name, language),
    low: worded(low, language),
    high: worded(high, language),
  });
  return { kind: 'stones', axes: { x: axis(axes.x), y: axis(axes.y) }, stones: shown, isNamed: false, isMarked: false };
}

function choice({ options }: Asked<'choice'>, language: string, counts: Cells, answered: number): ChoicePlot {
  const all = { key: 'all', words: '', answered, counts, isChosen: false };
  return {
    kind: 'choice',
    look: 'bars',
    options: options.map(({ key, label }) => ({ key, words: worded(label, language) })),
    groups: [all],
  };
}
