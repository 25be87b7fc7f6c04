import { viewerOf } from '../access/guard.ts';
import { byId } from '../contract/collections.ts';
import { pilot } from '../contract/pilot.ts';
import { type App, collectionOf, designerOf } from './door.ts';

const readers = { config: { access: { roles: ['designer', 'researcher'], over: 'collection' } as const } };
const designers = { config: { access: { roles: ['designer'], over: 'any' } as const } };

/** What a pilot says of each signifier. */
export function pilotRoutes(app: App): void {
  const { pilot: pilots } = app.house;
  const schema = { params: byId, response: { 200: pilot } };

  app.get(
    '/api/v1/collections/:id/pilot',
    { ...readers, schema: { summary: 'See what a pilot says of each signifier', ...schema } },
    async (request) => {
      const isResearcher = viewerOf(request).grants.some(({ role }) => role === 'researcher');
      return pilots.ofStories(await collectionOf(app, request.params.id), isResearcher);
    },
  );

  app.get(
    '/api/v1/frameworks/:id/pilot',
    { ...designers, schema: { summary: 'See what try-outs say of each signifier', ...schema } },
    (request) => pilots.ofTryOuts(designerOf(request), request.params.id),
  );
}
