import bidiFactory from 'bidi-js';

export type Direction = 'ltr' | 'rtl';

const bidi = bidiFactory();
const rightwards = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const hasRightToLeft = (text: string) => rightwards.test(text);

/** Which way a paragraph runs: as its first letter with a direction does. */
export function directionOf(paragraph: string): Direction {
  if (!hasRightToLeft(paragraph)) return 'ltr';
  return bidi.getEmbeddingLevels(paragraph).paragraphs[0]?.level === 1 ? 'rtl' : 'ltr';
}

/** Letters that stand together on a line. */
export interface Part<Of> {
  text: string;
  of: Of;
}

/**
 * The parts of a line from left to right, as the Unicode bidirectional algorithm orders them: letters that run to the left
 * are still in the order of reading, for whoever shapes them; signs without a direction among them are turned already.
 * @param line parts in the order of reading
 * @param direction of the paragraph that the line is of
 */
export function inVisualOrder<Of>(line: readonly Part<Of>[], direction: Direction): Part<Of>[] {
  const text = line.map((part) => part.text).join('');
  if (direction === 'ltr' && !hasRightToLeft(text)) return [...line];
  const levels = bidi.getEmbeddingLevels(text, direction);
  const places = new Map(bidi.getReorderedIndices(text, levels).map((index, place) => [index, place]));
  const parts: (Part<Of> & { level: number; place: number })[] = [];
  let at = 0;
  for (const { text: run, of } of line) {
    let isNew = true;
    for (const character of run) {
      const level = levels.levels[at] ?? 0;
      const place = places.get(at) ?? at;
      const last = parts.at(-1);
      const isSpace = character === ' ';
      if (last && !isNew && last.level === level && !isSpace && !last.text.endsWith(' ')) {
        last.text += character;
        last.place = Math.min(last.place, place);
      } else {
        parts.push({ text: character, of, level, place });
      }
      isNew = false;
      at += character.length;
    }
  }
  parts.sort((a, b) => a.place - b.place);
  return parts.map(({ text: run, of, level }) => ({ of, text: level % 2 === 1 && !hasRightToLeft(run) ? turned(run) : run }));
}

const turned = (signs: string) =>
  Array.from(signs, (sign) => bidi.getMirroredCharacter(sign) ?? sign)
    .reverse()
    .join('');
