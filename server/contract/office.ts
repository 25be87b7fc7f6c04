import { z } from 'zod';

export const purpose = z.enum(['workshop']);
export const exportPreview = z.strictObject({
  stories: z.int(),
  leftOut: z.strictObject({
    /** Participants agreed, but nobody has released the words yet. */
    awaitingRelease: z.int(),
    /** Participants did not agree to this use. */
    notAgreed: z.int(),
  }),
});
export type ExportPreview = z.infer<typeof exportPreview>;
export const newExport = z.strictObject({ purpose, format: z.enum(['csv']) });
export const exportEntry = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  purpose,
  format: z.enum(['csv']),
  made: z.iso.datetime(),
  stories: z.int(),
  /** How many stories of this export were withdrawn, lost the consent or release it rests on, or were released anew in other words, since. */
  recalled: z.int(),
});
export type ExportEntry = z.infer<typeof exportEntry>;
export const exportList = z.strictObject({ exports: z.array(exportEntry) });
export const byExport = z.strictObject({ id: z.uuid(), export: z.uuid() });
