import { frameworkFile, largestFile } from '../../triads/framework/file.ts';
import { byId } from '../contract/collections.ts';
import { bytes } from '../contract/files.ts';
import * as contract from '../contract/frameworks.ts';
import { done } from '../contract/staff.ts';
import { type App, designerOf } from './door.ts';

const designers = { config: { access: { roles: ['designer'], over: 'any' } as const } };

/** Frameworks: drafts, versions, and what changed between them. */
export async function frameworkRoutes(app: App): Promise<void> {
  const { designs } = app.house;

  app.get(
    '/api/v1/frameworks',
    { ...designers, schema: { summary: 'List the frameworks that one may see', response: { 200: contract.frameworkList } } },
    async (request) => ({
      frameworks: await designs.list(designerOf(request)),
    }),
  );

  app.post(
    '/api/v1/frameworks',
    { ...designers, schema: { summary: 'Begin a framework', body: contract.newFramework, response: { 201: contract.frameworkEntry } } },
    async (request, reply) => reply.code(201).send(await designs.beginFrom(designerOf(request), request.body)),
  );

  app.get(
    '/api/v1/frameworks/library',
    { ...designers, schema: { summary: 'List the signifiers of the library', response: { 200: contract.library } } },
    async () => ({
      pieces: designs.library(),
    }),
  );

  app.get(
    '/api/v1/frameworks/:id',
    { ...designers, schema: { summary: 'Read a framework with its versions', params: byId, response: { 200: contract.frameworkEntry } } },
    (request) => designs.one(designerOf(request), request.params.id),
  );

  app.get(
    '/api/v1/frameworks/:id/draft',
    { ...designers, schema: { summary: 'Read the draft of a framework', params: byId, response: { 200: contract.draftView } } },
    (request) => designs.draft(designerOf(request), request.params.id),
  );

  app.post(
    '/api/v1/frameworks/:id/draft',
    {
      ...designers,
      schema: {
        summary: 'Begin a draft from a version',
        refuses: ['notInThisState'],
        params: byId,
        body: contract.newDraft,
        response: { 201: contract.draftView },
      },
    },
    async (request, reply) => {
      const started = await designs.startDraft(designerOf(request), request.params.id, request.body.version);
      return reply.code(201).send(started);
    },
  );

  app.put(
    '/api/v1/frameworks/:id/draft',
    {
      ...designers,
      bodyLimit: largestFile,
      schema: {
        summary: 'Save the draft',
        refuses: ['savedSince'],
        params: byId,
        headers: contract.ifMatch,
        body: contract.draft,
        response: { 200: contract.draftView },
      },
    },
    (request) => designs.save(designerOf(request), request.params.id, request.headers['if-match'], request.body),
  );

  app.delete(
    '/api/v1/frameworks/:id/draft',
    {
      ...designers,
      schema: { summary: 'Discard the draft', refuses: ['savedSince'], params: byId, headers: contract.ifMatch, response: { 200: done } },
    },
    async (request) => {
      await designs.discard(designerOf(request), request.params.id, request.headers['if-match']);
      return { done: true as const };
    },
  );

  app.post(
    '/api/v1/frameworks/:id/draft/publication',
    {
      ...designers,
      schema: {
        summary: 'Publish the draft as a version',
        refuses: ['savedSince', 'breaksData'],
        params: byId,
        headers: contract.ifMatch,
        body: contract.publication,
        response: { 201: contract.versionView },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const version = await designs.publish(designerOf(request), id, request.headers['if-match'], request.body.sameMeaning);
      return reply.code(201).send(version);
    },
  );

  app.get(
    '/api/v1/frameworks/:id/versions/:version',
    { ...designers, schema: { summary: 'Read a version', params: contract.byVersion, response: { 200: contract.versionView } } },
    (request) => designs.version(designerOf(request), request.params.id, request.params.version),
  );

  app.post(
    '/api/v1/frameworks/:id/versions/:version/retirement',
    {
      ...designers,
      schema: {
        summary: 'Retire a version',
        refuses: ['notInThisState'],
        params: contract.byVersion,
        response: { 200: contract.versionView },
      },
    },
    (request) => designs.retire(designerOf(request), request.params.id, request.params.version),
  );

  app.get(
    '/api/v1/frameworks/:id/versions/:version/changes',
    {
      ...designers,
      schema: {
        summary: 'See what a version changed since another',
        params: contract.byVersion,
        querystring: contract.changesQuery,
        response: { 200: contract.changes },
      },
    },
    (request) => {
      const { id, version } = request.params;
      return designs.changes(designerOf(request), id, version, request.query.since, request.query.language);
    },
  );

  app.get(
    '/api/v1/frameworks/:id/versions/:version/file',
    {
      ...designers,
      schema: { summary: 'Fetch a version as a framework file', params: contract.byVersion, response: contract.frameworkFile },
    },
    async (request, reply) => {
      const { id, version } = request.params;
      const { document, number } = await designs.document(designerOf(request), id, version);
      return reply
        .type('application/json; charset=utf-8')
        .header('Content-Disposition', `attachment; filename="${document.key || 'framework'}-${number}.json"`)
        .send(frameworkFile(document));
    },
  );

  // A file comes as it is, whatever the browser calls it.
  await app.register(async (files) => {
    files.removeAllContentTypeParsers();
    files.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    files.post(
      '/api/v1/frameworks/import',
      {
        ...designers,
        bodyLimit: largestFile,
        schema: {
          summary: 'Begin a framework from a file',
          refuses: ['noFramework'],
          consumes: ['application/octet-stream'],
          body: bytes,
          response: { 201: contract.imported },
        },
      },
      async (request, reply) => reply.code(201).send(await designs.beginFromFile(designerOf(request), bytesOf(request.body))),
    );
  });

  app.get('/schemas/framework-1.json', { config: { access: 'public' }, schema: { hide: true } }, (_request, reply) =>
    reply.type('application/schema+json').send(frameworkSchema),
  );
}

const bytesOf = (body: unknown) => (body instanceof Uint8Array ? body : new Uint8Array());
const frameworkSchema = JSON.stringify(contract.frameworkSchema);
