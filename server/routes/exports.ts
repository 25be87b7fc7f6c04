import { viewerOf } from '../access/guard.ts';
import { byId } from '../contract/collections.ts';
import * as contract from '../contract/exports.ts';
import { type App, collectionOf } from './door.ts';

const takers = { config: { access: { roles: ['lead', 'researcher'], over: 'collection' } as const } };
const fetchers = { config: { access: { roles: ['lead', 'researcher', 'reviewer'], over: 'collection' } as const } };
const checkers = { config: { access: { roles: ['reviewer'], over: 'collection' } as const } };
const anybody = { config: { access: 'signed-in' as const } };

/** Taking stories out of the house. */
export function exportRoutes(app: App): void {
  const { exporting } = app.house;

  app.get(
    '/api/v1/collections/:id/exports/preview',
    { ...takers, schema: { params: byId, querystring: contract.exportQuery, response: { 200: contract.exportPreview } } },
    async (request) => {
      const { purpose, view = null, zones } = request.query;
      const options = { zones: zones === 'true' };
      return exporting.preview(await collectionOf(app, request.params.id), viewerOf(request), { purpose, view, options });
    },
  );

  app.post(
    '/api/v1/collections/:id/exports',
    { ...takers, schema: { params: byId, body: contract.newExport, response: { 201: contract.exportEntry } } },
    async (request, reply) =>
      reply.code(201).send(await exporting.make(await collectionOf(app, request.params.id), viewerOf(request), request.body)),
  );

  app.get(
    '/api/v1/collections/:id/exports',
    { ...fetchers, schema: { params: byId, response: { 200: contract.exportList } } },
    async (request) => ({ exports: await exporting.list(await collectionOf(app, request.params.id), viewerOf(request)) }),
  );

  // The file itself, and where it comes from as a text beside it.
  for (const what of ['file', 'provenance'] as const) {
    app.get(
      `/api/v1/collections/:id/exports/:export/${what}`,
      { ...fetchers, schema: { params: contract.byExport } },
      async (request, reply) => {
        const { id, export: exportId } = request.params;
        const { name, mediaType, stream } = await exporting[what](await collectionOf(app, id), viewerOf(request), exportId);
        return reply
          .type(mediaType)
          .header('Content-Disposition', `attachment; filename="${name}"`)
          .header('Cache-Control', 'no-store')
          .send(stream);
      },
    );
  }

  app.post(
    '/api/v1/collections/:id/exports/:export/check',
    { ...checkers, schema: { params: contract.byExport, body: contract.outputCheck, response: { 200: contract.exportEntry } } },
    async (request) => {
      const { id, export: exportId } = request.params;
      return exporting.check(await collectionOf(app, id), viewerOf(request), exportId, request.body);
    },
  );

  app.get(
    '/api/v1/collections/:id/exports/:export/recalled',
    { ...fetchers, schema: { params: contract.byExport, response: { 200: contract.recalledRows } } },
    async (request) => {
      const { id, export: exportId } = request.params;
      return { rows: await exporting.recalledRows(await collectionOf(app, id), viewerOf(request), exportId) };
    },
  );

  app.get('/api/v1/recalls', { ...anybody, schema: { response: { 200: contract.recallList } } }, async (request) => ({
    recalls: await exporting.recalls(viewerOf(request).person.id),
  }));
}
