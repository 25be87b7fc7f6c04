import { differences } from './differences.ts';

/** Part of a text with other words in its place: UTF-16 offsets into the text as it was told, `end` exclusive, never inside a code point. */
export interface Edit {
  start: number;
  end: number;
  /** '' where nothing stands in its place. */
  words: string;
}

/** A stretch of a text as it is to read. An edit has the words that stand there now; `was` is what was told. */
export interface Piece {
  words: string;
  start: number;
  end: number;
  /** Index of the edit. */
  edit?: number;
  /** Index of the find, where no edit touches it. */
  find?: number;
}

type Span = Pick<Edit, 'start' | 'end'>;

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A neutral token as it stands in a released text: "[a hospital]". */
export const bracketed = (words: string) => `[${words}]`;

/**
 * The span widened to whole letters, so that no surrogate pair, accent or joined emoji is cut.
 * @returns null where nothing of the text lies in it
 */
export function wholeLetters(text: string, { start, end }: Span): Span | null {
  const [from, to] = [Math.max(0, Math.min(start, end)), Math.min(text.length, Math.max(start, end))];
  if (from >= to) return null;
  const graphemes = letters.segment(text);
  const last = graphemes.containing(to - 1);
  return { start: graphemes.containing(from)?.index ?? from, end: last ? last.index + last.segment.length : to };
}

/**
 * Edits with one more. What it overlaps becomes one with it, so that nothing that was taken out comes back in part.
 * @param edits in order and apart
 * @returns edits in order and apart; the same where the new one holds no letter
 */
export function withEdit(text: string, edits: readonly Edit[], edit: Edit): readonly Edit[] {
  const span = wholeLetters(text, edit);
  if (!span) return edits;
  const isHit = (other: Edit) => overlap(other, span) || (other.start === other.end && span.start <= other.start && other.end <= span.end);
  const hit = edits.filter(isHit);
  const start = Math.min(span.start, ...hit.map((other) => other.start));
  const end = Math.max(span.end, ...hit.map((other) => other.end));
  return [...edits.filter((other) => !isHit(other)), { start, end, words: edit.words }].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The text as it reads with its edits. @param edits in order and apart */
export function edited(text: string, edits: readonly Edit[]): string {
  return piecesOf(text, edits, [])
    .map(({ words }) => words)
    .join('');
}

/**
 * A text cut at its edits, and at the finds that no edit touches.
 * @param edits in order and apart
 * @param finds in order and apart
 */
export function piecesOf(text: string, edits: readonly Edit[], finds: readonly Span[]): Piece[] {
  const marks: Piece[] = [
    ...edits.map(({ start, end, words }, edit) => ({ start, end, words, edit })),
    ...finds.flatMap(({ start, end }, find) =>
      edits.some((edit) => overlap(edit, { start, end })) ? [] : [{ start, end, words: text.slice(start, end), find }],
    ),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: Piece[] = [];
  let at = 0;
  for (const mark of [...marks, { start: text.length, end: text.length, words: '' }]) {
    if (mark.start > at) pieces.push({ start: at, end: mark.start, words: text.slice(at, mark.start) });
    if (mark.end > mark.start || mark.words) pieces.push(mark);
    at = Math.max(at, mark.end);
  }
  return pieces;
}

/**
 * The edits that make one text of another, word by word.
 * @returns edits in order and apart, with which `edited` makes the later text
 */
export function editsBetween(earlier: string, later: string): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let open: Edit | null = null;
  for (const { kind, text } of differences(earlier, later)) {
    if (kind === 'same') {
      open = null;
    } else {
      if (!open) {
        open = { start: at, end: at, words: '' };
        edits.push(open);
      }
      if (kind === 'out') open.end += text.length;
      else open.words += text;
    }
    if (kind !== 'in') at += text.length;
  }
  return edits.map((edit) => withoutSharedSpace(earlier, edit));
}

/** White space that both begin with stays outside. */
function withoutSharedSpace(text: string, { start, end, words }: Edit): Edit {
  const shared = /^\s*/.exec(words)?.[0] ?? '';
  return shared && text.slice(start, end).startsWith(shared)
    ? { start: start + shared.length, end, words: words.slice(shared.length) }
    : { start, end, words };
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
