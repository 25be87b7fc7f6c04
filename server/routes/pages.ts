import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { App } from './door.ts';

/** The client's pages, and the addresses at which each is. */
const pages = {
  'tell/index.html': ['/c', '/c/', '/c/:slug', '/c/:slug/', '/receipt'],
  'preview.html': ['/preview'],
  'try.html': ['/try'],
  'staff.html': ['/', '/sign-in', '/explore/*', '/office/*', '/design', '/design/*'],
};

/** The parts of the house that have pages: the first part of their addresses. */
const rooms = new Set(Object.values(pages).flatMap((urls) => urls.map((url) => url.split('/')[1] ?? '')));

/** The address as it was meant, where it was typed with capitals, as phones begin words, or ends in a stroke; null where nothing was mistyped. */
function meant(url: string): string | null {
  const [path = '', ...query] = url.split('?');
  const plain = path.toLowerCase().replace(/\/+$/, '');
  const [, room = ''] = plain.split('/');
  return plain !== path && room !== '' && rooms.has(room) ? [plain, ...query].join('?') : null;
}

/** Whether a browser asks for a page, and not a program for data. */
export function asksForPage({ method, url, headers }: FastifyRequest): boolean {
  return method === 'GET' && !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html');
}

/** The page that says that none is here, or the one that was meant. */
export function sendMissing(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const address = meant(request.url);
  if (address) return reply.redirect(address);
  return reply.code(404).header('Cache-Control', 'no-cache').sendFile('tell/index.html', { cacheControl: false });
}

/** The pages of the client, the description of the API, and whether the house is well. */
export function pageRoutes(app: App, isBuilt: boolean): void {
  const open = { config: { access: 'public' as const }, schema: { hide: true } };

  if (isBuilt) {
    for (const [file, urls] of Object.entries(pages)) {
      for (const url of urls)
        app.get(url, open, (request, reply) => {
          const address = /[A-Z]/.test(request.url.split('?')[0] ?? '') ? meant(request.url) : null;
          if (address) return reply.redirect(address);
          return reply.header('Cache-Control', 'no-cache').sendFile(file, { cacheControl: false });
        });
    }
    // The worker's address never changes, and what it keeps is checked against it at every visit.
    app.get('/sw.js', open, (_request, reply) => reply.header('Cache-Control', 'no-cache').sendFile('sw.js', { cacheControl: false }));
    const asset = { params: z.strictObject({ file: z.string().regex(/^[\w-][\w.-]*$/) }), hide: true };
    app.get('/assets/:file', { ...open, schema: asset }, (request, reply) => {
      reply.header('Cache-Control', 'public, max-age=31536000, immutable');
      return reply.sendFile(`assets/${request.params.file}`, { cacheControl: false });
    });
  }

  app.get('/api/v1/openapi.json', open, async () => app.swagger());
  app.get('/healthz', open, async () => ({ ok: true }));
  app.get('/readyz', open, async () => {
    await app.house.database.ping();
    return { ok: true };
  });
}
