import type { Square } from './stones-layout.ts';
import type { Measure } from './wrap.ts';

const line = 17;
const usual = 12;
/** Bold letters are so much wider than those that are measured. */
const roomier = 1.09;

/**
 * Where the names of stones go: at the middle of each stone, kept inside the canvas and moved apart where two would touch.
 * One wider than the canvas is set smaller. A stone that lies nowhere has no label, but keeps its place in the order.
 * @param clear how far names keep from the middles, where these have a mark: above it, or else below, wherever no name or other mark is
 */
export function labelled(
  stones: { words: string; at: { x: number; y: number } | null }[],
  square: Square,
  measure: Measure,
  clear = 0,
): { words: string; x: number; y: number; size: number }[] {
  const boxes = stones.map(({ words, at }) => {
    const size = Math.min(usual, square.width / (measure(words) * roomier + 0.01));
    const half = Math.min(square.width / 2, (measure(words) * size * roomier) / 2 + 4);
    const x = Math.min(Math.max(at?.x ?? 0, square.x + half), square.x + square.width - half);
    return { words: at ? words : '', half, x, y: at?.y ?? 0, size };
  });
  const placed: typeof boxes = [];
  const marks = clear > 0 ? stones.flatMap(({ at }) => at ?? []) : [];
  const [highest, lowest] = [square.y + line, square.y + square.height - 6];
  for (const box of boxes.toSorted((a, b) => a.y - b.y)) {
    const isFree = (y: number) =>
      (clear === 0 || (y >= highest && y <= lowest)) &&
      placed.every((other) => Math.abs(box.x - other.x) >= box.half + other.half || Math.abs(y - other.y) >= line) &&
      marks.every((mark) => Math.abs(box.x - mark.x) >= box.half + clear / 2 || Math.abs(y - mark.y) >= clear - 1);
    const from = box.y;
    box.y = [from - clear, from + clear].find(isFree) ?? from - clear;
    for (const other of placed) {
      if (Math.abs(box.x - other.x) < box.half + other.half && Math.abs(box.y - other.y) < line) box.y = other.y + line;
    }
    placed.push(box);
  }
  const over = Math.max(0, ...boxes.map(({ y }) => y - lowest));
  return boxes.map(({ words, x, y, size }) => ({ words, x, size, y: Math.max(highest, y - over) + 4 }));
}
