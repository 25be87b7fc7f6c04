import { viewerOf } from '../access/guard.ts';
import { byId } from '../contract/collections.ts';
import * as contract from '../contract/kept.ts';
import { done } from '../contract/staff.ts';
import { type App, collectionOf } from './door.ts';

const researchers = { config: { access: { roles: ['researcher'], over: 'collection' } as const } };

/** Saved views and interpretation notes: the researchers' own, seen by nobody else. */
export function keptRoutes(app: App): void {
  const { kept } = app.house;
  const view = { 200: contract.view };
  const finished = { done: true as const };

  app.get(
    '/api/v1/collections/:id/views',
    { ...researchers, schema: { summary: 'List the saved views', params: byId, response: { 200: contract.viewList } } },
    async ({ params }) => ({ views: await kept.views(await collectionOf(app, params.id)) }),
  );

  app.post(
    '/api/v1/collections/:id/views',
    {
      ...researchers,
      schema: { summary: 'Save a view', refuses: ['nameTaken'], params: byId, body: contract.newView, response: { 201: contract.view } },
    },
    async (request, reply) => {
      const collection = await collectionOf(app, request.params.id);
      return reply.code(201).send(await kept.save(collection, viewerOf(request).person.id, request.body));
    },
  );

  app.put(
    '/api/v1/collections/:id/views/:view',
    {
      ...researchers,
      schema: {
        summary: 'Change a saved view',
        refuses: ['nameTaken', 'viewGone', 'savedSince'],
        params: contract.byView,
        headers: contract.ifViewMatches,
        body: contract.newView,
        response: view,
      },
    },
    async (request) => {
      const collection = await collectionOf(app, request.params.id);
      return kept.change(collection, viewerOf(request).person.id, request.params.view, request.headers['if-match'], request.body);
    },
  );

  app.delete(
    '/api/v1/collections/:id/views/:view',
    { ...researchers, schema: { summary: 'Delete a saved view', params: contract.byView, response: { 200: done } } },
    async (request) => {
      await kept.delete(await collectionOf(app, request.params.id), viewerOf(request).person.id, request.params.view);
      return finished;
    },
  );

  app.post(
    '/api/v1/collections/:id/views/:view/restoration',
    { ...researchers, schema: { summary: 'Bring a deleted view back', refuses: ['nameTaken'], params: contract.byView, response: view } },
    async (request) => kept.restore(await collectionOf(app, request.params.id), viewerOf(request).person.id, request.params.view),
  );

  app.get(
    '/api/v1/collections/:id/notes',
    { ...researchers, schema: { summary: 'List the interpretation notes', params: byId, response: { 200: contract.noteList } } },
    async ({ params }) => ({ notes: await kept.notes(await collectionOf(app, params.id)) }),
  );

  app.post(
    '/api/v1/collections/:id/notes',
    {
      ...researchers,
      schema: {
        summary: 'Write an interpretation note',
        refuses: ['viewGone'],
        params: byId,
        body: contract.newNote,
        response: { 201: contract.note },
      },
    },
    async (request, reply) => {
      const collection = await collectionOf(app, request.params.id);
      return reply.code(201).send(await kept.write(collection, viewerOf(request).person.id, request.body));
    },
  );

  app.post(
    '/api/v1/collections/:id/notes/:note/replies',
    {
      ...researchers,
      schema: {
        summary: 'Reply to a note',
        refuses: ['notInThisState'],
        params: contract.byNote,
        body: contract.newReply,
        response: { 201: contract.note },
      },
    },
    async (request, reply) => {
      const collection = await collectionOf(app, request.params.id);
      return reply.code(201).send(await kept.reply(collection, viewerOf(request).person.id, request.params.note, request.body));
    },
  );

  app.put(
    '/api/v1/collections/:id/notes/:note',
    {
      ...researchers,
      schema: {
        summary: 'Change one’s own note or reply',
        refuses: ['notYours'],
        params: contract.byNote,
        body: contract.noteChange,
        response: { 200: done },
      },
    },
    async (request) => {
      const collection = await collectionOf(app, request.params.id);
      await kept.rewrite(collection, viewerOf(request).person.id, request.params.note, request.body.text);
      return finished;
    },
  );

  app.delete(
    '/api/v1/collections/:id/notes/:note',
    {
      ...researchers,
      schema: { summary: 'Take one’s own note or reply back', refuses: ['notYours'], params: contract.byNote, response: { 200: done } },
    },
    async (request) => {
      await kept.takeBack(await collectionOf(app, request.params.id), viewerOf(request).person.id, request.params.note);
      return finished;
    },
  );
}
