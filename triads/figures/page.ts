import type { ShownCount } from '../disclosure/table.ts';
import { drawPlot } from './draw/plot.ts';
import type { KeyItem } from './from-columns/asked.ts';
import { inks } from './inks.ts';
import { type Box, type Mark, type Plate, page, rectangle, text } from './plate.ts';
import { percentOf } from './shares.ts';
import { countInWords, type Panel } from './shown.ts';
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
  parts: { head: string; rows: readonly { words: string; count: ShownCount }[] } | null;
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
const aside = { width: 236, gap: 36 };
/** So many plots stand on one page. */
const perPage = 12;

/** A figure as pages: all plots on one, beside what is said of them; from a dozen on on several pages. */
export function platesOf(figure: Figure, measure: Measure): Plate[] {
  const pages = pagesOf(figure.panels);
  return pages.map((panels, nth) => {
    const head = headMarks(figure, measure);
    const top = head.to + 18;
    const hasAside = nth === 0 && (figure.key.length > 0 || figure.parts !== null || figure.notes.length > 0);
    const room = { x: margin, y: top, width: hasAside ? wide - aside.width - aside.gap : wide, height: foot - 26 - top };
    const beside = { x: page.width - margin - aside.width, y: top, width: aside.width, height: room.height };
    const marks = [
      ...head.marks,
      ...panelMarks(panels, room, figure, measure),
      ...(hasAside ? asideMarks(figure, beside, measure) : []),
      ...footMarks(figure, pages.length > 1 ? `${nth + 1} of ${pages.length}` : '', measure),
    ];
    return { ...page, title: figure.title, says: figure.notes.join(' '), language: figure.language, marks };
  });
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

/** Plots in as few rows and columns as leave each the most room. */
function panelMarks(panels: readonly Panel[], room: Box, { threshold }: Figure, measure: Measure): Mark[] {
  const [first] = panels;
  if (!first) return [text('There is nothing to draw here.', room.x, room.y + 20, 14, { fill: inks.quiet })];
  const columns = columnsFor(panels, room);
  const rows = Math.ceil(panels.length / columns);
  const [gap, isMany] = [22, panels.length > 1];
  const width = (room.width - (columns - 1) * gap) / columns;
  const size = width > 300 ? 13 : 11;
  const shares = Array.from({ length: rows }, (_, row) => shareOf(panels.slice(row * columns, (row + 1) * columns)));
  const unit = (room.height - (rows - 1) * gap) / sum(shares);
  return panels.flatMap((panel, nth) => {
    const row = Math.floor(nth / columns);
    const [x, y] = [room.x + (nth % columns) * (width + gap), room.y + sum(shares.slice(0, row)) * unit + row * gap];
    const height = (shares[row] ?? 1) * unit;
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
    const [under, anchor] = isMany ? ([middle, 'middle'] as const) : ([x, 'start'] as const);
    const drawn = drawPlot(panel.plot, box, measure, threshold);
    const from = Math.min(lowestOf(drawn, box.y) + 10, y + height - below + 10);
    return [
      ...heads.map((line, at) =>
        text(line, middle, y + (at + 1) * size * 1.2, size, { anchor: 'middle', weight: 'strong', fill: inks.ink }),
      ),
      ...drawn,
      ...numbers.map((line, at) => text(line, under, from + (at + 0.7) * size * 1.25, size * 0.96, { anchor, fill: inks.quiet })),
    ];
  });
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

/** What colours mean, the named parts, and sentences; smaller where there is much of it. */
function asideMarks(figure: Figure, box: Box, measure: Measure): Mark[] {
  for (let size = 12.5; size > 6; size -= 0.5) {
    const { marks, to } = setAside(figure, box, size, measure);
    if (to <= box.y + box.height || size <= 6.5) return marks;
  }
  return [];
}

function setAside({ key, parts, notes, threshold }: Figure, box: Box, size: number, measure: Measure): { marks: Mark[]; to: number } {
  const marks: Mark[] = [];
  const leading = size * 1.36;
  let y = box.y;
  const put = (words: string, from: number, look: Parameters<typeof text>[4]) => {
    const lines = broken(
      words,
      measure,
      (box.width - from - (look.anchor === 'end' ? 0 : 2)) / (size * (look.weight === 'strong' ? 1.06 : 1)),
    );
    for (const line of lines) {
      y += leading;
      marks.push(text(line, box.x + from, y, size, look));
    }
  };
  for (const { words, fill, shape } of key) {
    const at = y + leading - size * 0.34;
    if (shape === null) marks.push({ kind: 'path', d: rectangle({ x: box.x, y: at - 5, width: 11, height: 11 }), fill });
    else marks.push({ kind: 'dots', shape, area: 70, at: [box.x + 6, at], fill, opacity: 1 });
    put(words, 20, { fill: inks.ink });
    y += 4;
  }
  if (key.length) y += 10;
  if (parts) {
    put(parts.head, 0, { weight: 'strong', fill: inks.ink });
    y += 3;
    const known = parts.rows.map(({ count }) => count).filter((count) => typeof count === 'number');
    const total = known.reduce((sum, count) => sum + count, 0);
    const isWhole = known.length === parts.rows.length && total > 0;
    for (const { words, count } of parts.rows) {
      const lines = broken(words, measure, (box.width - 92) / size);
      for (const [nth, line] of lines.entries()) marks.push(text(line, box.x, y + (nth + 1) * leading, size, { fill: inks.ink }));
      const last = y + leading;
      marks.push(text(countInWords(count, threshold), box.x + box.width - 46, last, size, { anchor: 'end', fill: inks.ink }));
      const share = isWhole && typeof count === 'number' ? percentOf(count, total) : null;
      if (share) marks.push(text(share, box.x + box.width, last, size, { anchor: 'end', fill: inks.quiet }));
      y += lines.length * leading + 5;
      marks.push({ kind: 'path', d: `M${box.x},${(y - 1).toFixed(1)}h${box.width}`, stroke: inks.grid, width: 0.75 });
    }
    y += 12;
  }
  for (const note of notes) {
    put(note, 0, { fill: inks.quiet });
    y += leading * 0.5;
  }
  return { marks, to: y };
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
