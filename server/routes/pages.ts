import { z } from 'zod';
import type { App } from './door.ts';

/** The client's pages, and the addresses at which each is. */
const pages = {
  'tell/index.html': ['/c', '/c/', '/c/:slug', '/c/:slug/', '/receipt'],
  'preview.html': ['/preview'],
  'try.html': ['/try'],
  'staff.html': ['/', '/sign-in', '/explore/*', '/office/*', '/design', '/design/*'],
};

/** The pages of the client, the description of the API, and whether the house is well. */
export function pageRoutes(app: App, isBuilt: boolean): void {
  const open = { config: { access: 'public' as const }, schema: { hide: true } };

  if (isBuilt) {
    for (const [file, urls] of Object.entries(pages)) {
      for (const url of urls)
        app.get(url, open, (_request, reply) => reply.header('Cache-Control', 'no-cache').sendFile(file, { cacheControl: false }));
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
