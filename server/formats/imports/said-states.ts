import { type State, states } from '../../../triads/answers/answer.ts';
import { missingStates } from '../../../triads/exports/states.ts';
import type { Reading } from './findings.ts';
import { tickIn } from './numbers.ts';

const leavesOut: Partial<Record<State, string>> = {
  na: 'left out: it is said not to apply',
  skipped: 'left out: it is said to be skipped',
  unasked: 'left out: it is said not to have been asked',
};
const missing = new Set<string>(missingStates);

/**
 * The state that a row says an answer has, in a column of states or by a tick at "does not apply"; undefined where it says none.
 * What stands beside it all the same is said to be left out.
 * @param held the columns that hold the answer itself
 */
export function stateIn(
  reading: Reading,
  { state: stateAt, na }: { state?: number; na?: number },
  held: readonly (number | undefined)[],
): State | undefined {
  const cell = reading.cell(stateAt);
  const named = states.find((known) => known === cell);
  if (cell && !named) reading.refused(stateAt, `is none of ${states.join(', ')}`);
  const ticked = tickIn(reading.cell(na));
  if (ticked === null) reading.refused(na, 'is neither 1 nor blank');
  if (ticked && named && named !== 'na') reading.refused(na, 'contradicts the state beside it');
  const state = ticked ? 'na' : named;
  const why = state && leavesOut[state];
  if (!why) return state;
  const beside = held.find((column) => reading.cell(column) && !missing.has(reading.cell(column)));
  if (beside !== undefined) reading.mended(beside, why);
  return state;
}
