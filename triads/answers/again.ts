import { type Answer, stateOf } from './answer.ts';

/** How many shapes are answered again by the other means in a try-out, at most. */
export const mostAgain = 3;

/** The longest that a question counts as looked at, in milliseconds. */
export const longestTime = 60 * 60 * 1000;

/** Whether one of two answers to a shape is placed and the other chosen in words. */
export function isByOtherMeans(first: Answer | undefined, second: Answer | undefined): boolean {
  const states = [stateOf(first), stateOf(second)];
  return [first, second].every((answer) => answer && 'by' in answer) && states.includes('placed') && states.includes('chosen');
}
