import { z } from 'zod';
import { words } from '../../triads/answers/submission.ts';
import { purposes } from '../../triads/exports/provenance.ts';

export const purpose = z.enum(purposes);
/** The name of a format; the preview says which there are for a purpose. */
const format = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, 'is no format');

/**
 * Why stories are left out, as it is counted. How many did not agree is not: with the others it would sum to how many stories there are now, which
 * leads and the public are told in steps.
 */
export const reason = z.enum([
  /** Participants agreed, but nobody has released the words yet. */
  'awaiting-release',
  /** Not among those that the saved view chooses; said to researchers, who see them all. */
  'not-in-view',
]);
export type Reason = z.infer<typeof reason>;

export const exportQuery = z.strictObject({
  purpose,
  view: z.uuid().optional(),
  /** Whether zones are asked for, which the rules then say. */
  zones: z.enum(['true', 'false']).optional(),
});
export const exportPreview = z.strictObject({
  stories: z.int(),
  /** How many of these go without words, since only their answers may be counted. */
  withoutWords: z.int(),
  leftOut: z.array(z.strictObject({ reason, stories: z.int() })),
  /** What is held back of the stories that are in, and every other rule that applies: sentences. */
  rules: z.array(z.string()),
  formats: z.array(z.strictObject({ name: format, words: z.string() })),
  /** For how many days the file can be fetched. */
  days: z.int(),
});
export type ExportPreview = z.infer<typeof exportPreview>;

/** How cards and tables are made; a format takes what concerns it. */
const options = z.strictObject({
  /** How many cards a page is cut into. */
  aPage: z.union([z.literal(2), z.literal(4), z.literal(8)]).optional(),
  /** Whether each story says in words where its participant placed it. */
  zones: z.boolean().optional(),
  /** Whether a CSV begins with the mark by which Excel knows UTF-8. */
  byteOrderMark: z.boolean().optional(),
});
export type ExportOptions = z.infer<typeof options>;

export const newExport = z.strictObject({
  purpose,
  format,
  /** A saved view that chooses among the stories. */
  view: z.uuid().nullable().default(null),
  options: options.default({}),
});
export type NewExport = z.infer<typeof newExport>;

/** What a second person found in an export for publication. */
const verdict = z.strictObject({ passed: z.boolean(), by: z.string(), at: z.iso.datetime(), reason: z.string() });
export type Verdict = z.infer<typeof verdict>;

export const exportEntry = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  purpose,
  format,
  /** The format in words. */
  words: z.string(),
  view: z.string().nullable(),
  made: z.iso.datetime(),
  by: z.string(),
  isOwn: z.boolean(),
  /** `making`: stories are being gathered; `stopped`: they were not all gathered, and it has to be made again. */
  state: z.enum(['making', 'ready', 'stopped']),
  /** How many stories are in, so far. */
  stories: z.int(),
  /** While it is made: of how many. */
  of: z.int().nullable(),
  /** How many stories of this export were withdrawn, lost the consent or release it rests on, or were released anew in other words, since. */
  recalled: z.int(),
  /** Whether who asks made it or fetched it: then recalls are theirs. */
  isTaken: z.boolean(),
  /** Until when it can be fetched. */
  until: z.iso.datetime(),
  /** Of an export for publication; null while nobody has checked it, and for all others. */
  verdict: verdict.nullable(),
  /** Whether the file can be fetched by who asks, now. */
  canFetch: z.boolean(),
});
export type ExportEntry = z.infer<typeof exportEntry>;
export const exportList = z.strictObject({ exports: z.array(exportEntry) });
export const byExport = z.strictObject({ id: z.uuid(), export: z.uuid() });

/** The check of an export for publication, by somebody else than who made it. */
export const outputCheck = z.strictObject({
  passed: z.boolean(),
  reason: words(1000).refine((text) => text.trim() !== '', 'says nothing'),
});
export type OutputCheck = z.infer<typeof outputCheck>;

/** Exports that somebody made or fetched with stories to recall, over all collections. */
export const recallList = z.strictObject({
  recalls: z.array(z.strictObject({ collection: z.uuid(), number: z.string(), stories: z.int() })),
});
export type RecallList = z.infer<typeof recallList>;

/** The rows of one export that are to be recalled. */
export const recalledRows = z.strictObject({
  rows: z.array(
    z.strictObject({
      /** The row's id in the export's files. */
      row: z.uuid(),
      /** The story's number on cards and in packs; null where it had none. */
      number: z.string().nullable(),
      /** `gone`: withdrawn, or no longer allowed or released; `changed`: released anew in other words. */
      is: z.enum(['gone', 'changed']),
    }),
  ),
});
export type RecalledRows = z.infer<typeof recalledRows>;
