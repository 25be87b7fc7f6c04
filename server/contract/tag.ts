import { z } from 'zod';

/** The header If-Match: names what the caller has before it, in quotes as an ETag is. What was saved since is never overwritten. */
export const tagHeader = (what: string) =>
  z.object({
    'if-match': z
      .string()
      .regex(/^"[\w-]{1,64}"$/, `takes the tag of ${what} in double quotes`)
      .transform((tag) => tag.slice(1, -1)),
  });
