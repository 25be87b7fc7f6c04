import { inks } from './inks.ts';
import type { Figure } from './page.ts';
import { groupWidth, type Parts, partsTable } from './parts-table.ts';
import { type Box, type Mark, rectangle, text } from './plate.ts';
import { broken, type Measure } from './wrap.ts';

type Room = Pick<Box, 'x' | 'y' | 'width'>;
interface Set {
  marks: Mark[];
  to: number;
}

/** How wide what stands beside a plot is: wider for each further group whose parts stand there. */
export const besideWidth = (parts: Parts | null) => 236 + Math.max(0, (parts?.groups.length ?? 1) - 1) * groupWidth;

/** What colours mean, the named parts, and sentences, under each other; smaller where there is much of it. */
export function asideMarks(figure: Figure, box: Box, measure: Measure): Mark[] {
  for (let size = 12.5; size > 6; size -= 0.5) {
    const { marks, to } = asideAt(figure, box, size, measure);
    if (to <= box.y + box.height || size <= 6.5) return marks;
  }
  return [];
}

function asideAt(figure: Figure, box: Room, size: number, measure: Measure): Set {
  const key = keyMarks(figure, box, size, measure);
  const parts = figure.parts && partsTable(figure.parts, { ...box, y: key.to }, size, figure.threshold, measure);
  const notes = sentences(figure, { ...box, y: parts ? parts.to + 12 : key.to }, size, measure);
  return { marks: [...key.marks, ...(parts?.marks ?? []), ...notes.marks], to: notes.to };
}

/** What colours mean, and sentences. */
export function noteMarks(figure: Figure, box: Room, size: number, measure: Measure): Set {
  const key = keyMarks(figure, box, size, measure);
  const notes = sentences(figure, { ...box, y: key.to }, size, measure);
  return { marks: [...key.marks, ...notes.marks], to: notes.to };
}

function keyMarks({ key }: Figure, { x, y: from, width }: Room, size: number, measure: Measure): Set {
  const leading = size * 1.36;
  const marks: Mark[] = [];
  let y = from;
  for (const { words, fill, shape } of key) {
    const at = y + leading - size * 0.34;
    if (shape === null) marks.push({ kind: 'path', d: rectangle({ x, y: at - 5, width: 11, height: 11 }), fill });
    else marks.push({ kind: 'dots', shape, area: 70, at: [x + 6, at], fill, opacity: 1 });
    const lines = broken(words, measure, (width - 22) / size);
    marks.push(...lines.map((line, nth) => text(line, x + 20, y + (nth + 1) * leading, size, { fill: inks.ink })));
    y += lines.length * leading + 4;
  }
  return { marks, to: key.length ? y + 10 : y };
}

function sentences({ notes }: Figure, { x, y: from, width }: Room, size: number, measure: Measure): Set {
  const leading = size * 1.36;
  let y = from;
  const marks = notes.flatMap((note) => {
    const lines = broken(note, measure, (width - 2) / size);
    const said = lines.map((line, nth) => text(line, x, y + (nth + 1) * leading, size, { fill: inks.quiet }));
    y += (lines.length + 0.5) * leading;
    return said;
  });
  return { marks, to: y };
}
