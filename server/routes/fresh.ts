import type { FastifyReply, FastifyRequest } from 'fastify';
import { opaqueTag } from '../contract/tag.ts';

/**
 * Lets a client keep an answer that it asks about again each time (RFC 9110, 13.1.2: any of a list, weak or strong alike).
 * @param etag names this state of the answer, in quotes
 * @returns whether the client has it as it is, so that 304 says all
 */
export function isFresh(request: FastifyRequest, reply: FastifyReply, etag: string): boolean {
  reply.header('ETag', etag).header('Cache-Control', 'private, no-cache');
  const asked = request.headers['if-none-match']?.trim() ?? '';
  return asked === '*' || (asked.match(/"[^"]*"/g) ?? []).some((tag) => opaqueTag(tag) === opaqueTag(etag));
}
