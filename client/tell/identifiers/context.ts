import type { Segment } from '../../../triads/identifiers/segments.ts';

/** A find as it now reads, with a little of its sentence on either side. */
export interface Context {
  before: string;
  words: string;
  after: string;
}

const most = 70;

/** What stands around a find: to the ends of its sentence, or as many whole words as there is room for. */
export function contextOf(segments: readonly Segment[], find: number): Context {
  const at = segments.findIndex((segment) => segment.find === find);
  const joined = (from: number, to: number) =>
    segments
      .slice(from, to)
      .map(({ words }) => words)
      .join('');
  return { before: endOf(joined(0, at)), words: segments[at]?.words ?? '', after: beginningOf(joined(at + 1, segments.length)) };
}

function endOf(text: string): string {
  const near = text.slice(-most);
  const sentence = near.split(/(?<=[.!?…]\s|\n)/u).at(-1) ?? '';
  return sentence.length < text.length && sentence === near ? `… ${near.slice(near.search(/\s/) + 1)}` : sentence.trimStart();
}

function beginningOf(text: string): string {
  const near = text.slice(0, most);
  const sentence = near.split(/(?<=[.!?…])\s|\n/u)[0] ?? '';
  return sentence === near && near.length < text.length ? `${near.slice(0, near.lastIndexOf(' '))} …` : sentence;
}
