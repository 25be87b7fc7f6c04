import { PassThrough } from 'node:stream';
import { viewerOf } from '../access/guard.ts';
import { regionOf } from '../access/rules.ts';
import { byId } from '../contract/collections.ts';
import { eventStream, fileAnswer } from '../contract/files.ts';
import { type App, collectionOf } from './door.ts';

const readers = { config: { access: { roles: ['researcher', 'lead'], over: 'collection' } as const } };

/**
 * A stream ends after so long, and the browser opens another, whose reader is asked again who it is. Who loses access hears
 * until then that something changed, and never what: fetching it is refused at once.
 */
const longest = 15 * 60_000;
/** A line that says nothing, so that proxies keep a quiet stream open. */
const heartbeat = 25_000;

/** Passes on only what a lead may hear of: that a step was published, never that a story came. */
function steps(app: App, collectionId: string, region: string | null, tell: (step: string) => void): () => void {
  let last = '';
  return () => {
    // A look that fails is made again when the next story comes.
    void lookAt(app, collectionId, region).then(
      (step) => {
        if (step !== last) tell(step);
        last = step;
      },
      () => {},
    );
  };
}

async function lookAt(app: App, collectionId: string, region: string | null): Promise<string> {
  return (await app.house.sharingOut.pattern(await collectionOf(app, collectionId), region)).step;
}

/** Server-sent events: what changes while a board is open. */
export function eventRoutes(app: App): void {
  const open = new Set<PassThrough>();
  app.addHook('preClose', async () => {
    for (const stream of open) stream.end();
  });

  app.get(
    '/api/v1/collections/:id/events',
    {
      ...readers,
      schema: {
        summary: 'Hear when the patterns of a collection change',
        params: byId,
        response: fileAnswer('Events, until the stream ends; ask for it again then.', eventStream),
        description:
          'Server-sent events: `stamp`, whenever the stories have changed, to workshop leads whenever a step was published; its data is the new ETag of the patterns.',
      },
    },
    async (request, reply) => {
      const collection = await collectionOf(app, request.params.id);
      const stream = new PassThrough();
      const { grants } = viewerOf(request);
      const tell = (stamp: string) => stream.write(`event: stamp\ndata: ${stamp}\n\n`);
      const told = grants.some(({ role }) => role === 'researcher') ? tell : steps(app, collection.id, regionOf(grants), tell);
      const unwatch = app.house.watching.watch(collection.id, told);
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
      return reply.type(eventStream).header('X-Accel-Buffering', 'no').send(stream);
    },
  );
}
