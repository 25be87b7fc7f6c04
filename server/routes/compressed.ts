import { pipeline, Readable, Transform } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import type { onSendAsyncHookHandler } from 'fastify';
import { Recent } from './recent.ts';

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
  const etag = reply.getHeader('ETag');
  if (source !== payload || typeof etag !== 'string') return packed(source, name);
  const answer = `${name} ${request.url}`;
  const before = recent.take(answer, etag);
  if (before) source.destroy();
  return before ?? packed(source, name, (bytes) => recent.put(answer, etag, bytes));
};

/** Compressing costs more than all else when the same large body is asked for again, as by every researcher in one meeting. */
const recent = new Recent(64 * 2 ** 20);

/** @param whole takes all of it, once it has gone out */
function packed(source: Readable, name: keyof typeof encodings, whole?: (bytes: Buffer) => void): Readable {
  // A fault ends the answer before its end, which the reader sees.
  const packing = pipeline(source, encodings[name](), () => {});
  if (!whole) return packing;
  const pieces: Buffer[] = [];
  const noting = new Transform({
    transform(piece: Buffer, _, done) {
      pieces.push(piece);
      done(null, piece);
    },
    flush(done) {
      whole(Buffer.concat(pieces));
      done();
    },
  });
  return pipeline(packing, noting, () => {});
}

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
