import { z } from 'zod';
import { words } from '../../triads/answers/submission.ts';
import { thresholds } from '../../triads/disclosure/rules.ts';
import { key, languageTag, localised } from '../../triads/framework/framework.ts';
import { standing, taking } from './collections.ts';
import { tagHeader } from './tag.ts';
import { bySlug } from './tell.ts';

/** A round of a collection as a designer sets it: its window, and the version that it asks. */
const waveSettings = z.strictObject({
  key,
  label: localised,
  /** Null for at once: clocks of browsers may be ahead. */
  opens: z.iso.datetime().nullable(),
  closes: z.iso.datetime().nullable(),
  version: z.uuid(),
});

export const settings = z.strictObject({
  slug: bySlug.shape.slug,
  title: localised,
  languages: z.array(languageTag).min(1).max(40),
  /** In the order of their windows, which do not overlap. */
  waves: z.array(waveSettings).min(1).max(100),
  randomOrder: z.boolean(),
  rotation: z.boolean(),
  /** Keys of questions about the participant whose tables may be shown. */
  breakdowns: z.array(z.string()).max(100),
});
export type SettingsDocument = z.infer<typeof settings>;

export const newCollection = settings.extend({
  /** Whether a story needs a key from its link, from the first one on. */
  needsKey: z.boolean().default(false),
});
export type NewCollection = z.infer<typeof newCollection>;

/** Set by the owner, with a written reason where the threshold is not the usual one. */
export const smallNumbers = z.strictObject({
  threshold: z.int().min(thresholds.least).max(thresholds.most),
  roundingBase: z.union([z.literal(1), z.literal(5)]),
  reason: words(1000).nullable(),
});

const weeks = z.int().min(1).max(1040).nullable();
const kept = z.strictObject({
  /** After how many weeks from the week of arrival words, then whole stories, are deleted; null for never. */
  textsWeeks: weeks,
  storiesWeeks: weeks,
  /** After how many days from its release what a reviewer took out of a story is deleted. */
  takenOutDays: z.int().min(1).max(365),
  /** For how many days the file of an export can be fetched. */
  exportDays: z.int().min(1).max(365),
});
/** Set by the owner. */
export const retention = kept.refine(
  ({ textsWeeks, storiesWeeks }) => textsWeeks === null || storiesWeeks === null || textsWeeks <= storiesWeeks,
  {
    path: ['textsWeeks'],
    message: 'words go before the stories that they belong to, or with them',
  },
);

const weeksAsked = z
  .string()
  .regex(/^\d{1,4}$/, 'is a number of weeks')
  .transform(Number)
  .optional();
/** A rule that an owner thinks of: weeks that are left out mean never. */
export const retentionQuery = z.strictObject({ textsWeeks: weeksAsked, storiesWeeks: weeksAsked });

/** What a rule would delete when it is next kept, within a day: all that came before a week, and whether there is any. */
const due = z.strictObject({ before: z.string(), isAny: z.boolean() }).nullable();
export const retentionDue = z.strictObject({ texts: due, stories: due });
export type RetentionDue = z.infer<typeof retentionDue>;

export const takingChange = z.strictObject({ taking });

export const ifMatch = tagHeader('the settings');

const waveStanding = { opens: z.iso.datetime(), ...standing.shape.waves.element.pick({ state: true, ends: true }).shape };

export const settingsView = settings.extend({
  id: z.uuid(),
  /** Names these settings; saving carries it, and is refused once they are others. */
  tag: z.string(),
  /** Who saved them last, and when; null where no designer did. */
  saved: z.strictObject({ by: z.string(), at: z.iso.datetime() }).nullable(),
  ...standing.pick({ taking: true, since: true }).shape,
  waves: z.array(waveSettings.extend(waveStanding)),
  smallNumbers,
  retention: kept,
});
export type SettingsView = z.infer<typeof settingsView>;

const shown = z.union([z.int(), z.enum(['small', 'hidden'])]);
/** Stories by region and week of arrival under the small-number rules. A row or column total is null where nothing may be said. */
export const weeksTable = z.strictObject({
  /** Whether it is as it is now, as researchers see it; all others are shown it in steps, under the small-number rules. */
  exact: z.boolean(),
  threshold: z.int(),
  /** Oldest first; null stands for all weeks before the first that is named. */
  weeks: z.array(z.string().nullable()),
  /** Keys of regions; `elsewhere`: all other regions together; `unknown`: participants who did not say. */
  regions: z.array(z.string()),
  /** By region, then week; null where a table would give a small count away. */
  table: z.strictObject({ cells: z.array(z.array(shown)), regions: z.array(shown), weeks: z.array(shown), whole: shown }).nullable(),
  /** Of all stories how many are released, await release, or are not to be shared; null where that would give a small count away. */
  release: z.strictObject({ released: shown, waiting: shown, none: shown }).nullable(),
});
export type WeeksTable = z.infer<typeof weeksTable>;
