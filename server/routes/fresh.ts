import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Lets a client keep an answer that it asks about again each time.
 * @param etag names this state of the answer, in quotes
 * @returns whether the client has it as it is, so that 304 says all
 */
export function isFresh(request: FastifyRequest, reply: FastifyReply, etag: string): boolean {
  reply.header('ETag', etag).header('Cache-Control', 'private, no-cache');
  return request.headers['if-none-match'] === etag;
}
