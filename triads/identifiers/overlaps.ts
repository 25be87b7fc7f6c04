import { certainties, type Identifier } from './identifier.ts';

/**
 * Finds that do not overlap, in order of the text. An earlier group goes before a later one; within a group the longer
 * find goes first, then the more certain one.
 * @param length of the text, in UTF-16 units
 */
export function withoutOverlaps(length: number, groups: readonly (readonly Identifier[])[]): Identifier[] {
  const taken = new Uint8Array(length);
  const kept: Identifier[] = [];
  for (const group of groups) {
    for (const find of group.toSorted(byLength)) {
      if (taken.subarray(find.start, find.end).includes(1)) continue;
      taken.fill(1, find.start, find.end);
      kept.push(find);
    }
  }
  return kept.sort((one, other) => one.start - other.start);
}

function byLength(one: Identifier, other: Identifier): number {
  return other.end - other.start - (one.end - one.start) || certainties.indexOf(one.certainty) - certainties.indexOf(other.certainty);
}
