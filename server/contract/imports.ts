import { z } from 'zod';
import { consentSet, words } from '../../triads/answers/submission.ts';
import { byId } from './collections.ts';

export const byImport = byId.extend({ import: z.uuid() });

/**
 * `new`: the file is here. `checked`: it can be taken. `refused`: nothing of it can. `stopped`: cut short, with nothing kept.
 * `taking-back`: what it brought is being deleted. `taken-back`: all of it is.
 */
export const importState = z.enum(['new', 'checking', 'checked', 'refused', 'taking', 'done', 'stopped', 'taking-back', 'taken-back']);
export type ImportState = z.infer<typeof importState>;

export const fileQuery = z.strictObject({ name: z.string().min(1).max(200) });

/** Why an import is taken back. */
const said = words(1000).refine((text) => text.trim() !== '', 'is empty');
export const importTakingBack = z.strictObject({ reason: said });

const header = z.string().max(1000);

/** How a file is to be read, and where its stories go. */
export const importCheck = z.strictObject({
  /** The key of a wave. */
  wave: z.string().max(40),
  /** Of rows that do not say. */
  language: z.string().max(40),
  /** The text of a definition file, where columns are named by its ids; left out, it is the one sent before. */
  definition: z
    .string()
    .max(2 * 1024 * 1024)
    .nullable()
    .optional(),
  /** Headers of columns, where the usual names do not find them; '' for none. */
  columns: z
    .strictObject({ title: header.optional(), text: header.optional(), language: header.optional(), date: header.optional() })
    .default({}),
  /** The region that each value of the file means which the collection does not know; '' for no answer. */
  regions: z.record(z.string().min(1).max(200), z.string().max(40)).default({}),
});
export type ImportCheck = z.infer<typeof importCheck>;

const count = z.int().min(0);

export const importReport = z.strictObject({
  /** How the file is written, in words. */
  written: z.array(z.string()),
  /** What to look at before it is taken, a sentence each. */
  remarks: z.array(z.string()),
  rows: count,
  taken: count,
  refused: count,
  /** Rows taken in which something was mended. */
  mended: count,
  /** Rows without a story: they can only be counted. */
  withoutWords: count,
  /** Rows that say no week. */
  withoutWeek: count,
  columns: z.array(z.strictObject({ header: z.string(), label: z.string().nullable(), use: z.string().nullable() })),
  roles: z.strictObject({ title: header.nullable(), text: header.nullable(), language: header.nullable(), date: header.nullable() }),
  /** Regions of the file that the collection does not have: the first hundred. */
  unknownRegions: z.array(z.strictObject({ value: z.string(), rows: count })),
  signifiers: z.array(z.strictObject({ key: z.string(), hasColumns: z.boolean(), answered: count, na: count })),
  /** The first of what was found; the report has all. */
  findings: z.array(
    z.strictObject({
      row: count,
      column: z.string().nullable(),
      outcome: z.enum(['mended', 'refused']),
      was: z.string(),
      became: z.string(),
    }),
  ),
});
export type ImportReport = z.infer<typeof importReport>;

export const importEntry = z.strictObject({
  id: z.uuid(),
  file: z.string(),
  made: z.iso.datetime(),
  state: importState,
  /** How it was asked to be read. */
  asked: z
    .strictObject({ wave: z.string(), language: z.string(), hasDefinition: z.boolean(), regions: z.record(z.string(), z.string()) })
    .nullable(),
  /** Of the running check or taking, from 0 to 1. */
  progress: z.number(),
  /** Why it stopped or was refused. */
  trouble: z.string().nullable(),
  report: importReport.nullable(),
  consent: z.array(z.string()).nullable(),
  statement: z.string().nullable(),
  /** Stories that it brought. */
  stories: count.nullable(),
  taken: z.iso.datetime().nullable(),
  takenBack: z.strictObject({ at: z.iso.datetime(), reason: z.string() }).nullable(),
  /** Who imports; null for the command line. */
  by: z.string().nullable(),
  isMine: z.boolean(),
});
export type ImportEntry = z.infer<typeof importEntry>;
export const importList = z.strictObject({ imports: z.array(importEntry) });

/** What the importer states: which consent these stories carry, and on what grounds. */
export const importTaking = z.strictObject({
  consent: consentSet,
  statement: said,
  /** How many refused rows are left out; as many as there are. */
  leaveOut: count,
});
export type ImportTaking = z.infer<typeof importTaking>;
