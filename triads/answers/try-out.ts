import { z } from 'zod';
import type { Document } from '../framework/framework.ts';
import { isByOtherMeans, longestTime, mostAgain } from './again.ts';
import type { Answers } from './answer.ts';
import { answersFor, orderFor, rotationsFor, submission, wordPaths } from './submission.ts';

const time = z.int().min(0).max(longestTime);
const { answers, language } = submission.shape;

/** What a try-out of a draft sends, in the shape any draft allows: what the API documents. `tryOutFor` is what it is held against. */
export const tryOut = z.strictObject({
  /** Made by the phone; repeats of the same try-out carry the same. */
  id: z.uuid(),
  /** Names the document that it was given on. */
  document: z.string(),
  language,
  answers,
  /** Every signifier, in the order in which it was shown. */
  order: z.array(z.string()),
  rotations: z.record(z.string(), z.int().min(0).max(2)),
  /** Milliseconds on the screen, by signifier. */
  times: z.record(z.string(), time),
  /** Some shapes answered once more by the other means. */
  again: answers,
});
export type TryOut = z.infer<typeof tryOut>;

/**
 * The try-out schema of one document: only its keys, kinds and options, and no words at all.
 * @param document a draft as it can be shown on a phone
 */
export function tryOutFor(document: Document) {
  const keys = document.signifiers.map(({ key }) => key);
  return tryOut
    .extend({
      language: z.enum(document.languages),
      answers: answersFor(document),
      order: orderFor(document).refine((order) => order.length === keys.length, 'does not name every signifier'),
      rotations: rotationsFor(document),
      times: z.partialRecord(z.enum(keys), time),
      again: answersFor(document).refine((again) => Object.keys(again).length <= mostAgain, `holds more than ${mostAgain} answers`),
    })
    .superRefine((body, context) => {
      for (const path of wordPaths(body)) context.addIssue({ code: 'custom', path, message: 'words are not taken in a try-out' });
      const [first, again] = [body.answers, body.again] as Answers[];
      for (const [key, answer] of Object.entries(again ?? {})) {
        if (isByOtherMeans(first?.[key], answer)) continue;
        context.addIssue({ code: 'custom', path: ['again', key], message: 'is not by the other means than the answer before' });
      }
    });
}
