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
  /** Index of the find, of which these words are what no edit took out. */
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
 * A text cut at its edits, and at what they leave of the finds.
 * @param edits in order and apart
 * @param finds in order and apart
 */
export function piecesOf(text: string, edits: readonly Edit[], finds: readonly Span[]): Piece[] {
  const marks: Piece[] = [
    ...edits.map(({ start, end, words }, edit) => ({ start, end, words, edit })),
    ...finds.flatMap((one, find) =>
      leftOf(text, one, edits).map(({ start, end }) => ({ start, end, words: text.slice(start, end), find })),
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

/** What edits leave of a find: all of it where none touches it, else each stretch with a letter or a figure, such as a surname. */
function leftOf(text: string, find: Span, edits: readonly Edit[]): Span[] {
  const hit = edits.filter((edit) => overlap(edit, find));
  if (!hit.length) return [find];
  const bounds = [find.start, ...hit.flatMap(({ start, end }) => [start, end]), find.end];
  return bounds.flatMap((start, index) => {
    if (index % 2) return [];
    const words = text.slice(start, bounds[index + 1]);
    const at = start + words.length - words.trimStart().length;
    return /[\p{L}\p{N}]/u.test(words) ? [{ start: at, end: at + words.trim().length }] : [];
  });
}

/**
 * The finds that lie in the words of edits: what was put in may tell who somebody is, as what was told may.
 * @param edits in order and apart
 * @param finds of the text as it reads with its edits
 * @returns the index of a find by that of the edit
 */
export function foundIn(edits: readonly Edit[], finds: readonly Span[]): Map<number, number> {
  const found = new Map<number, number>();
  let shift = 0;
  for (const [index, { start, end, words }] of edits.entries()) {
    const put = { start: start + shift, end: start + shift + words.length };
    const find = finds.findIndex((one) => overlap(one, put));
    if (find !== -1) found.set(index, find);
    shift += words.length - (end - start);
  }
  return found;
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

/**
 * The edits of a text as edits of a later one. Where the later one has other words in the midst of an edit, that edit is left out.
 * @param edits in order and apart
 * @param changes what `editsBetween` says of the two texts
 * @returns edits in order and apart
 */
export function carriedOver(edits: readonly Edit[], changes: readonly Edit[]): Edit[] {
  return edits.flatMap((edit) => {
    if (changes.some((change) => overlap(change, edit))) return [];
    const before = changes.filter(({ end }) => end <= edit.start);
    const shift = before.reduce((sum, { start, end, words }) => sum + words.length - (end - start), 0);
    return [{ ...edit, start: edit.start + shift, end: edit.end + shift }];
  });
}

/**
 * The edits that two people made on one text, each without the other's: what either took out is out. Where they meet, words in brackets
 * stand, since any others may give back what the other one took out.
 * @param edits in order and apart; their brackets come before those of the others
 * @param others in order and apart
 * @returns edits in order and apart
 */
export function together(edits: readonly Edit[], others: readonly Edit[]): Edit[] {
  const all = [...edits, ...others].sort((a, b) => a.start - b.start || a.end - b.end);
  const groups: { start: number; end: number; of: Edit[] }[] = [];
  for (const edit of all) {
    const group = groups.at(-1);
    if (group && (edit.start < group.end || (edit.start === group.start && edit.end === group.end))) {
      group.end = Math.max(group.end, edit.end);
      group.of.push(edit);
    } else groups.push({ start: edit.start, end: edit.end, of: [edit] });
  }
  const among = (of: readonly Edit[]) => [edits, others].flatMap((ones) => ones.filter((one) => of.includes(one)));
  return groups.map(({ start, end, of }) => ({ start, end, words: wordsFor(among(of)) }));
}

/** The words that stand for several edits. */
function wordsFor(edits: readonly Edit[]): string {
  const [first, ...more] = edits.map(({ words }) => words);
  if (first !== undefined && more.every((words) => words === first)) return first;
  return edits.find(({ words }) => /^(\[[^\]]*\])?$/.test(words))?.words ?? bracketed('…');
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
