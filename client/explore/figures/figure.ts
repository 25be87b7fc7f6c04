import type { Asked, Panels } from '../../../triads/figures/from-columns/asked.ts';
import { panelsOf } from '../../../triads/figures/from-columns/panels.ts';
import type { Figure } from '../../../triads/figures/page.ts';
import type { Signifier } from '../../../triads/framework/framework.ts';
import type { Group } from '../../../triads/patterns/group.ts';
import { stateCounts } from '../../../triads/patterns/rows.ts';
import { listed, storiesOf, worded } from '../../parts/words.ts';
import { centresSay, type TriadView, triadViewSays } from '../../plots/triad/says.ts';
import type { Board } from '../Board.svelte.ts';
import { triadsAs } from '../board-views.ts';
import type { Comparison } from '../Comparison.svelte.ts';
import { baseInWords, partsOf } from '../enlarged/parts.ts';
import type { View } from '../enlarged/views.ts';
import { isOtherwise, queryNow } from '../kept/address.ts';
import { chosenInWords } from '../kept/in-words.ts';
import type { Kept } from '../kept/Kept.svelte.ts';
import { plotSays } from '../plot-says.ts';
import { shortName } from '../saying.ts';
import { choicesOf, shapesOf } from '../shapes.ts';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** The day that stands on a figure. */
export const today = () => day.format(new Date());

/** What a figure of this board says of itself, whatever is on it. */
export function about(
  board: Board,
  kept: Kept,
): Pick<Figure, 'selection' | 'saved' | 'source' | 'date' | 'isInvented' | 'language' | 'threshold'> {
  const { collection, language } = board;
  const { open } = kept;
  return {
    selection: [
      chosenInWords(board, queryNow(board)),
      board.clauses.length ? `${board.chosen.length} of ${storiesOf(board.columns?.length ?? 0)}` : '',
    ]
      .filter(Boolean)
      .join(' · '),
    saved: open && (isOtherwise(board, open) ? `${open.name}, changed` : open.name),
    source: `Storyfield · ${worded(collection.title)} · ${storiesOf(board.columns?.length ?? 0)}`,
    date: today(),
    isInvented: collection.invented,
    language,
    threshold: collection.threshold,
  };
}

/** What every figure of this board asks of its plots, if nothing else. */
export function asked(board: Board, more: Partial<Asked>): Asked {
  return {
    view: 'bins',
    language: board.language,
    rows: board.ground,
    chosen: board.highlighted,
    before: board.before?.rows ?? null,
    groups: [],
    isOverlaid: false,
    ...more,
  };
}

/** The figure of one plot as it is enlarged: its view, with the groups that it compares. */
export function figureOf(board: Board, kept: Kept, signifier: Signifier, view: View, comparison: Comparison): Figure | null {
  const { columns } = board;
  const groups = comparison.shownBy(view);
  const rows = groups.length ? comparison.rowsOf(groups) : board.ground;
  const isOverlaid = signifier.kind === 'triad' && comparison.isOverlaid;
  const found = columns && panelsOf(signifier, columns, asked(board, { view: view.key, rows, groups, isOverlaid }));
  if (!columns || !found) return null;
  return {
    ...about(board, kept),
    title: worded(signifier.question),
    view: viewInWords(view, comparison),
    ...found,
    parts: partsIn(board, signifier, groups.length > 1 ? groups : everybody(board, rows, groups)),
    notes: [
      ...saysOf(board, signifier, view, rows, groups, isOverlaid),
      ...leftOut(groups, comparison),
      ...found.notes,
      'It describes these stories only.',
    ],
  };
}

/** The view of a plot with what it compares: "Compare by Region, 4 of 7 over each other". */
export function viewInWords(view: View, comparison: Comparison): string {
  const groups = comparison.shownBy(view);
  if (!groups.length || !comparison.by) return view.words;
  const all = comparison.groups.length;
  const some = groups.length < all ? `, ${groups.length} of ${all}` : '';
  const how = view.key === 'groups' && comparison.isOverlaid ? ' over each other' : '';
  return `${view.words} by ${comparison.by.words}${some || (how && ',')}${how}`;
}

/** The groups that a figure does not draw. */
function leftOut(groups: readonly Group[], comparison: Comparison): string[] {
  const others = groups.length ? comparison.groups.filter((group) => !groups.includes(group)) : [];
  return others.length ? [`Not in this figure: ${listed(others.map(({ words, rows }) => `${words} (${storiesOf(rows.length)})`))}.`] : [];
}

/** Everybody, and the chosen among them where no groups are compared; everybody alone needs no name. */
function everybody({ highlighted }: Board, rows: Uint32Array, groups: readonly Group[]): Group[] {
  if (!highlighted || groups.length) return [{ key: 'all', words: '', rows }];
  return [
    { key: 'all', words: 'All stories', rows },
    { key: 'chosen', words: 'Chosen', rows: highlighted },
  ];
}

/** All that stands on the board or beside it as bars. */
export const onBoard = ({ collection }: Board) => [...shapesOf(collection), ...choicesOf(collection)];

/** The board as a figure: every plot on it, small, then the bars beside it. */
export function figureOfBoard(board: Board, kept: Kept): Figure {
  const panels = onBoard(board).flatMap((signifier) => {
    const found: Panels | null =
      board.columns &&
      panelsOf(signifier, board.columns, asked(board, { view: signifier.kind === 'triad' ? triadsAs() : 'bins', isSmall: true }));
    return (found?.panels ?? []).map((panel) => ({ ...panel, key: signifier.key, words: shortName(signifier, board.language) }));
  });
  return { ...about(board, kept), title: worded(board.collection.title), view: '', panels, key: [], parts: null, notes: [] };
}

/** The parts of a plot, group by group; a choice has none but its bars. */
export function partsIn({ columns, language }: Board, signifier: Signifier, groups: readonly Group[]): Figure['parts'] {
  if (!columns || signifier.kind === 'choice') return null;
  const each = groups.map((group) => {
    const parts = partsOf(signifier, columns, group.rows, undefined, language);
    return { key: group.key, words: group.words, base: baseInWords(signifier, columns, group.rows), parts };
  });
  const rows = (each[0]?.parts ?? []).map(({ words }, nth) => ({
    words,
    counts: each.map(({ parts }) => parts[nth]?.count ?? 0),
    of: each.map(({ parts }) => parts[nth]?.of ?? 0),
  }));
  const head = { triad: 'Zones', dyad: 'In fifths', stones: 'Each stone in quarters', text: '' }[signifier.kind];
  return { head, groups: each, rows, isOfChosen: groups.at(-1)?.key === 'chosen' };
}

/** What it shows, in sentences: of everybody and the chosen, or of those that groups are made of. */
function saysOf(
  board: Board,
  signifier: Signifier,
  view: View,
  rows: Uint32Array,
  groups: readonly Group[],
  isOverlaid: boolean,
): string[] {
  const column = board.columns?.triads.get(signifier.key);
  if (signifier.kind !== 'triad' || !column) return groups.length ? [] : [plotSays(board, signifier)].filter(Boolean);
  const { highlighted, language } = board;
  const drawn = view.key === 'groups' || view.key === 'table' ? 'bins' : (view.key as TriadView);
  const as = groups.length && isOverlaid && view.key === 'groups' ? 'overlaid' : drawn;
  const hasCentre = view.key !== 'zones' && as !== 'difference' && stateCounts(column.state, rows).placed > 0;
  const centres = hasCentre ? centresSay(signifier, column, rows, groups, true, language) : [];
  return [triadViewSays(as, signifier, column, rows, groups.length ? null : highlighted, groups, language), ...centres];
}

/** The name of a figure's files: collection, plot, view and day, in letters that any system takes. */
export function fileNameOf({ collection }: Pick<Board, 'collection'>, parts: readonly (string | null)[]): string {
  const plain = [collection.slug, ...parts, new Date().toISOString().slice(0, 10)].flatMap((part) => {
    const letters = part
      ?.normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '');
    return letters ? [letters] : [];
  });
  return plain.join('-');
}
