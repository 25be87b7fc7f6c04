import { z } from 'zod';
import { limits, words } from '../../triads/answers/submission.ts';
import { scope } from '../../triads/framework/framework.ts';
import { releaseState, storyWords } from './tell.ts';

/** A story in the release queue, as a reviewer reads it. */
export const review = z.strictObject({
  id: z.uuid(),
  state: releaseState,
  language: z.string(),
  words: storyWords,
  /** The released words, where there are some. */
  released: storyWords.nullable(),
  scopes: z.array(scope),
  /** Names what the reviewer saw; a decision carries it, and is refused once the story is another. */
  tag: z.string(),
});
export type Review = z.infer<typeof review>;
export const reviewQuery = z.strictObject({ state: releaseState.default('waiting'), after: z.uuid().optional() });
export const reviewList = z.strictObject({
  counts: z.record(releaseState, z.int()),
  reviews: z.array(review),
  next: z.uuid().nullable(),
});

/** The words as they may leave: of the same kinds and lengths as those sent. */
const releasedWords = z.strictObject({
  title: words(limits.title),
  text: words(limits.story).refine((text) => text.trim() !== '', 'is empty'),
  answers: z.record(z.string(), words(limits.story)),
});
const tag = z.string().max(100);

/** What a reviewer decides. `release` carries the words as they may leave, which may differ from those sent. */
export const decision = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('release'), tag, words: releasedWords }),
  z.strictObject({ decision: z.enum(['hold', 'second', 'escalate']), tag, reason: words(1000).min(1) }),
  z.strictObject({ decision: z.literal('take-back'), tag }),
]);
export type Decision = z.infer<typeof decision>;

export const purpose = z.enum(['workshop']);
export const exportPreview = z.strictObject({
  stories: z.int(),
  leftOut: z.strictObject({
    /** Participants agreed, but nobody has released the words yet. */
    awaitingRelease: z.int(),
    /** Participants did not agree to this use. */
    notAgreed: z.int(),
  }),
});
export type ExportPreview = z.infer<typeof exportPreview>;
export const newExport = z.strictObject({ purpose, format: z.enum(['csv']) });
export const exportEntry = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  purpose,
  format: z.enum(['csv']),
  made: z.iso.datetime(),
  stories: z.int(),
  /** How many stories of this export were withdrawn, lost the consent or release it rests on, or were released anew in other words, since. */
  recalled: z.int(),
});
export type ExportEntry = z.infer<typeof exportEntry>;
export const exportList = z.strictObject({ exports: z.array(exportEntry) });
export const byExport = z.strictObject({ id: z.uuid(), export: z.uuid() });
