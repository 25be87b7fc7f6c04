import { quantum } from '../columns/columns.ts';

const known = new Map<number, Uint16Array>();

/**
 * Which of `count` equal parts of 0…1 each 16-bit position lies in, 0…count − 1; a part holds its lower border, the last one 1 as
 * well. Looked up, since dividing is what binning a million placements would spend most of its time on.
 */
export function equalParts(count: number): Uint16Array {
  const parts =
    known.get(count) ??
    Uint16Array.from({ length: quantum + 1 }, (_, position) => Math.min(Math.floor((position * count) / quantum), count - 1));
  known.set(count, parts);
  return parts;
}
