import { pipeline, Readable } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import type { onSendAsyncHookHandler } from 'fastify';

const encodings = {
  // A phone waits longer for bytes than this takes; the densest setting would hold up the server.
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: () => createGzip(),
};

/** A hook for routes whose answer is large: sends it as the client can read it, brotli first. */
export const compressed: onSendAsyncHookHandler = async (request, reply, payload) => {
  const isLarge = typeof payload === 'string' || payload instanceof Readable;
  if (!isLarge || reply.statusCode !== 200) return payload;
  reply.header('Vary', 'Accept-Encoding');
  const name = accepted(request.headers['accept-encoding']);
  if (!name) return payload;
  reply.header('Content-Encoding', name).removeHeader('Content-Length');
  const source = typeof payload === 'string' ? Readable.from([payload]) : payload;
  // A fault ends the answer before its end, which the reader sees.
  return pipeline(source, encodings[name](), () => {});
};

function accepted(header: string | string[] = ''): keyof typeof encodings | undefined {
  const offered = [header]
    .flat()
    .join(',')
    .split(',')
    .map((one) => one.replaceAll(' ', '').toLowerCase())
    .filter((one) => !/;q=0(\.0*)?$/.test(one))
    .map((one) => one.split(';')[0]);
  return (['br', 'gzip'] as const).find((name) => offered.includes(name));
}
