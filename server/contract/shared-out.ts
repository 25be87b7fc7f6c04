import { z } from 'zod';

const count = z.int().min(0);
const shown = z.union([z.int(), z.enum(['small', 'hidden'])]);
/** Placed holds those chosen in words too: how many these are stands under the small-number rules. */
const states = z.strictObject({ placed: count, na: count, skipped: count, unasked: count });

/** Some people's answers to a signifier. */
const answers = z.strictObject({
  states,
  /**
   * By cell of the cut: of a triad, dyad or choice of one one list, of stones one a stone, of a choice of several one an option (who chose it, who did not).
   * Of placements the last cell counts those chosen in words. Null where nothing may be shown.
   */
  cells: z.array(z.array(shown).nullable()),
});
export type SharedAnswers = z.infer<typeof answers>;

/** The pattern of a collection for workshop leads: aggregates under the small-number rules, published in steps. */
export const sharedPattern = z.strictObject({
  /** Names this step; the ETag. */
  step: z.string(),
  threshold: z.int(),
  /** The lead's own region; null for a lead of all. */
  region: z.string().nullable(),
  stories: z.strictObject({ own: count.nullable(), whole: count }),
  signifiers: z.array(
    z.strictObject({
      key: z.string(),
      cut: z.discriminatedUnion('by', [
        z.strictObject({ by: z.enum(['bins', 'parts', 'squares']), side: z.int() }),
        z.strictObject({ by: z.literal('zones') }),
        z.strictObject({ by: z.literal('options') }),
      ]),
      /** The own region; null for a lead of all. Where its cells are all null, the whole collection stands in for it. */
      own: answers.nullable(),
      whole: answers,
    }),
  ),
});
export type SharedPattern = z.infer<typeof sharedPattern>;
export type SharedSignifier = SharedPattern['signifiers'][number];
