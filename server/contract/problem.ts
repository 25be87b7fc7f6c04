import { z } from 'zod';

/** An RFC 9457 problem document; `faults` names each thing wrong by path. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  /** Who saved what stands in the way, and when. */
  saved: z.strictObject({ by: z.string(), at: z.iso.datetime() }).optional(),
  faults: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;
