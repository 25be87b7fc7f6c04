import type { App } from './door.ts';

const tellPages = ['/c/:slug', '/receipt'];
const staffPages = ['/', '/sign-in', '/explore/*', '/office/*'];

/** The pages of the client, the description of the API, and whether the house is well. */
export function pageRoutes(app: App, isBuilt: boolean): void {
  const open = { config: { access: 'public' as const } };

  if (isBuilt) {
    for (const url of tellPages)
      app.get(url, open, (_request, reply) => reply.header('Cache-Control', 'no-cache').sendFile('tell/index.html'));
    for (const url of staffPages) app.get(url, open, (_request, reply) => reply.header('Cache-Control', 'no-cache').sendFile('staff.html'));
    app.get('/assets/:file', open, (request, reply) => {
      const { file } = request.params as { file: string };
      return reply.sendFile(`assets/${file}`, { maxAge: '365d', immutable: true });
    });
  }

  app.get('/api/v1/openapi.json', { ...open, schema: { hide: true } }, async () => app.swagger());
  app.get('/healthz', { ...open, schema: { hide: true } }, async () => ({ ok: true }));
  app.get('/readyz', { ...open, schema: { hide: true } }, async () => {
    await app.house.database.ping();
    return { ok: true };
  });
}
