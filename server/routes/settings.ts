import { viewerOf } from '../access/guard.ts';
import { regionOf } from '../access/rules.ts';
import { byId, progress } from '../contract/collections.ts';
import * as contract from '../contract/settings.ts';
import { type App, collectionOf, designerOf } from './door.ts';

const makers = { config: { access: { roles: ['designer'], over: 'house' } as const } };
const designers = { config: { access: { roles: ['designer'], over: 'collection' } as const } };
const owners = { config: { access: { roles: ['owner'], over: 'collection' } as const } };
const keepers = { config: { access: { roles: ['owner', 'designer'], over: 'collection' } as const } };
const followers = { config: { access: { roles: ['owner', 'designer', 'researcher', 'lead'], over: 'collection' } as const } };
const leads = { config: { access: { roles: ['lead'], over: 'collection' } as const } };

/** How collections are set up and kept, and how they come along. */
export function settingsRoutes(app: App): void {
  const { gathering, progress: comingAlong, retention } = app.house;
  const answer = { 200: contract.settingsView };

  app.post(
    '/api/v1/collections',
    { ...makers, schema: { summary: 'Make a collection', body: contract.newCollection, response: { 201: contract.settingsView } } },
    async (request, reply) => reply.code(201).send(await gathering.make(designerOf(request), request.body)),
  );

  app.get(
    '/api/v1/collections/:id/settings',
    { ...keepers, schema: { summary: 'Read the settings of a collection', params: byId, response: answer } },
    async ({ params }) => gathering.view(await collectionOf(app, params.id)),
  );

  app.put(
    '/api/v1/collections/:id/settings',
    {
      ...designers,
      schema: {
        summary: 'Change the settings of a collection',
        refuses: ['savedSince'],
        params: byId,
        headers: contract.ifMatch,
        body: contract.settings,
        response: answer,
      },
    },
    async (request) => {
      const collection = await collectionOf(app, request.params.id);
      return gathering.change(designerOf(request), collection, request.headers['if-match'], request.body);
    },
  );

  app.put(
    '/api/v1/collections/:id/small-numbers',
    { ...owners, schema: { summary: 'Set the small-number rules', params: byId, body: contract.smallNumbers, response: answer } },
    async (request) => gathering.setSmallNumbers(designerOf(request), await collectionOf(app, request.params.id), request.body),
  );

  app.get(
    '/api/v1/collections/:id/retention/due',
    {
      ...owners,
      schema: {
        summary: 'See what a rule of retention would delete',
        params: byId,
        querystring: contract.retentionQuery,
        response: { 200: contract.retentionDue },
      },
    },
    async ({ params, query }) => {
      const { textsWeeks = null, storiesWeeks = null } = query;
      return retention.due(await collectionOf(app, params.id), { textsWeeks, storiesWeeks });
    },
  );

  app.put(
    '/api/v1/collections/:id/retention',
    { ...owners, schema: { summary: 'Set how long stories are kept', params: byId, body: contract.retention, response: answer } },
    async (request) => gathering.setRetention(designerOf(request), await collectionOf(app, request.params.id), request.body),
  );

  app.put(
    '/api/v1/collections/:id/taking',
    {
      ...keepers,
      schema: {
        summary: 'Open, pause or close a collection',
        refuses: ['notInThisState'],
        params: byId,
        body: contract.takingChange,
        response: answer,
      },
    },
    async (request) => gathering.setTaking(designerOf(request), await collectionOf(app, request.params.id), request.body.taking),
  );

  app.get(
    '/api/v1/collections/:id/weeks',
    {
      ...followers,
      schema: { summary: 'Count stories by region and week of arrival', params: byId, response: { 200: contract.weeksTable } },
    },
    async (request) => {
      const { grants } = viewerOf(request);
      const leading = grants.filter(({ role }) => role === 'lead');
      const collection = await collectionOf(app, request.params.id);
      if (grants.some(({ role }) => role === 'researcher')) return comingAlong.weeksExactly(collection);
      if (leading.length === grants.length) return comingAlong.weeksForLeads(collection, regionOf(leading));
      return comingAlong.weeks(collection, { regions: leading.some(({ region }) => region !== null), whole: leading.length > 0 });
    },
  );

  app.get(
    '/api/v1/collections/:id/progress',
    { ...leads, schema: { summary: 'See how far release has come', params: byId, response: { 200: progress } } },
    async (request) => comingAlong.standing(await collectionOf(app, request.params.id), regionOf(viewerOf(request).grants)),
  );
}
