import { z } from 'zod';
import { scopes } from './scopes.ts';

/**
 * The signification framework as a file: `"format": "storyfield-framework/1"`. This schema is the one declaration of its
 * shape; the stored version, the phone form and the submission schema all follow from it.
 */

/** A text in each language of the framework, by BCP 47 tag. */
export const localised = z.record(z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), z.string().min(1).max(4000));
export type Localised = z.infer<typeof localised>;

/** Keys name the columns of every export, so they are short and plain, and frozen once published. */
export const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'a key is 1 to 40 of a–z, 0–9 and -, and starts with a letter');

const common = {
  key,
  about: z.enum(['story', 'participant']),
  question: localised,
  /** A few words that name the signifier on a small plot or in a chip. */
  short: localised,
  hint: localised.optional(),
};

const named = z.strictObject({ key, label: localised });

export const triad = z.strictObject({
  ...common,
  kind: z.literal('triad'),
  corners: z.strictObject({ top: localised, left: localised, right: localised }),
});

export const dyad = z.strictObject({
  ...common,
  kind: z.literal('dyad'),
  poles: z.strictObject({ left: localised, right: localised }),
});

const axis = z.strictObject({ name: localised, low: localised, high: localised });

export const stones = z.strictObject({
  ...common,
  kind: z.literal('stones'),
  axes: z.strictObject({ x: axis, y: axis }),
  stones: z.array(named).min(1).max(12),
});

export const choice = z.strictObject({
  ...common,
  kind: z.literal('choice'),
  options: z.array(named).min(2).max(60),
  several: z.boolean(),
  /** The key of the option that asks for a few words of one's own, where there is one. */
  other: key.optional(),
  /** The question that says which region a participant works in; at most one. */
  role: z.literal('region').optional(),
});

export const text = z.strictObject({
  ...common,
  kind: z.literal('text'),
  limit: z.int().min(1).max(10_000),
});

export const signifier = z.discriminatedUnion('kind', [triad, dyad, stones, choice, text]);

export const scope = z.enum(scopes);

const wording = z.strictObject({ label: localised, explanation: localised });

export const consent = z.strictObject({
  question: localised,
  introduction: localised,
  patterns: wording,
  read: wording,
  /** The other answer to the required choice: count my answers only. */
  'count-only': wording,
  sharing: localised,
  'workshop-own': wording,
  'workshop-other': wording,
  publish: wording,
});

export const framework = z.strictObject({
  format: z.literal('storyfield-framework/1'),
  key,
  title: localised,
  languages: z.array(z.string()).min(1).max(40),
  prompt: z.strictObject({ question: localised, hint: localised, title: localised }),
  signifiers: z.array(signifier).min(1).max(100),
  consent,
  notices: z.strictObject({
    /** What this is, for whom, and how long it takes: the start page. */
    welcome: localised,
    privacy: localised,
    /** Where to turn with a concern, since nobody can reply to a story. */
    concern: localised,
  }),
});

export type Framework = z.infer<typeof framework>;
export type Signifier = z.infer<typeof signifier>;
export type Kind = Signifier['kind'];
export type Triad = z.infer<typeof triad>;
export type Dyad = z.infer<typeof dyad>;
export type Stones = z.infer<typeof stones>;
export type Choice = z.infer<typeof choice>;
export type TextQuestion = z.infer<typeof text>;
