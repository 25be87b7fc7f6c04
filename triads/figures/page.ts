import { asideMarks, besideWidth, noteMarks } from './aside.ts';
import { drawPlot } from './draw/plot.ts';
import type { KeyItem } from './from-columns/asked.ts';
import { inks } from './inks.ts';
import { type Parts, partsTable } from './parts-table.ts';
import { type Box, type Mark, type Plate, page, text } from './plate.ts';
import type { Panel } from './shown.ts';
import { broken, type Measure } from './wrap.ts';

/** All that stands on a figure. */
export interface Figure {
  /** The question, or the collection's title. */
  title: string;
  /** How it is drawn: "Triangular bins". */
  view: string;
  /** What is chosen: "Midlands · Autumn"; "All stories". */
  selection: string;
  /** The name of the saved view that is open. */
  saved: string | null;
  panels: readonly Panel[];
  key: readonly KeyItem[];
  /** Named parts with their counts, such as zones. */
  parts: Parts | null;
  /** Sentences: what it shows, and what is to be borne in mind. */
  notes: readonly string[];
  /** Where it comes from, and the day. */
  source: string;
  date: string;
  isInvented: boolean;
  language: string;
  /** Below it counts are said as "<n". */
  threshold: number;
}

const margin = 48;
const wide = page.width - 2 * margin;
const foot = page.height - 46;
const gutter = 36;
/** So many plots stand on one page. */
const perPage = 12;
/** So many plots or groups stand beside each other with all that is said of them on the same page. */
const perRow = 4;

/** A figure as pages: its plots with what is said of them; from a dozen plots on on several pages, and what is said of many groups on one of its own. */
export function platesOf(figure: Figure, measure: Measure): Plate[] {
  const head = headMarks(figure, measure);
  const top = head.to + 18;
  const room = { x: margin, y: top, width: wide, height: foot - 26 - top };
  const isApart = (figure.parts?.groups.length ?? 0) > perRow;
  const said = { key: figure.key, parts: isApart ? null : figure.parts, notes: isApart ? [] : figure.notes };
  const pages = pagesOf(figure.panels).map((panels, nth) =>
    bodyMarks(panels, { ...figure, ...(nth === 0 ? said : unsaid) }, room, measure),
  );
  if (isApart) pages.push(partsPage(figure, room, measure));
  return pages.map((body, nth) => ({
    ...page,
    title: figure.title,
    says: figure.notes.join(' '),
    language: figure.language,
    marks: [...head.marks, ...body, ...footMarks(figure, pages.length > 1 ? `${nth + 1} of ${pages.length}` : '', measure)],
  }));
}

const unsaid = { key: [], parts: null, notes: [] };

/** The parts of many groups, and under them what is said of the plots on the page before. */
function partsPage(figure: Figure, room: Box, measure: Measure): Mark[] {
  const { parts, threshold } = figure;
  const table = parts && partsTable(parts, room, 12.5, threshold, measure);
  const y = (table?.to ?? room.y) + gutter / 2;
  const box = { ...room, y, width: room.width * 0.7, height: room.y + room.height - y };
  return [...(table?.marks ?? []), ...asideMarks({ ...figure, key: [], parts: null }, box, measure)];
}

/** Plots with what is said of them: beside one or many, under two to four, which so have the whole width. */
function bodyMarks(panels: readonly Panel[], figure: Figure, room: Box, measure: Measure): Mark[] {
  const { key, parts, notes } = figure;
  if (!key.length && !parts && !notes.length) return panelMarks(panels, room, figure, measure).marks;
  if (panels.length < 2 || panels.length > perRow) {
    const width = besideWidth(parts);
    const beside = { ...room, x: room.x + room.width - width, width };
    return [
      ...panelMarks(panels, { ...room, width: room.width - width - gutter }, figure, measure).marks,
      ...asideMarks(figure, beside, measure),
    ];
  }
  const under = (y: number) => underMarks(figure, { ...room, y }, measure);
  const needed = under(0).to;
  const plots = panelMarks(panels, { ...room, height: room.height - needed - gutter / 2 }, figure, measure);
  return [...plots.marks, ...under(plots.to + gutter / 2).marks];
}

/** Parts, with what is said beside them; what is said alone is no wider than it can be read. */
function underMarks(figure: Figure, room: Box, measure: Measure): { marks: Mark[]; to: number } {
  const { parts, threshold } = figure;
  if (!parts) return noteMarks(figure, { ...room, width: room.width * 0.7 }, 12, measure);
  const width = room.width * 0.64;
  const table = partsTable(parts, { ...room, width }, 12, threshold, measure);
  const notes = noteMarks(figure, { ...room, x: room.x + width + gutter, width: room.width - width - gutter }, 11.5, measure);
  return { marks: [...table.marks, ...notes.marks], to: Math.max(table.to, notes.to) };
}

/** Where there are too many for one page, choices stand on pages of their own. */
function pagesOf(panels: readonly Panel[]): (readonly Panel[])[] {
  if (panels.length <= perPage) return [panels];
  const isChoice = ({ plot }: Panel) => plot.kind === 'choice';
  return [panels.filter((panel) => !isChoice(panel)), panels.filter(isChoice)].flatMap((alike) => {
    const count = Math.ceil(alike.length / perPage);
    const each = Math.ceil(alike.length / count);
    return Array.from({ length: count }, (_, nth) => alike.slice(nth * each, (nth + 1) * each));
  });
}

/** Title, and under it what is shown of what. */
function headMarks({ title, view, selection, saved }: Figure, measure: Measure): { marks: Mark[]; to: number } {
  const size = measure(title) * 22 > wide * 2.4 ? 17 : 22;
  const lines = broken(title, measure, wide / (size * 1.06));
  const under = [view, selection, ...(saved === null ? [] : [`saved view “${saved}”`])].filter(Boolean).join(' · ');
  const smaller = broken(under, measure, wide / 13);
  const first = margin + size * 0.8;
  const second = first + (lines.length - 1) * size * 1.22 + 24;
  return {
    marks: [
      ...lines.map((line, nth) => text(line, margin, first + nth * size * 1.22, size, { weight: 'strong', fill: inks.ink })),
      ...smaller.map((line, nth) => text(line, margin, second + nth * 18, 13, { fill: inks.quiet })),
    ],
    to: second + (smaller.length - 1) * 18,
  };
}

/** Plots in as few rows and columns as leave each the most room, from the top down. */
function panelMarks(panels: readonly Panel[], room: Box, { threshold }: Figure, measure: Measure): { marks: Mark[]; to: number } {
  const [first] = panels;
  if (!first) return { marks: [text('There is nothing to draw here.', room.x, room.y + 20, 14, { fill: inks.quiet })], to: room.y + 30 };
  const columns = columnsFor(panels, room);
  const rows = Math.ceil(panels.length / columns);
  const [gap, isMany] = [22, panels.length > 1];
  const width = (room.width - (columns - 1) * gap) / columns;
  const size = width > 300 ? 13 : 11;
  const inRow = Array.from({ length: rows }, (_, row) => panels.slice(row * columns, (row + 1) * columns));
  const shares = inRow.map(shareOf);
  const unit = (room.height - (rows - 1) * gap) / sum(shares);
  const heights = inRow.map((row, nth) => Math.min((shares[nth] ?? 1) * unit, Math.max(...row.map((panel) => mostHeight(panel, width)))));
  const marks = panels.flatMap((panel, nth) => {
    const row = Math.floor(nth / columns);
    const [x, y] = [room.x + (nth % columns) * (width + gap), room.y + sum(heights.slice(0, row)) + row * gap];
    const height = heights[row] ?? unit;
    const heads = isMany ? broken(panel.words, measure, width / (size * 1.06)) : [];
    const numbers = broken(panel.numbers, measure, width / (size * 0.96));
    const [above, below] = [heads.length * size * 1.25 + (isMany ? 6 : 0), numbers.length * size * 1.25 + 10];
    const whole = { x, y: y + above, width, height: Math.max(30, height - above - below) };
    const box =
      panel.plot.kind === 'dyad' && panel.plot.body.look === 'histogram'
        ? lower(whole)
        : panel.plot.kind === 'stones'
          ? squarer(whole)
          : whole;
    const middle = x + width / 2;
    const isChoice = panel.plot.kind === 'choice';
    const [under, anchor] = isMany && !isChoice ? ([middle, 'middle'] as const) : ([x, 'start'] as const);
    const drawn = drawPlot(panel.plot, box, measure, threshold);
    const from = Math.min(lowestOf(drawn, box.y) + (isChoice ? 18 : 10), y + height - below + 10);
    return [
      ...heads.map((line, at) =>
        text(line, middle, y + (at + 1) * size * 1.2, size, { anchor: 'middle', weight: 'strong', fill: inks.ink }),
      ),
      ...drawn,
      ...numbers.map((line, at) => text(line, under, from + (at + 0.7) * size * 1.25, size * 0.96, { anchor, fill: inks.quiet })),
    ];
  });
  return { marks, to: room.y + sum(heights) + (rows - 1) * gap };
}

/** More height than this does not make a plot of this width any larger; what stands over and under it included. */
function mostHeight({ plot }: Panel, width: number): number {
  const said = 62;
  if (plot.kind === 'triad') return width * 0.87 + 66 + said;
  if (plot.kind === 'stones') return width + said;
  return plot.kind === 'dyad' && plot.body.look === 'histogram' ? Math.max(90, width * 0.55) + said : Number.POSITIVE_INFINITY;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** How high a row of plots is beside others: dyads need less than triads. */
const shareOf = (row: readonly Panel[]) => (row.every(({ plot }) => plot.kind === 'dyad') ? 0.62 : 1);

/** The baseline of the lowest text. */
function lowestOf(marks: readonly Mark[], least: number): number {
  return marks.reduce((lowest, mark) => (mark.kind === 'text' && !mark.isUpright ? Math.max(lowest, mark.y) : lowest), least);
}

/** A histogram is no tower: its room is at most half as high as wide. */
function lower(box: Box): Box {
  const height = Math.min(box.height, Math.max(90, box.width * 0.55));
  return { ...box, height };
}

/** A canvas is at most a third wider than high, in the middle of its room. */
function squarer(box: Box): Box {
  const width = Math.min(box.width, box.height * 1.3);
  return { ...box, x: box.x + (box.width - width) / 2, width };
}

function columnsFor(panels: readonly Panel[], { width, height }: Box): number {
  const shape = panels.every(({ plot }) => plot.kind === 'dyad') ? 1.9 : 1;
  const side = (columns: number) => Math.min(width / columns / shape, height / Math.ceil(panels.length / columns));
  const all = panels.map((_, nth) => nth + 1);
  return all.reduce((best, columns) => (side(columns) > side(best) + 0.5 ? columns : best), 1);
}

function footMarks({ source, date, isInvented }: Figure, nth: string, measure: Measure): Mark[] {
  const right = [nth, date].filter(Boolean).join(' · ');
  const said = [source, ...(isInvented ? ['Invented data'] : [])].join(' · ');
  const lines = broken(said, measure, (wide - measure(right) * 11 - 30) / 11);
  return [
    { kind: 'path', d: `M${margin},${foot - 14}h${wide}`, stroke: inks.rule, width: 0.75 },
    ...lines.map((line, at) => text(line, margin, foot + 4 + at * 14, 11, { fill: inks.quiet })),
    text(right, page.width - margin, foot + 4, 11, { anchor: 'end', fill: inks.quiet }),
  ];
}
