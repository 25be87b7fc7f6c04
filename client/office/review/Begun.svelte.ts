import type { Decision, EscalationKind, Review } from '../../../server/contract/reviews.ts';
import { Redacting } from './Redacting.svelte.ts';

/** A decision that is given a reason. */
export type Reasoned = Exclude<Decision['decision'], 'release'>;

/** Whether a reviewer may work on a story as it stands. */
export const isOpenToWork = ({ state }: Review): boolean => state !== 'released' && state !== 'escalated';

/** What a reviewer began on a story and has not sent: in memory alone, for as long as the page is open, since it has participants' words. */
export class Begun {
  review: Review;
  readonly redacting: Redacting;
  /** Whether it was begun on the story as it stood before somebody else changed it. */
  isCarriedOver: boolean;
  /** The decision that waits for its reason. */
  asked: Reasoned | null = $state(null);
  reason = $state('');
  kind: EscalationKind = $state('harm');
  /** Why it was not taken. */
  refusal: unknown = $state.raw(null);

  /** @param before what was begun on the same story before it changed */
  constructor(review: Review, before?: Begun) {
    const carried = before?.isUnsaved && isOpenToWork(review) ? before : undefined;
    this.review = $state.raw(review);
    this.redacting = new Redacting(review, carried?.redacting);
    this.isCarriedOver = $state(carried !== undefined);
    if (carried && carried.asked !== 'take-back') [this.asked, this.reason, this.kind] = [carried.asked, carried.reason, carried.kind];
  }

  get isUnsaved(): boolean {
    return this.redacting.isUnsaved || this.redacting.isPutting || this.redacting.isApprovedAnew || this.reason.trim() !== '';
  }

  /** Goes on after a decision of this same reviewer, with all that was done since. */
  settle(decided: Review): void {
    [this.review, this.isCarriedOver] = [decided, false];
    this.redacting.settle(decided);
  }

  giveUpReason(): void {
    [this.asked, this.reason] = [null, ''];
  }
}
