import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findIdentifiers } from '../../../triads/identifiers/find.ts';
import { type Identifier, type Kind, kinds } from '../../../triads/identifiers/identifier.ts';

export interface Labelled {
  text: string;
  labels: { start: number; end: number; kind: Kind }[];
}

/** In the files `nhs` stands for an NHS number; every other label is the kind itself. */
const kindOf = (label: string): Kind => {
  const kind = kinds.find((kind) => kind === label || (label === 'nhs' && kind === 'nhs-number'));
  if (!kind) throw new Error(`no kind is called ${label}`);
  return kind;
};

/** The sentences of a file, one a line, with what identifies in braces after its kind: `{person Dr Okafor} came`. */
export function labelledSentences(part: 'development' | 'held-out'): Labelled[] {
  const lines = readFileSync(join(import.meta.dirname, `${part}.txt`), 'utf8')
    .split('\n')
    .filter(Boolean);
  return lines.map((line) => {
    const labels: Labelled['labels'] = [];
    let text = '';
    for (const [whole, label, words] of line.matchAll(/\{([\w-]+) ([^}]+)\}|[^{]+/g)) {
      if (label) labels.push({ start: text.length, end: text.length + (words ?? '').length, kind: kindOf(label) });
      text += words ?? whole;
    }
    return { text, labels };
  });
}

export interface Found {
  recall: number;
  precision: number;
  labels: number;
  missed: string[];
  wrong: string[];
}

/** How well the finder does on labels of some kinds: a label counts as found when finds of these kinds cover it, a find as right when it touches one. */
export function measure(sentences: readonly Labelled[], of: readonly Kind[]): Found {
  const missed: string[] = [];
  const wrong: string[] = [];
  let [labels, finds] = [0, 0];
  for (const { text, labels: all } of sentences) {
    const wanted = all.filter(({ kind }) => of.includes(kind));
    const found = findIdentifiers(text).filter(({ kind }) => of.includes(kind));
    labels += wanted.length;
    finds += found.length;
    missed.push(...wanted.filter((label) => !covers(text, found, label)).map(({ start, end }) => `${text.slice(start, end)} ← ${text}`));
    const strays = found.filter((find) => !wanted.some(({ start, end }) => find.start < end && start < find.end));
    wrong.push(...strays.map(({ start, end, kind }) => `${kind} ${text.slice(start, end)} ← ${text}`));
  }
  return { recall: 1 - missed.length / labels, precision: 1 - wrong.length / finds, labels, missed, wrong };
}

/** Whether every letter and digit of a label lies in a find. */
function covers(text: string, found: readonly Identifier[], { start, end }: { start: number; end: number }): boolean {
  for (let at = start; at < end; at += 1) {
    if (/[\p{L}\p{N}]/u.test(text[at] ?? '') && !found.some((find) => find.start <= at && at < find.end)) return false;
  }
  return true;
}
