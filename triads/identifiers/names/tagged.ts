import nlp from 'compromise/two';
import type { Word } from '../words.ts';
import { isAcronym, isPlain, isWordName } from './known.ts';

/** Sentences are handed to the tagger in parts no longer than this, so that its time grows with the text and no faster. */
const longest = 600;

/**
 * People that compromise's tagger sees in sentences where a capital letter is still unexplained.
 * @param known indices of words that are explained already
 * @returns runs of words, `to` exclusive
 */
export function taggedPeople(text: string, words: readonly Word[], known: ReadonlySet<number>): { from: number; to: number }[] {
  const isOpen = (word: Word, at: number) =>
    word.isCapital && !word.opens && !known.has(at) && !isPlain(word) && !isAcronym(word) && !isWordName(word);
  return parts(words).flatMap(({ from, to }) => {
    const open = new Map(
      words.slice(from, to).flatMap((word, step) => (isOpen(word, from + step) ? [[word.start, from + step] as const] : [])),
    );
    if (!open.size) return [];
    const start = (words[from] as Word).start;
    return peopleIn(text.slice(start, (words[to - 1] as Word).end)).flatMap(([first, end]) => {
      const at = [...open].filter(([offset]) => offset >= start + first && offset < start + end).map(([, index]) => index);
      return at.map((index) => ({ from: index, to: index + 1 }));
    });
  });
}

/** Sentences as runs of words, cut where they are too long. */
function parts(words: readonly Word[]): { from: number; to: number }[] {
  const cuts = words.flatMap((word, at) => (word.opens ? [at] : []));
  const starts: number[] = [];
  for (const [index, from] of cuts.entries()) {
    const to = cuts[index + 1] ?? words.length;
    let start = from;
    starts.push(start);
    for (let at = from; at < to; at += 1) {
      if ((words[at] as Word).end - (words[start] as Word).start <= longest) continue;
      start = at;
      starts.push(start);
    }
  }
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? words.length }));
}

interface Tagged {
  offset: { start: number; length: number };
}

function peopleIn(sentence: string): [start: number, end: number][] {
  const found: Tagged[] = nlp(sentence).match('#Person+').json({ offset: true });
  return found.map(({ offset }) => [offset.start, offset.start + offset.length]);
}
