import { PassThrough } from 'node:stream';
import { byId } from '../contract/collections.ts';
import { type App, collectionOf } from './door.ts';

const researchers = { config: { access: { roles: ['researcher'], over: 'collection' } as const } };

/** A stream ends after so long, and the browser opens another, whose reader is asked again who it is. */
const longest = 15 * 60_000;
/** A line that says nothing, so that proxies keep a quiet stream open. */
const heartbeat = 25_000;

/** Server-sent events: what changes while a board is open. */
export function eventRoutes(app: App): void {
  const open = new Set<PassThrough>();
  app.addHook('preClose', async () => {
    for (const stream of open) stream.end();
  });

  app.get(
    '/api/v1/collections/:id/events',
    {
      ...researchers,
      schema: {
        params: byId,
        description: 'Server-sent events: `stamp`, whenever the stories have changed; its data is the new ETag of the patterns.',
      },
    },
    async (request, reply) => {
      const collection = await collectionOf(app, request.params.id);
      const stream = new PassThrough();
      const unwatch = app.house.watching.watch(collection.id, (stamp) => stream.write(`event: stamp\ndata: ${stamp}\n\n`));
      const beat = setInterval(() => stream.write(':\n\n'), heartbeat).unref();
      const end = setTimeout(() => stream.end(), longest).unref();
      open.add(stream);
      stream.once('close', () => {
        unwatch();
        clearInterval(beat);
        clearTimeout(end);
        open.delete(stream);
      });
      stream.write('retry: 3000\n\n');
      return reply.type('text/event-stream').header('X-Accel-Buffering', 'no').send(stream);
    },
  );
}
