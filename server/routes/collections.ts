import { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { viewerOf } from '../access/guard.ts';
import { grantsFor, regionOf } from '../access/rules.ts';
import * as contract from '../contract/collections.ts';
import { arrowStream } from '../contract/files.ts';
import type { Grant } from '../contract/staff.ts';
import { problems } from '../problems.ts';
import type { Collection } from '../repositories/collections.ts';
import { compressed } from './compressed.ts';
import { type App, collectionOf } from './door.ts';
import { isFresh } from './fresh.ts';

const anyone = { roles: ['owner', 'designer', 'researcher', 'reviewer', 'lead'], over: 'collection' } as const;
const researchers = { config: { access: { roles: ['researcher'], over: 'collection' } as const } };
const readers = { config: { access: { roles: ['researcher', 'lead'], over: 'collection' } as const } };

function entry({ id, slug, title, invented }: Collection, grants: Grant[]): contract.CollectionEntry {
  const roles = [...new Set(grants.map(({ role }) => role))];
  return { id, slug, title, invented, roles, region: regionOf(grants.filter(({ role }) => role === 'lead')) };
}

/** Each step in a turn of its own, so that a large body holds up nobody. */
function inTurns(steps: Iterable<Uint8Array>): Readable {
  const turns = async function* () {
    for (const step of steps) {
      yield Buffer.from(step.buffer, step.byteOffset, step.byteLength);
      await turn();
    }
  };
  return Readable.from(turns(), { objectMode: false });
}

/** Collections, their patterns and the stories behind them. */
export function collectionRoutes(app: App): void {
  const { collections, gathering, patterns, reading, sharingOut } = app.house;

  app.get(
    '/api/v1/collections',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'List the collections that one works on', response: { 200: contract.collectionList } },
    },
    async (request) => {
      const { grants } = viewerOf(request);
      const all = await collections.all();
      const mine = all
        .map((collection) => ({ collection, held: grantsFor(anyone, grants, collection.id) }))
        .filter(({ held }) => held.length);
      return { collections: mine.map(({ collection, held }) => entry(collection, held)) };
    },
  );

  app.get(
    '/api/v1/collections/:id',
    {
      config: { access: anyone },
      schema: { summary: 'Read a collection with its signifiers and waves', params: contract.byId, response: { 200: contract.collection } },
    },
    async (request) => {
      const collection = await collectionOf(app, request.params.id);
      return {
        ...entry(collection, viewerOf(request).grants),
        languages: collection.languages,
        ...gathering.standing(collection),
        signifiers: await patterns.signifiers(collection),
        differences: await patterns.differences(collection),
        threshold: collection.threshold,
      };
    },
  );

  app.get(
    '/api/v1/collections/:id/summary',
    {
      ...researchers,
      schema: {
        summary: 'Count the stories of a collection and their answers',
        params: contract.byId,
        response: { 200: contract.summary },
      },
    },
    async ({ params }) => patterns.summary(await collectionOf(app, params.id)),
  );

  app.get(
    '/api/v1/collections/:id/patterns',
    {
      ...readers,
      onSend: compressed,
      schema: {
        summary: 'Fetch the patterns of a collection',
        params: contract.byId,
        response: contract.patterns,
      },
    },
    async (request, reply) => {
      const collection = await collectionOf(app, request.params.id);
      const { grants } = viewerOf(request);
      if (!grants.some(({ role }) => role === 'researcher')) {
        const pattern = await sharingOut.pattern(collection, regionOf(grants));
        if (isFresh(request, reply, `W/"${pattern.step}"`)) return reply.code(304).send();
        return pattern;
      }
      const { stamp, steps } = await patterns.arrow(collection);
      // Weak, since it may travel compressed.
      if (isFresh(request, reply, `W/"${stamp}"`)) return reply.code(304).send();
      return reply.type(arrowStream).send(inTurns(steps()));
    },
  );

  app.get(
    '/api/v1/collections/:id/stories',
    {
      ...readers,
      schema: {
        summary: 'Read the stories behind rows of a pattern, or those released to oneself',
        refuses: ['stale'],
        params: contract.byId,
        querystring: contract.storiesQuery,
        response: { 200: contract.storyList },
      },
    },
    async (request) => {
      const collection = await collectionOf(app, request.params.id);
      const { grants } = viewerOf(request);
      const { pattern, rows, signifier, zone, after } = request.query;
      if (rows === undefined) {
        const within = signifier === undefined && zone === undefined ? null : { signifier: signifier ?? '', zone: zone ?? '' };
        return reading.released(collection, grants, within, after ?? '');
      }
      if (pattern === undefined) throw problems.invalid([{ path: 'pattern', message: 'rows are rows of a pattern: its ETag is needed' }]);
      return reading.behind(collection, grants, pattern, rows.split(',').map(Number));
    },
  );

  app.get(
    '/api/v1/collections/:id/stories/:story',
    { ...readers, schema: { summary: 'Read one story', params: contract.byStory, response: { 200: contract.storyRead } } },
    async (request) => reading.one(await collectionOf(app, request.params.id), viewerOf(request).grants, request.params.story),
  );
}
