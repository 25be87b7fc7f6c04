import { z } from 'zod';
import { words } from '../../triads/answers/submission.ts';
import { draft, framework, key, languageTag, localised } from '../../triads/framework/framework.ts';
import { byId } from './collections.ts';
import { tagHeader } from './tag.ts';

/** A draft as it is saved. */
export { draft };

export const byVersion = byId.extend({ version: z.uuid() });

export const ifMatch = tagHeader('the draft');

const saved = z.strictObject({ by: z.string(), at: z.iso.datetime() });
const facts = { id: z.uuid(), number: z.int() };

export const versionEntry = z.strictObject({
  ...facts,
  state: z.enum(['published', 'retired']),
  languages: z.array(z.string()),
  signifiers: z.int(),
  published: z.iso.datetime(),
  retired: z.iso.datetime().nullable(),
  /** Slugs of the collections that ask it and that the viewer works on, by slug. */
  collections: z.array(z.string()),
});
export const draftEntry = z.strictObject({ ...facts, tag: z.string(), saved });

export const frameworkEntry = z.strictObject({
  id: z.uuid(),
  key: z.string(),
  /** Of the draft, else of the newest version. */
  title: z.record(z.string(), z.string()),
  /** Oldest first. */
  versions: z.array(versionEntry),
  draft: draftEntry.nullable(),
});
export type FrameworkEntry = z.infer<typeof frameworkEntry>;
export const frameworkList = z.strictObject({ frameworks: z.array(frameworkEntry) });

const begin = { key, title: words(200).min(1), languages: z.array(languageTag).min(1).max(40) };

/** From what a framework begins: nothing but the usual wording of consent, pieces of the library, or a copy of a version. */
export const newFramework = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('empty'), ...begin }),
  z.strictObject({ from: z.literal('library'), ...begin, pieces: z.array(z.string().max(40)).min(1).max(100) }),
  z.strictObject({ from: z.literal('version'), key, version: z.uuid() }),
]);
export type NewFramework = z.infer<typeof newFramework>;

export const draftView = z.strictObject({ ...facts, framework: z.uuid(), tag: z.string(), saved, document: draft });
export type DraftView = z.infer<typeof draftView>;

/** A draft begins where a version of the same framework stands. */
export const newDraft = z.strictObject({ version: z.uuid() });

/** What the designer says of signifiers whose corners, poles or axes are in other words: that these mean the same. */
export const publication = z.strictObject({ sameMeaning: z.array(z.string().max(40)).max(100).default([]) });

export const versionView = versionEntry.extend({ framework: z.uuid(), document: framework });
export type VersionView = z.infer<typeof versionView>;

export const changesQuery = z.strictObject({ since: z.uuid(), language: z.string().max(40).optional() });
const texts = z.array(z.string());
const addedAndRemoved = z.strictObject({ added: texts, removed: texts });
export const changes = z.strictObject({
  signifiers: z.array(
    z.strictObject({
      key: z.string(),
      standing: z.enum(['same', 'reworded', 'extended', 'new', 'gone', 'other']),
      isComparable: z.boolean(),
      parts: addedAndRemoved,
      words: texts,
    }),
  ),
  isReordered: z.boolean(),
  languages: addedAndRemoved,
  texts,
  words: texts,
  faults: z.array(z.strictObject({ path: z.string(), message: z.string() })),
});

/** A version as a file, sent as it is written; a draft says in its format that it is one. */
export const frameworkFile = {
  200: {
    description: 'The framework, as a file of its own.',
    content: { 'application/json': { schema: z.union([framework, draft]) as z.ZodType } },
  },
};

/** One thing to know about a file that was read: what it held that a framework has no place for, or what it lacks. */
export const remark = z.strictObject({ path: z.string(), message: z.string() });
export const imported = z.strictObject({
  framework: frameworkEntry,
  format: z.enum(['storyfield', 'sensemaker', 'narrafirma']),
  remarks: z.array(remark),
});
export type Imported = z.infer<typeof imported>;

/** A signifier of the library, to start from. */
const piece = z.strictObject({
  /** The field of work that it was written for. */
  field: localised,
  signifier: framework.shape.signifiers.element,
});
export const library = z.strictObject({ pieces: z.array(piece) });

/** The format of a framework's file, for other tools: what JSON Schema can say of it. Keys twice and texts missing it cannot. */
export const frameworkSchema = {
  ...z.toJSONSchema(framework, { target: 'draft-2020-12' }),
  $id: 'urn:storyfield:schema:framework-1',
  title: 'Storyfield signification framework, version 1',
};
