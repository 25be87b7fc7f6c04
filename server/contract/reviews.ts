import { z } from 'zod';
import { limits, words } from '../../triads/answers/submission.ts';
import { scope } from '../../triads/framework/framework.ts';
import { certainties, kinds, neutrals } from '../../triads/identifiers/identifier.ts';
import { byStory } from './collections.ts';
import { releaseState, storyWords } from './tell.ts';

/** A likely identifier in one of the texts as they were told: UTF-16 offsets. */
const find = z.strictObject({
  start: z.int(),
  end: z.int(),
  kind: z.enum(kinds),
  neutral: z.enum(neutrals),
  certainty: z.enum(certainties),
});

const fact = z.strictObject({ signifier: z.string(), option: z.string() });
const tally = z.partialRecord(z.enum(kinds), z.strictObject({ likely: z.int(), perhaps: z.int() }));

/** A story in the release queue, as a reviewer reads it. */
export const review = z.strictObject({
  id: z.uuid(),
  /** What it is called on cards and in packs. */
  number: z.string(),
  state: releaseState,
  language: z.string(),
  /** The ISO week in which it came. */
  week: z.string(),
  words: storyWords,
  /** The words as a reviewer left them who did not release, or whose release was taken back. */
  proposed: storyWords.nullable(),
  released: storyWords.nullable(),
  finds: z.strictObject({ title: z.array(find), text: z.array(find), answers: z.record(z.string(), z.array(find)) }),
  scopes: z.array(scope),
  /** What the participant chose about themselves, by signifier. */
  about: z.array(z.strictObject({ signifier: z.string(), options: z.array(z.string()) })),
  /** Answers about the participant, alone or two together, that fewer stories share than the threshold says. */
  rare: z.array(z.strictObject({ facts: z.array(fact), stories: z.int() })),
  /** Why it stands where it stands in the queue. */
  exposure: z.strictObject({ score: z.number(), tally, rarest: z.int().nullable() }),
  /** Keys of the answers about the participant that may stand beside the released words. */
  approved: z.array(z.string()),
  /** When what was taken out is deleted for good; null where nothing is, or is any more. */
  takenOutUntil: z.iso.datetime().nullable(),
  /** How many exports hold it. */
  exports: z.int(),
  /** What reviewers decided so far, oldest first. */
  history: z.array(
    z.strictObject({
      decision: z.string(),
      by: z.string().nullable(),
      /** Whether whoever asks decided it. */
      mine: z.boolean(),
      at: z.iso.datetime(),
      reason: z.string().nullable(),
    }),
  ),
  /** False for who asked a second reviewer: somebody else releases it. */
  mayRelease: z.boolean(),
  /** Names what the reviewer saw; a decision carries it, and is refused once the story is another. */
  tag: z.string(),
});
export type Review = z.infer<typeof review>;

/** Where a page of the queue ended: a score, a week and an id. */
const place = z.string().regex(/^\d+(\.\d)?_[\dW-]{8}_[\da-f-]{36}$/);
export const reviewQuery = z.strictObject({ state: releaseState.default('waiting'), after: place.optional() });
export const numberedQuery = z.strictObject({ number: z.string().max(40) });
/** Stories that are called so; one, or none. */
export const numbered = z.strictObject({ reviews: z.array(review) });
export const reviewList = z.strictObject({
  counts: z.record(releaseState, z.int()),
  /** How many stories the collection has, of which rare answers are counted. */
  stories: z.int(),
  /** How many stories of the queue were not looked through yet for identifiers: asked again, the order may be another. */
  unlooked: z.int(),
  /** Most exposed first. */
  reviews: z.array(review),
  next: place.nullable(),
});
export type ReviewList = z.infer<typeof reviewList>;

export const alikeQuery = z.strictObject({ keys: z.string().max(4000) });
export const alike = z.strictObject({ stories: z.int() });

/** The words as they may leave: of the same kinds and lengths as those sent. */
const leavingWords = z.strictObject({
  title: words(limits.title),
  text: words(limits.story).refine((text) => text.trim() !== '', 'is empty'),
  answers: z.record(z.string(), words(limits.story)),
});
const reason = words(1000).refine((text) => text.trim() !== '', 'is empty');
/** The words as the reviewer leaves them for whoever comes next. */
const left = { tag: z.string().max(100), reason, words: leavingWords.optional() };

export const escalationKind = z.enum(['harm', 'safeguarding', 'patient']);
export type EscalationKind = z.infer<typeof escalationKind>;
export const escalationOutcome = z.enum(['closed', 'handed-back']);
export type EscalationOutcome = z.infer<typeof escalationOutcome>;

/** What a reviewer decides. `release` carries the words as they may leave, which may differ from those sent. */
export const decision = z.discriminatedUnion('decision', [
  z.strictObject({
    decision: z.literal('release'),
    tag: left.tag,
    words: leavingWords,
    approved: z.array(z.string()).max(100).default([]),
  }),
  z.strictObject({ decision: z.enum(['hold', 'second']), ...left }),
  z.strictObject({ decision: z.literal('escalate'), kind: escalationKind, ...left }),
  z.strictObject({ decision: z.literal('take-back'), tag: left.tag, reason }),
]);
export type Decision = z.infer<typeof decision>;

/** A story in which somebody may be at risk or be named, and what was done about it. It outlives the story. */
export const escalation = z.strictObject({
  id: z.uuid(),
  kind: escalationKind,
  outcome: escalationOutcome.nullable(),
  opened: z.iso.datetime(),
  /** The first says why; the last, once there is an outcome, how it ended. */
  entries: z.array(z.strictObject({ by: z.string(), at: z.iso.datetime(), text: z.string() })),
  /** The story as it stands; null where its participant withdrew it, or shares it no more. */
  review: review.nullable(),
});
export type Escalation = z.infer<typeof escalation>;
export const escalationList = z.strictObject({ escalations: z.array(escalation) });
export const byEscalation = z.strictObject({ id: byStory.shape.id, escalation: z.uuid() });
/** `note` writes down what was done; `close` ends it with the story held back, as any other that is held; `hand-back` puts it in the queue again. */
export const escalationStep = z.strictObject({ step: z.enum(['note', 'close', 'hand-back']), text: reason });
export type EscalationStep = z.infer<typeof escalationStep>;
