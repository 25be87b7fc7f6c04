import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problems } from '../problems.ts';

/**
 * Reads JSON as RFC 8259 has it: in UTF-8 and nothing else, so that no letter of a story is taken for another without a word. No key
 * is special: unknown ones are refused by name, `__proto__` too.
 */
export function readJson(app: FastifyInstance): void {
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async ({ headers }: FastifyRequest, body: Buffer) => {
    const charset = /;\s*charset="?([^";\s]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
    if (!/^utf-?8$/i.test(charset) || !isUtf8(body)) throw problems.notUtf8();
    // Some tools begin every file with U+FEFF, which readers of JSON may pass over.
    return JSON.parse(body.toString().replace(/^\uFEFF/, ''));
  });
}
