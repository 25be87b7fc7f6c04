import { z } from 'zod';
import { type Choice, type Framework, type Signifier, type Stones, scope } from '../framework/framework.ts';
import { storable } from '../framework/storable.ts';
import { sumTolerance } from '../geometry/composition.ts';
import { chosenShares, means } from './answer.ts';

export const limits = { title: 200, story: 10_000, other: 200 } as const;

/**
 * Words of a person: well-formed Unicode without U+0000, up to `limit` code points.
 * @param limit the most code points (not UTF-16 units) allowed
 */
export const words = (limit: number) =>
  storable
    .refine((text) => text.length <= limit || (text.length <= 2 * limit && [...text].length <= limit), `is longer than ${limit} characters`)
    .meta({ maxLength: limit });

const share = z.number().min(0).max(1);
const by = z.enum(means);
export const notApplicable = z.strictObject({ na: z.literal(true) });

export const triadAnswer = z
  .strictObject({ top: share, left: share, right: share, by })
  .refine(({ top, left, right }) => Math.abs(top + left + right - 1) <= sumTolerance, 'the three shares do not sum to 1')
  .refine(
    ({ top, left, right, by }) => by !== 'choice' || isChosenShare([top, left, right]),
    'is not one of the seven answers that can be chosen in words',
  )
  .meta({ description: 'Three shares that sum to 1; answered by `choice`, they stand for one corner, two, or all three.' });
export const dyadAnswer = z.strictObject({ right: share, by });
const stoneAnswer = z.union([z.strictObject({ x: share, y: share }), notApplicable]);
export const stonesAnswer = z.strictObject({ stones: z.record(z.string(), stoneAnswer), by });
export const choiceAnswer = z.strictObject({ options: z.array(z.string()).min(1), other: words(limits.other).optional() });
export const textAnswer = z.strictObject({ text: words(limits.story) });

function isChosenShare(shares: number[]): boolean {
  const sorted = shares.toSorted((a, b) => b - a);
  return Object.values(chosenShares).some((known) => known.every((value, index) => Math.abs(value - (sorted[index] ?? 0)) <= sumTolerance));
}

/** base64url of the SHA-256 of the receipt: the last of its 43 letters has four bits, and the others of it are zero. */
export const receiptHash = z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/, 'is not the base64url form of a SHA-256');

/** A set of scopes that holds together: `patterns` always, sharing only with `read`, none twice. */
export const consentSet = z
  .array(scope)
  .refine(allDifferent, 'names a scope twice')
  .refine((consent) => consent.includes('patterns'), '"patterns" is needed to submit')
  .refine((consent) => consent.includes('read') || consent.every((scope) => scope === 'patterns'), 'sharing needs "read"')
  .meta({
    uniqueItems: true,
    contains: { const: 'patterns' },
    description: 'Always with `patterns`; with a scope that shares words only together with `read`.',
  });

const common = {
  version: z.uuid(),
  language: z.string(),
  story: z
    .strictObject({
      title: words(limits.title),
      text: words(limits.story)
        .refine((text) => text.trim() !== '', 'is empty')
        .meta({ minLength: 1 }),
    })
    .optional(),
  order: z.array(z.string()).optional(),
  rotations: z.record(z.string(), z.int().min(0).max(2)).optional(),
  consent: consentSet,
  receiptHash,
};

/** Answers by the keys of their signifiers; a skipped one has none. */
export const answers = z.record(z.string(), z.union([triadAnswer, dyadAnswer, stonesAnswer, choiceAnswer, textAnswer, notApplicable]));

/** A submission in the shape any framework allows: what the API documents. `submissionFor` is what it is held against. */
export const submission = z.strictObject({
  ...common,
  answers,
});
export type Submission = z.infer<typeof submission>;

/** How a collection asks: what a submission on it may carry beyond the answers. */
export interface Asked {
  version: string;
  languages: string[];
  randomOrder: boolean;
  rotation: boolean;
}

/**
 * The submission schema of one framework version: only its keys, kinds and options; words only with `read`.
 * @param framework a checked framework
 * @param asked the version's id and how the collection asks
 * @returns a schema whose issues name each fault by path; compile once per version, it is reused for every submission
 */
export function submissionFor(framework: Framework, asked: Asked) {
  return z
    .strictObject({
      ...common,
      version: z.literal(asked.version),
      language: z.enum(asked.languages),
      answers: answersFor(framework),
      order: asked.randomOrder ? orderFor(framework).optional() : z.undefined('this collection does not ask in a random order').optional(),
      rotations:
        asked.rotation && framework.signifiers.some(({ kind }) => kind === 'triad')
          ? rotationsFor(framework).optional()
          : z.undefined('this collection does not rotate corners').optional(),
    })
    .superRefine((body, context) => {
      if (body.consent.includes('read')) {
        if (!body.story) context.addIssue({ code: 'custom', path: ['story'], message: 'is needed with "read"' });
        return;
      }
      for (const path of wordPaths(body)) context.addIssue({ code: 'custom', path, message: 'words are sent only with "read"' });
    });
}

/** The paths at which a submission holds words: title and story, "other" and text answers. */
export function* wordPaths(body: { story?: unknown; answers: Record<string, unknown> }): Generator<string[]> {
  if (body.story !== undefined) yield ['story'];
  for (const [key, answer] of Object.entries(body.answers)) {
    if (typeof answer !== 'object' || answer === null) continue;
    if ('other' in answer && answer.other !== undefined) yield ['answers', key, 'other'];
    if ('text' in answer) yield ['answers', key, 'text'];
  }
}

type Asks = Pick<Framework, 'signifiers'>;

/** The answers to a framework's signifiers, by key. */
export function answersFor({ signifiers }: Asks) {
  return z.strictObject(Object.fromEntries(signifiers.map((signifier) => [signifier.key, answerFor(signifier).optional()])));
}

/** Keys of signifiers in the order in which they were shown. */
export function orderFor({ signifiers }: Asks) {
  return z.array(z.enum(signifiers.map(({ key }) => key))).refine(allDifferent, 'names a signifier twice');
}

/** How far the corners of triads were turned, by key. */
export function rotationsFor({ signifiers }: Asks) {
  const triads = signifiers.filter(({ kind }) => kind === 'triad').map(({ key }) => key);
  return z.partialRecord(z.enum(triads), z.int().min(0).max(2));
}

/** The schema of the answer to one signifier: placed, chosen or `{na: true}`; a skipped signifier has no entry. */
function answerFor(signifier: Signifier) {
  const answers = {
    triad: () => triadAnswer,
    dyad: () => dyadAnswer,
    stones: () => stonesFor(signifier as Stones),
    choice: () => choiceFor(signifier as Choice),
    text: () => z.strictObject({ text: words(signifier.kind === 'text' ? signifier.limit : 0).min(1, 'is empty') }),
  };
  return eitherNotApplicable(answers[signifier.kind]());
}

/** `{na: true}` or the placed form; which one an input is, its `na` decides, so that faults carry their own path. */
function eitherNotApplicable<Placed extends z.ZodObject>(placed: Placed) {
  return z.discriminatedUnion('na', [placed.safeExtend({ na: z.undefined().optional() }), notApplicable]);
}

function stonesFor({ stones }: Stones) {
  const laid = eitherNotApplicable(z.strictObject({ x: share, y: share }));
  return z.strictObject({
    stones: z
      .strictObject(Object.fromEntries(stones.map(({ key }) => [key, laid.optional()])))
      .refine((laid) => Object.keys(laid).length > 0, 'no stone was touched'),
    by,
  });
}

function choiceFor({ options, several, other }: Choice) {
  const keys = options.map(({ key }) => key);
  const chosen = z.array(z.enum(keys)).min(1).refine(allDifferent, 'names an option twice');
  return z
    .strictObject({
      options: several ? chosen : chosen.max(1),
      other: other ? words(limits.other).min(1, 'is empty').optional() : z.undefined().optional(),
    })
    .refine((answer) => answer.other === undefined || (other !== undefined && answer.options.includes(other)), {
      path: ['other'],
      message: 'words beside "other" need that option',
    });
}

function allDifferent(values: readonly unknown[]): boolean {
  return values.every((value, index) => values.indexOf(value) === index);
}
