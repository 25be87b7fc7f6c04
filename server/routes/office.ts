import { z } from 'zod';
import { viewerOf } from '../access/guard.ts';
import { regionOf } from '../access/rules.ts';
import { byId, byStory } from '../contract/collections.ts';
import * as contract from '../contract/office.ts';
import { type App, collectionOf } from './door.ts';

const reviewers = { config: { access: { roles: ['reviewer'], over: 'collection' } as const } };
const leads = { config: { access: { roles: ['lead'], over: 'collection' } as const } };

/** Releasing stories and taking them out. */
export function officeRoutes(app: App): void {
  const { reviews, workshopExports } = app.house;

  app.get(
    '/api/v1/collections/:id/reviews',
    { ...reviewers, schema: { params: byId, querystring: contract.reviewQuery, response: { 200: contract.reviewList } } },
    async (request) => {
      const { state, after } = request.query;
      return reviews.list(await collectionOf(app, request.params.id), regionOf(viewerOf(request).grants), state, after ?? '');
    },
  );

  app.post(
    '/api/v1/collections/:id/reviews/:story',
    { ...reviewers, bodyLimit: 256 * 1024, schema: { params: byStory, body: contract.decision, response: { 200: contract.review } } },
    async (request) => {
      const viewer = viewerOf(request);
      const collection = await collectionOf(app, request.params.id);
      return reviews.decide(collection, regionOf(viewer.grants), request.params.story, viewer.person.id, request.body);
    },
  );

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
