import type { Style, Typesetter } from './typesetter.ts';

/** Lines of one paragraph that stand together on a card. */
export interface Piece {
  lines: string[];
  /** Of the paragraph's first line from what stands above, in points. */
  gap: number;
}

/** How high pieces are that stand under each other, in points. */
export function heightOf(pieces: readonly Piece[], { leading }: Style): number {
  return pieces.reduce((sum, { lines, gap }) => sum + gap + lines.length * leading, 0);
}

/** The paragraphs of a text as lines in a width. */
export function paragraphs(type: Typesetter, text: string, style: Style, width: number): string[][] {
  return text
    .split(/\s*\n\s*/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => type.lines(paragraph.replace(/\s+/g, ' ').trim(), style, width, 'anywhere'));
}

/**
 * Lays paragraphs into rooms one after another, so that no single line of a paragraph is left behind or goes on alone.
 * @param heightOf the height of each room in points, the first first; each holds three lines at least
 * @returns what stands in each room
 */
export function flowed(set: readonly string[][], { leading }: Style, heightOf: (room: number) => number): Piece[][] {
  const rooms: Piece[][] = [[]];
  let left = heightOf(0);
  const next = () => {
    rooms.push([]);
    left = heightOf(rooms.length - 1);
  };
  for (const paragraph of set) {
    for (let from = 0; from < paragraph.length; ) {
      const room = rooms.at(-1) ?? [];
      const gap = room.length && from === 0 ? leading * 0.45 : 0;
      const rest = paragraph.length - from;
      let take = Math.min(rest, Math.floor((left - gap) / leading));
      if (rest - take === 1 && rest > 2) take -= 1;
      if ((take < 2 && rest > take && room.length > 0) || take < 1) {
        next();
        continue;
      }
      room.push({ lines: paragraph.slice(from, from + take), gap });
      left -= gap + take * leading;
      from += take;
      if (from < paragraph.length) next();
    }
  }
  return rooms;
}
