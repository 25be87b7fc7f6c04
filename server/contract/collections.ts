import { z } from 'zod';
import { submission } from '../../triads/answers/submission.ts';
import { localised, scope, signifier } from '../../triads/framework/framework.ts';
import { arrowStream, bytes } from './files.ts';
import { sharedPattern } from './shared-out.ts';
import { role } from './staff.ts';
import { opaqueTag } from './tag.ts';
import { releaseState, storyWords } from './tell.ts';

export const byId = z.strictObject({ id: z.uuid() });
export const byStory = byId.extend({ story: z.uuid() });

/** Whether a collection takes stories at all; its waves say when. */
export const taking = z.enum(['open', 'paused', 'closed']);

export const wave = z.strictObject({
  key: z.string(),
  label: localised,
  opens: z.iso.datetime(),
  closes: z.iso.datetime().nullable(),
  state: z.enum(['upcoming', 'open', 'closed']),
  /** When it really ends: at its close, or before where the collection is paused or closed, or its version retired. */
  ends: z.iso.datetime().nullable(),
});

/** Whether stories are taken, and when. */
export const standing = z.strictObject({
  taking,
  /** Since when it is paused or closed. */
  since: z.iso.datetime().nullable(),
  waves: z.array(wave),
});
export type Standing = z.infer<typeof standing>;

/** A collection as a signed-in person sees it in a list: with the roles and the region that the person has there. */
export const collectionEntry = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  title: localised,
  invented: z.boolean(),
  roles: z.array(role),
  region: z.string().nullable(),
});
export type CollectionEntry = z.infer<typeof collectionEntry>;
export const collectionList = z.strictObject({ collections: z.array(collectionEntry) });

export const collection = collectionEntry.extend({
  languages: z.array(z.string()),
  ...standing.shape,
  /** The signifiers of all waves, read together where keys agree: as the newest wave asks them, then what only older ones ask. */
  signifiers: z.array(signifier),
  /** Where waves do not agree: what they do not ask, or ask in other words than the newest that asks it. */
  differences: z.array(
    z.strictObject({
      signifier: z.string(),
      /** The key of an option or stone; null for the signifier itself. */
      part: z.string().nullable(),
      kind: z.enum(['unasked', 'reworded']),
      /** Keys of the waves that differ. */
      waves: z.array(z.string()),
      /** Of a rewording: its texts as these waves had them and as the newest has them. */
      texts: z.array(z.strictObject({ path: z.string(), before: localised, after: localised })),
    }),
  ),
  /** The small-number threshold. */
  threshold: z.int(),
});
export type Collection = z.infer<typeof collection>;

const count = z.int().min(0);

/** Plain counts over a whole collection, for researchers: exact. */
export const summary = z.strictObject({
  stories: count,
  /** First and last ISO week of arrival, such as 2022-W08; null while there are no stories. */
  weeks: z.strictObject({ first: z.string(), last: z.string() }).nullable(),
  waves: z.array(z.strictObject({ key: z.string(), stories: count })),
  consent: z.record(scope, count),
  release: z.record(releaseState, count),
  signifiers: z.array(
    z.strictObject({
      key: z.string(),
      placed: count,
      chosen: count,
      na: count,
      skipped: count,
      /** Stories given on a version that does not ask it. */
      unasked: count,
      /** Of a choice: how many chose each option, in framework order. Of any other kind: null. */
      options: z.array(z.strictObject({ key: z.string(), stories: count })).nullable(),
    }),
  ),
});
export type Summary = z.infer<typeof summary>;

/** What is shown of a collection: the stream to researchers, to workshop leads the aggregates. */
export const patterns = {
  200: {
    description:
      'For researchers an Arrow stream, one row a story; for workshop leads aggregates under the small-number rules, as JSON. Its ETag names the state that rows are rows of.',
    content: { [arrowStream]: { schema: bytes }, 'application/json': { schema: sharedPattern } },
  },
  304: z.void(),
};

/** Which stories to read: rows of one pattern body (researchers), or what is released to oneself (leads). */
export const storiesQuery = z.strictObject({
  pattern: z.string().transform(opaqueTag).optional().meta({ description: 'The ETag of the patterns, as it came or without its quotes.' }),
  rows: z
    .string()
    .regex(/^\d+(,\d+){0,99}$/, 'takes up to 100 row numbers, such as 3,14,15')
    .optional()
    .meta({ description: 'Up to 100 rows of these patterns, such as 3,14,15.' }),
  signifier: z
    .string()
    .optional()
    .meta({ description: 'Of what is released, only what lies in a zone of this triad or a third of this dyad.' }),
  zone: z.string().optional().meta({ description: 'The zone (`top`, `top-left`, …) or third (`left`, `middle`, `right`).' }),
  after: z.uuid().optional().meta({ description: 'The `next` of the page before.' }),
});
export const storyRead = z.strictObject({
  id: z.uuid(),
  /** The row of the pattern body that was asked for. */
  row: z.int().nullable(),
  wave: z.string(),
  language: z.string(),
  words: storyWords,
  revision: z.enum(['original', 'released']),
  /** Placements and choices; null for those who may see only the words. */
  answers: submission.shape.answers.nullable(),
});
export type StoryRead = z.infer<typeof storyRead>;
export const storyList = z.strictObject({
  stories: z.array(storyRead),
  /** Pass as `after` for the next page; null on the last. */
  next: z.uuid().nullable(),
});

/** Where release stands, for leads: the whole collection and one's own region. */
const released = z.strictObject({ stories: count, released: count, waiting: count });
export const progress = z.strictObject({ whole: released, region: released.extend({ key: z.string() }).nullable() });
export type Progress = z.infer<typeof progress>;
