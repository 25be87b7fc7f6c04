import { z } from 'zod';

/** An RFC 9457 problem document. */
export const problem = z.strictObject({
  type: z.string().meta({ description: 'Names the kind of problem, and stays the same.' }),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  saved: z
    .strictObject({ by: z.string(), at: z.iso.datetime() })
    .optional()
    .meta({ description: 'Who saved what stands in the way, and when.' }),
  faults: z
    .array(z.strictObject({ path: z.string(), message: z.string() }))
    .optional()
    .meta({ description: 'Each thing that is wrong with what was sent, by its path.' }),
});
export type Problem = z.infer<typeof problem>;
