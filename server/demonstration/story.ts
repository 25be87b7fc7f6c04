import type { Answers } from '../../triads/answers/answer.ts';
import type { Scope } from '../../triads/framework/scopes.ts';

/** A story that nobody told: in the shape of a submission, with what the server would know about it. */
export interface InventedStory {
  /** The key of the wave. */
  wave: string;
  /** ISO week of arrival, such as `2026-W12`. */
  week: string;
  language: 'en-GB';
  /** Present only with `read` among the scopes. */
  story?: { title: string; text: string };
  answers: Answers;
  consent: Scope[];
  release: 'none' | 'waiting' | 'released';
}
