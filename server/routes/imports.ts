import type { Readable } from 'node:stream';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { viewerOf } from '../access/guard.ts';
import { byId } from '../contract/collections.ts';
import { bytes, csv, fileAnswer } from '../contract/files.ts';
import * as contract from '../contract/imports.ts';
import { done } from '../contract/staff.ts';
import { problems } from '../problems.ts';
import { type App, collectionOf } from './door.ts';

const designers = { config: { access: { roles: ['designer'], over: 'collection' } as const } };
/** An owner takes back what nobody else is there to take back. */
const keepers = { config: { access: { roles: ['designer', 'owner'], over: 'collection' } as const } };
const path = '/api/v1/collections/:id/imports';

/** Stories from files: sent, checked, taken. */
export async function importRoutes(app: App): Promise<void> {
  const { importing } = app.house;
  const answer = { 200: contract.importEntry };

  app.get(
    path,
    { ...keepers, schema: { summary: 'List the imports of a collection', params: byId, response: { 200: contract.importList } } },
    async (request) => ({
      imports: await importing.list(await collectionOf(app, request.params.id), viewerOf(request).person.id),
    }),
  );

  app.get(
    `${path}/:import`,
    { ...designers, schema: { summary: 'Read an import', params: contract.byImport, response: answer } },
    async (request) => importing.one(await collectionOf(app, request.params.id), viewerOf(request).person.id, request.params.import),
  );

  app.put(
    `${path}/:import/check`,
    {
      ...designers,
      bodyLimit: 4 * 1024 * 1024,
      schema: {
        summary: 'Check the file of an import',
        refuses: ['notInThisState'],
        params: contract.byImport,
        body: contract.importCheck,
        response: answer,
      },
    },
    async (request) => {
      const { id, import: importId } = request.params;
      return importing.check(await collectionOf(app, id), viewerOf(request).person.id, importId, request.body);
    },
  );

  app.put(
    `${path}/:import/taking`,
    {
      ...designers,
      schema: {
        summary: 'Take the stories of a checked import',
        refuses: ['notInThisState'],
        params: contract.byImport,
        body: contract.importTaking,
        response: answer,
      },
    },
    async (request) => {
      const { id, import: importId } = request.params;
      return importing.take(await collectionOf(app, id), viewerOf(request).person.id, importId, request.body);
    },
  );

  app.put(
    `${path}/:import/taking-back`,
    {
      ...keepers,
      schema: {
        summary: 'Take an import back',
        refuses: ['notYours', 'notInThisState'],
        params: contract.byImport,
        body: contract.importTakingBack,
        response: answer,
      },
    },
    async (request) => {
      const { id, import: importId } = request.params;
      const { person, grants } = viewerOf(request);
      const isOwner = grants.some(({ role }) => role === 'owner');
      return importing.takeBack(await collectionOf(app, id), person.id, importId, request.body.reason, isOwner);
    },
  );

  app.get(
    `${path}/:import/report`,
    {
      ...designers,
      schema: {
        summary: 'Fetch what the check of an import found',
        params: contract.byImport,
        response: fileAnswer('What was mended and refused, a row a finding.', csv),
      },
    },
    async (request, reply) => {
      const { id, import: importId } = request.params;
      const { name, stream } = await importing.report(await collectionOf(app, id), viewerOf(request).person.id, importId);
      return reply.type(csv).header('Content-Disposition', `attachment; filename="${name}"`).send(stream);
    },
  );

  app.delete(
    `${path}/:import`,
    {
      ...designers,
      schema: {
        summary: 'Discard an import that was not taken',
        refuses: ['notInThisState'],
        params: contract.byImport,
        response: { 200: done },
      },
    },
    async (request) => {
      const { id, import: importId } = request.params;
      await importing.discard(await collectionOf(app, id), viewerOf(request).person.id, importId);
      return { done: true as const };
    },
  );

  // A file goes to the disk as it comes, whatever the browser calls it; how much is taken, who keeps it decides.
  await app.register(async (files) => {
    files.removeAllContentTypeParsers();
    files.addContentTypeParser('*', (_request, payload, parsed) => parsed(null, payload));
    files.withTypeProvider<ZodTypeProvider>().post(
      path,
      {
        ...designers,
        bodyLimit: Number.MAX_SAFE_INTEGER,
        schema: {
          summary: 'Send a file of stories',
          params: byId,
          querystring: contract.fileQuery,
          consumes: ['application/octet-stream'],
          body: bytes,
          response: { 201: contract.importEntry },
        },
      },
      async (request, reply) => {
        if (!request.body) throw problems.invalid([{ path: '', message: 'holds no file' }]);
        const { person } = viewerOf(request);
        const source = request.body as Readable;
        return reply
          .code(201)
          .send(await importing.receive(await collectionOf(app, request.params.id), person.id, request.query.name, source));
      },
    );
  });
}
