import { viewerOf } from '../access/guard.ts';
import { byId } from '../contract/collections.ts';
import * as contract from '../contract/exports.ts';
import { fileAnswer } from '../contract/files.ts';
import { mediaTypes } from '../services/exports/files.ts';
import { type App, collectionOf } from './door.ts';

const files = {
  file: { summary: 'Fetch the file of an export', response: fileAnswer('The stories, in the format of the export.', ...mediaTypes.file) },
  provenance: {
    summary: 'Fetch where an export comes from, as a text',
    response: fileAnswer('Where the stories come from, and the rules that they left by.', ...mediaTypes.provenance),
  },
};

const takers = { config: { access: { roles: ['lead', 'researcher'], over: 'collection' } as const } };
const fetchers = { config: { access: { roles: ['lead', 'researcher', 'reviewer'], over: 'collection' } as const } };
const checkers = { config: { access: { roles: ['reviewer'], over: 'collection' } as const } };
const anybody = { config: { access: 'signed-in' as const } };

/** Taking stories out of the house. */
export function exportRoutes(app: App): void {
  const { exporting } = app.house;

  app.get(
    '/api/v1/collections/:id/exports/preview',
    {
      ...takers,
      schema: {
        summary: 'See what an export would hold',
        params: byId,
        querystring: contract.exportQuery,
        response: { 200: contract.exportPreview },
      },
    },
    async (request) => {
      const { purpose, view = null, zones } = request.query;
      const options = { zones: zones === 'true' };
      return exporting.preview(await collectionOf(app, request.params.id), viewerOf(request), { purpose, view, options });
    },
  );

  app.post(
    '/api/v1/collections/:id/exports',
    {
      ...takers,
      schema: {
        summary: 'Make an export',
        refuses: ['notInThisState'],
        params: byId,
        body: contract.newExport,
        response: { 201: contract.exportEntry },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await exporting.make(await collectionOf(app, request.params.id), viewerOf(request), request.body)),
  );

  app.get(
    '/api/v1/collections/:id/exports',
    { ...fetchers, schema: { summary: 'List the exports of a collection', params: byId, response: { 200: contract.exportList } } },
    async (request) => ({ exports: await exporting.list(await collectionOf(app, request.params.id), viewerOf(request)) }),
  );

  // The file itself, and where it comes from as a text beside it.
  for (const what of ['file', 'provenance'] as const) {
    app.get(
      `/api/v1/collections/:id/exports/:export/${what}`,
      { ...fetchers, schema: { ...files[what], refuses: ['notInThisState'], params: contract.byExport } },
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
    {
      ...checkers,
      schema: {
        summary: 'Check an export for publication',
        refuses: ['notInThisState'],
        params: contract.byExport,
        body: contract.outputCheck,
        response: { 200: contract.exportEntry },
      },
    },
    async (request) => {
      const { id, export: exportId } = request.params;
      return exporting.check(await collectionOf(app, id), viewerOf(request), exportId, request.body);
    },
  );

  app.get(
    '/api/v1/collections/:id/exports/:export/recalled',
    {
      ...fetchers,
      schema: {
        summary: 'List the rows of an export that are to be recalled',
        params: contract.byExport,
        response: { 200: contract.recalledRows },
      },
    },
    async (request) => {
      const { id, export: exportId } = request.params;
      return { rows: await exporting.recalledRows(await collectionOf(app, id), viewerOf(request), exportId) };
    },
  );

  app.get(
    '/api/v1/recalls',
    { ...anybody, schema: { summary: 'List one’s own exports that have stories to recall', response: { 200: contract.recallList } } },
    async (request) => ({
      recalls: await exporting.recalls(viewerOf(request).person.id),
    }),
  );
}
