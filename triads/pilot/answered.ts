import type { Answers } from '../answers/answer.ts';

/** One time that a framework was filled in, as the pilot report reads it: no words, nobody, no moment. */
export interface Answered {
  /** A skipped signifier has no entry. Words beside "other" and text answers may be left out: nothing here reads them. */
  answers: Answers;
  /** Keys of the signifiers that its version asks; all of them where it is left out. */
  asked?: ReadonlySet<string>;
  /** Keys in the order in which they were shown; left out where that was the framework's own for everybody. */
  order?: readonly string[];
  /** How far the corners of triads were turned, by key: position i showed corner (i + r) mod 3. Left out where none were. */
  rotations?: Readonly<Record<string, number>>;
  /** Milliseconds that each signifier was on the screen, by key: try-outs alone have them. */
  times?: Readonly<Record<string, number>>;
  /** Second answers to some shapes by the other means: placed where `answers` has words chosen, and the other way round. */
  again?: Answers;
}
