import { z } from 'zod';

/** A file that is sent here or fetched, as it is: nothing of it is checked or written anew on its way. */
export const bytes = z.any().meta({ type: 'string', format: 'binary' });
const text = z.any().meta({ type: 'string' });

export const arrowStream = 'application/vnd.apache.arrow.stream';
export const csv = 'text/csv; charset=utf-8';
export const eventStream = 'text/event-stream';
export const pdf = 'application/pdf';
export const plainText = 'text/plain; charset=utf-8';
export const svg = 'image/svg+xml';

/** A media type without what it says of characters. */
const bare = (mediaType: string) => mediaType.replace(/;.*/, '');

/**
 * The answer of a route that gives a file.
 * @param mediaTypes what it may be
 */
export function fileAnswer(description: string, ...mediaTypes: string[]) {
  const content = mediaTypes.map((one) => [bare(one), { schema: /^text\/|[+/]xml/.test(one) ? text : bytes }] as const);
  return { 200: { description, content: Object.fromEntries(content) } };
}
