import { z } from 'zod';
import { viewerOf } from '../access/guard.ts';
import { regionOf } from '../access/rules.ts';
import { byId } from '../contract/collections.ts';
import * as contract from '../contract/office.ts';
import { type App, collectionOf } from './door.ts';

const leads = { config: { access: { roles: ['lead'], over: 'collection' } as const } };

/** Taking released stories out. */
export function officeRoutes(app: App): void {
  const { workshopExports } = app.house;

  app.get(
    '/api/v1/collections/:id/exports/preview',
    {
      ...leads,
      schema: { params: byId, querystring: z.strictObject({ purpose: contract.purpose }), response: { 200: contract.exportPreview } },
    },
    async (request) => workshopExports.preview(await collectionOf(app, request.params.id), regionOf(viewerOf(request).grants)),
  );

  app.post(
    '/api/v1/collections/:id/exports',
    { ...leads, schema: { params: byId, body: contract.newExport, response: { 201: contract.exportEntry } } },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const made = await workshopExports.make(await collectionOf(app, request.params.id), regionOf(viewer.grants), viewer.person.id);
      return reply.code(201).send(made);
    },
  );

  app.get(
    '/api/v1/collections/:id/exports',
    { ...leads, schema: { params: byId, response: { 200: contract.exportList } } },
    async (request) => ({
      exports: await workshopExports.list(await collectionOf(app, request.params.id), viewerOf(request).person.id),
    }),
  );

  app.get('/api/v1/collections/:id/exports/:export/file', { ...leads, schema: { params: contract.byExport } }, async (request, reply) => {
    const { id, export: exportId } = request.params;
    const { name, mediaType, stream } = await workshopExports.file(await collectionOf(app, id), viewerOf(request).person, exportId);
    return reply
      .type(mediaType)
      .header('Content-Disposition', `attachment; filename="${name}"`)
      .header('Cache-Control', 'no-store')
      .send(stream);
  });
}
