import { createHash } from 'node:crypto';
import { codeFrom, readCode } from '../../triads/answers/crockford.ts';

const length = 8;

/**
 * The short number of a story on everything that is printed: the same in every file, so that whoever holds a card and whoever holds a pack speak of
 * one story, and nobody learns from it when the story came or its id.
 * @returns eight characters, shown in fours
 */
export function storyNumber(id: string): string {
  return codeFrom(createHash('sha256').update(`story number ${id}`).digest().subarray(0, 5), length);
}

/** What somebody typed as the number of a story; null where it cannot be one. */
export const readStoryNumber = (typed: string): string | null => readCode(typed, length);
