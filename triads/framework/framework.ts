import { z } from 'zod';
import { scopes } from './scopes.ts';
import { storable } from './storable.ts';

/**
 * The signification framework. These schemas are the one declaration of its shape: the file, the draft, the stored version,
 * the phone form and the submission schema all follow from it.
 */

/** A BCP 47 language tag, such as `en-GB`. */
export const languageTag = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is no language tag, such as en-GB');

/** How much a schema asks of what is written into it. */
interface Strictness<Format extends string> {
  format: Format;
  /** The least that a text has characters; a text that is not written yet has none. */
  leastText: number;
  key: z.ZodString;
  /** The least that a list holds once it is whole. */
  atLeast: (whole: number) => number;
}

function schemasOf<Format extends string>({ format, leastText, key, atLeast }: Strictness<Format>) {
  const localised = z.record(languageTag, storable.min(leastText, 'is empty').max(4000, 'is longer than 4,000 characters'));
  const head = <Kind extends string>(kind: Kind) => ({
    key,
    kind: z.literal(kind),
    about: z.enum(['story', 'participant']),
    question: localised,
    /** A few words that name the signifier on a small plot or in a chip. */
    short: localised,
    hint: localised.optional(),
  });
  const named = z.strictObject({ key, label: localised });
  const axis = z.strictObject({ name: localised, low: localised, high: localised });
  const wording = z.strictObject({ label: localised, explanation: localised });

  const triad = z.strictObject({
    ...head('triad'),
    corners: z.strictObject({ top: localised, left: localised, right: localised }),
  });
  const dyad = z.strictObject({ ...head('dyad'), poles: z.strictObject({ left: localised, right: localised }) });
  const stones = z.strictObject({
    ...head('stones'),
    axes: z.strictObject({ x: axis, y: axis }),
    stones: z.array(named).min(atLeast(1), 'has no stone yet').max(12, 'has more than 12 stones'),
  });
  const choice = z.strictObject({
    ...head('choice'),
    options: z.array(named).min(atLeast(2), 'has fewer than two options').max(60, 'has more than 60 options'),
    several: z.boolean(),
    /** The key of the option that asks for a few words of one's own, where there is one. */
    other: key.optional(),
    /** The question that says which region a participant works in; at most one. */
    role: z.literal('region').optional(),
  });
  const text = z.strictObject({ ...head('text'), limit: z.int().min(1).max(10_000) });
  const signifier = z.discriminatedUnion('kind', [triad, dyad, stones, choice, text]);
  const consent = z.strictObject({
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
  const framework = z.strictObject({
    format: z.literal(format),
    key,
    title: localised,
    languages: z.array(languageTag).min(1).max(40),
    prompt: z.strictObject({ question: localised, hint: localised, title: localised }),
    signifiers: z.array(signifier).min(atLeast(1), 'has no signifier yet').max(100, 'has more than 100 signifiers'),
    consent,
    notices: z.strictObject({
      /** What this is, for whom, and how long it takes: the start page. */
      welcome: localised,
      privacy: localised,
      /** Where to turn with a concern, since nobody can reply to a story. */
      concern: localised,
    }),
  });
  return { localised, triad, dyad, stones, choice, text, signifier, consent, framework };
}

/** Keys name the columns of every export, so they are short and plain, and frozen once published. */
export const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'a key is 1 to 40 of a–z, 0–9 and -, and starts with a letter');

/** A whole framework: what is published and what a file holds. */
export const { localised, triad, dyad, stones, choice, text, signifier, consent, framework } = schemasOf({
  format: 'storyfield-framework/1',
  leastText: 1,
  key,
  atLeast: (whole) => whole,
});

/** A framework that is being written: the same parts, where texts, keys and entries of lists may still be missing. */
export const {
  localised: draftText,
  signifier: draftSignifier,
  framework: draft,
} = schemasOf({
  format: 'storyfield-draft/1',
  leastText: 0,
  key: storable.max(40),
  atLeast: () => 0,
});

export const scope = z.enum(scopes);

/** A text in each language of the framework, by language tag. */
export type Localised = z.infer<typeof localised>;
export type Framework = z.infer<typeof framework>;
export type Draft = z.infer<typeof draft>;
/** What a framework and a draft of one have in common: everything but what they call themselves. */
export type Document = Omit<Framework, 'format'>;
export type Signifier = z.infer<typeof signifier>;
export type Kind = Signifier['kind'];
export type Triad = z.infer<typeof triad>;
export type Dyad = z.infer<typeof dyad>;
export type Stones = z.infer<typeof stones>;
export type Choice = z.infer<typeof choice>;
export type TextQuestion = z.infer<typeof text>;
