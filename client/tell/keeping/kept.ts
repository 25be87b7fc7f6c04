import type { Form } from '../../../server/contract/tell.ts';
import type { Answers } from '../../../triads/answers/answer.ts';
import { localise } from '../../../triads/framework/localise.ts';
import type { SharingScope } from '../../../triads/framework/scopes.ts';
import type { Rotation } from '../../../triads/geometry/rotation.ts';
import type { Problem } from '../../api.ts';
import type { Parcel } from '../outbox/parcel.ts';

export type Reading = 'read' | 'count-only';

/** All that makes a story the same story later: its words and answers, its secrets, and the form it was told on. */
export interface Told {
  form: Form;
  /** The key in the link that it was told by. */
  linkKey?: string | undefined;
  key: string;
  receipt: string;
  order: string[];
  rotations: Readonly<Record<string, Rotation>>;
  language: string;
  title: string;
  text: string;
  answers: Answers;
  reading: Reading | null;
  sharing: readonly SharingScope[];
  page: string;
}

interface Story {
  id: string;
  /** When it was last changed, in milliseconds since 1970. */
  touched: number;
}

export interface Unfinished extends Story {
  stage: 'draft';
  told: Told;
}

interface Finished extends Story {
  finished: number;
}

/** A story on its way: it may or may not have arrived. */
export interface Waiting extends Finished {
  stage: 'waiting';
  told: Told;
  parcel: Parcel;
}

/** A story that certainly was not taken. */
export interface Refused extends Finished {
  stage: 'refused';
  told: Told;
  problem: Pick<Problem, 'type' | 'faults'>;
}

/** What became of a story: nothing of it is left but the title of its collection. */
interface Settled extends Finished {
  title: string;
  receipt?: string;
}

/** That a story arrived, with its code for whoever had closed the page before; what an earlier build left has none. */
export interface Sent extends Settled {
  stage: 'sent';
}

/** That a story was taken back before this phone heard that it had arrived. */
export interface Withdrawn extends Settled {
  stage: 'withdrawn';
}

/** A story as the phone keeps it. */
export type Kept = Unfinished | Waiting | Refused | Sent | Withdrawn;
export type Stage = Kept['stage'];
export type Outgoing = Exclude<Kept, Unfinished>;

const lifetime = 24 * 60 * 60 * 1000;

/** Whether this phone has nothing of a story that would be lost with it. */
export const isSettled = ({ stage }: Pick<Kept, 'stage'>): boolean => stage === 'sent' || stage === 'withdrawn';

/** Whether a story is erased now. What was finished is never: it stays until it is answered and its answer was seen. */
export const isExpired = ({ stage, touched }: Pick<Kept, 'stage' | 'touched'>, now: number): boolean =>
  (stage === 'draft' || isSettled({ stage })) && now - touched >= lifetime;

/** The code of a finished story, where the phone has it. */
export const receiptOf = (item: Outgoing): string | undefined => ('told' in item ? item.told.receipt : item.receipt);

/** The title of the collection that a finished story was told in. */
export const titleOf = (item: Outgoing): string => ('told' in item ? localise(item.told.form.title, item.told.language) : item.title);

/** What stays of a story that was taken back while this phone still had its words. */
export function takenBack(item: Waiting | Refused): Withdrawn {
  return { id: item.id, finished: item.finished, touched: Date.now(), stage: 'withdrawn', title: titleOf(item) };
}
