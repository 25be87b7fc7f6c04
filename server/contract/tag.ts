import { z } from 'zod';

/** What an ETag names, however it is written: `W/"12"`, `"12"` or 12. */
export const opaqueTag = (etag: string) => etag.replace(/^W\//, '').replace(/^"(.*)"$/, '$1');

/** The header If-Match: names what the caller has before it, in quotes as an ETag is. What was saved since is never overwritten. */
export const tagHeader = (what: string) => {
  const takes = `takes the tag of ${what} in double quotes`;
  return z.object({
    'if-match': z
      .string(`is missing: it ${takes}`)
      .regex(/^"[\w-]{1,64}"$/, takes)
      .transform(opaqueTag)
      .meta({ description: `The tag of ${what}, in double quotes. What was saved since is never overwritten.` }),
  });
};
