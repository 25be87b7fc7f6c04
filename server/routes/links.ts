import { viewerOf } from '../access/guard.ts';
import { byId } from '../contract/collections.ts';
import { fileAnswer, pdf, svg } from '../contract/files.ts';
import * as contract from '../contract/links.ts';
import { type App, collectionOf } from './door.ts';

const givers = { config: { access: { roles: ['owner', 'designer', 'researcher', 'lead'], over: 'collection' } as const } };
const keepers = { config: { access: { roles: ['owner', 'designer'], over: 'collection' } as const } };

/** The link to a collection, its keys, and what is printed of it. */
export function linkRoutes(app: App): void {
  const { links } = app.house;

  app.get(
    '/api/v1/collections/:id/link',
    { ...givers, schema: { summary: 'Read the link to a collection and its keys', params: byId, response: { 200: contract.link } } },
    async ({ params }) => links.of(await collectionOf(app, params.id)),
  );

  app.get(
    '/api/v1/collections/:id/link/qr.svg',
    {
      ...givers,
      schema: {
        summary: 'Fetch the link as a QR code',
        refuses: ['notInThisState'],
        params: byId,
        querystring: contract.printQuery,
        response: fileAnswer('The code.', svg),
      },
    },
    async (request, reply) => {
      const { name, file } = await links.code(await collectionOf(app, request.params.id), request.query);
      return reply.type(svg).header('Content-Disposition', `inline; filename="${name}"`).send(file);
    },
  );

  app.get(
    '/api/v1/collections/:id/link/poster.pdf',
    {
      ...givers,
      schema: {
        summary: 'Fetch the poster of the link',
        refuses: ['notInThisState', 'noLetters'],
        params: byId,
        querystring: contract.printQuery,
        response: fileAnswer('The poster, an A4 page with strips to tear off.', pdf),
      },
    },
    async (request, reply) => {
      const { name, file } = await links.poster(await collectionOf(app, request.params.id), request.query);
      return reply.type(pdf).header('Content-Disposition', `inline; filename="${name}"`).send(file);
    },
  );

  app.put(
    '/api/v1/collections/:id/link',
    {
      ...keepers,
      schema: { summary: 'Say whether stories need a key', params: byId, body: contract.keyRule, response: { 200: contract.link } },
    },
    async (request) => {
      const { required, late } = request.body;
      return links.require(await collectionOf(app, request.params.id), viewerOf(request).person.id, required, late);
    },
  );

  app.post(
    '/api/v1/collections/:id/link/keys',
    {
      ...keepers,
      schema: { summary: 'Make a key for the link', params: byId, body: contract.newLinkKey, response: { 201: contract.linkKey } },
    },
    async (request, reply) => {
      const made = await links.make(await collectionOf(app, request.params.id), viewerOf(request).person.id, request.body.label);
      return reply.code(201).send(made);
    },
  );

  app.post(
    '/api/v1/collections/:id/link/keys/:key/revocation',
    {
      ...keepers,
      schema: {
        summary: 'Revoke a key of the link',
        refuses: ['notInThisState'],
        params: contract.byKey,
        body: contract.revocation,
        response: { 200: contract.linkKey },
      },
    },
    async (request) => {
      const { id, key } = request.params;
      return links.revoke(await collectionOf(app, id), viewerOf(request).person.id, key, request.body.late);
    },
  );
}
