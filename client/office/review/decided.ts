import type { Decision, Review, ReviewList } from '../../../server/contract/reviews.ts';
import type { ReleaseState } from '../../../server/contract/tell.ts';

const statesAfter: Record<Decision['decision'], ReleaseState> = {
  release: 'released',
  hold: 'held',
  second: 'second',
  escalate: 'escalated',
  'take-back': 'waiting',
};

/** Whether this reviewer's decision was made after all, and only its answer was lost on the way. */
export function isAsDecided({ state, history, released, proposed, approved }: Review, decision: Decision): boolean {
  const last = history.at(-1);
  const words = 'words' in decision ? decision.words : undefined;
  return (
    state === statesAfter[decision.decision] &&
    last?.mine === true &&
    last.decision === decision.decision &&
    last.reason === ('reason' in decision ? decision.reason : null) &&
    (!words || JSON.stringify(words) === JSON.stringify(released ?? proposed)) &&
    (decision.decision !== 'release' || JSON.stringify([...new Set(decision.approved)].sort()) === JSON.stringify([...approved].sort()))
  );
}

/** How many stories are in each state, after one went from one to another. */
export function moved(counts: ReviewList['counts'], from: ReleaseState, to: ReleaseState): ReviewList['counts'] {
  return from === to ? counts : { ...counts, [from]: Math.max(0, (counts[from] ?? 0) - 1), [to]: (counts[to] ?? 0) + 1 };
}
