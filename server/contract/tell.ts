import { z } from 'zod';
import { consentSet, submission } from '../../triads/answers/submission.ts';
import { choice, consent, dyad, framework, localised, scope, stones, text, triad } from '../../triads/framework/framework.ts';

/** What the phone needs, and what it sends. Participants' routes need no account. */

const required = { required: z.literal(false) };
export const askedSignifier = z.discriminatedUnion('kind', [
  triad.extend(required),
  dyad.extend(required),
  stones.extend(required),
  choice.extend(required),
  text.extend(required),
]);

export const bySlug = z.strictObject({
  slug: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,79}$/)
    .meta({ description: 'The collection, as its link calls it.' }),
});
export const formQuery = z.strictObject({
  language: z.string().optional().meta({ description: 'The language to begin in, where the collection has it.' }),
});

/** What the key in a link is worth to who opens it now. `not-needed`: the collection asks for none. */
export const keyStanding = z.enum(['not-needed', 'good', 'missing', 'unknown', 'revoked']);
export type KeyStanding = z.infer<typeof keyStanding>;

export const form = z.strictObject({
  slug: z.string(),
  title: localised,
  /** Whether this collection holds invented stories only, which is said wherever they are shown. */
  invented: z.boolean(),
  state: z.enum(['upcoming', 'open', 'closed']),
  /** When the round that is shown opens and closes; null where no end is set. */
  opens: z.iso.datetime(),
  closes: z.iso.datetime().nullable(),
  /** What the key in the link is worth, which came in the header `Collection-Key`. */
  linkKey: keyStanding,
  version: z.uuid(),
  language: z.string(),
  languages: z.array(z.string()),
  prompt: framework.shape.prompt,
  signifiers: z.array(askedSignifier),
  consent: consent.extend({ read: consent.shape.read.extend({ required: z.literal(true) }) }),
  notices: framework.shape.notices,
  asks: z.strictObject({ randomOrder: z.boolean(), rotation: z.boolean() }),
  limits: z.strictObject({ title: z.int(), story: z.int(), other: z.int() }),
});
/** The form is as the phone has it. */
export const unchanged = z.null();
export type Form = z.infer<typeof form>;

const collectionKey = {
  'collection-key': z.string().optional().meta({ description: 'The key behind the `#` of the link, where it has one.' }),
};
export const formHeaders = z.object(collectionKey);
export const submissionHeaders = z.object({
  'idempotency-key': z.uuid().meta({ description: 'Made for this submission alone, and secret; every repeat carries the same.' }),
  ...collectionKey,
});
export const stored = z.strictObject({ stored: z.literal(true) });
export const submitted = {
  200: stored.describe('A repeat: the story was stored before.'),
  201: stored.describe('The story is stored durably.'),
};

const receipt = z.string().min(1).max(64);
export const releaseState = z.enum(['none', 'waiting', 'second', 'held', 'escalated', 'released']);
export type ReleaseState = z.infer<typeof releaseState>;

/** The words of a story: title and text, and by signifier key the words beside "other" and the text answers. */
export const storyWords = z.strictObject({
  title: z.string(),
  text: z.string(),
  answers: z.record(z.string(), z.string()),
});
export type StoryWords = z.infer<typeof storyWords>;

export const byReceipt = z.strictObject({ receipt });
export const opened = z.strictObject({
  collection: z.strictObject({ slug: z.string(), title: localised, invented: z.boolean(), languages: z.array(z.string()) }),
  version: z.uuid(),
  language: z.string(),
  /** The story as it was sent; null where no words are kept. */
  words: storyWords.nullable(),
  /** The story as a reviewer released it; null before. */
  released: storyWords.nullable(),
  release: releaseState,
  answers: submission.shape.answers,
  consent: z.array(scope),
  signifiers: z.array(askedSignifier),
  wording: consent,
});
export type Opened = z.infer<typeof opened>;

export const consentChange = z.strictObject({
  receipt,
  version: z.uuid(),
  language: z.string(),
  consent: consentSet,
  story: submission.shape.story,
  answers: submission.shape.answers.optional(),
});
export const withdrawn = z.strictObject({ withdrawn: z.literal(true) });
