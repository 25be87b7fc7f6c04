import type { FastifyRequest } from 'fastify';
import { viewerOf } from '../access/guard.ts';
import { regionOf } from '../access/rules.ts';
import { byId, byStory } from '../contract/collections.ts';
import * as contract from '../contract/reviews.ts';
import type { Desk } from '../services/review-queue.ts';
import { type App, collectionOf } from './door.ts';

const reviewers = { config: { access: { roles: ['reviewer'], over: 'collection' } as const } };
const bodyLimit = 256 * 1024;

/** Reading stories before their words may leave. */
export function reviewRoutes(app: App): void {
  const { reviewQueue, reviews, escalations } = app.house;

  /** Where a reviewer sits: the collection, the region that they see of it, and who they are. */
  async function deskOf(request: FastifyRequest): Promise<Desk> {
    const { id } = request.params as { id: string };
    const { person, grants } = viewerOf(request);
    return { collection: await collectionOf(app, id), region: regionOf(grants), personId: person.id };
  }

  app.get(
    '/api/v1/collections/:id/reviews',
    {
      ...reviewers,
      schema: {
        summary: 'List the stories of the release queue, most exposed first',
        params: byId,
        querystring: contract.reviewQuery,
        response: { 200: contract.reviewList },
      },
    },
    async (request) => reviewQueue.list(await deskOf(request), request.query.state, request.query.after ?? null),
  );

  app.get(
    '/api/v1/collections/:id/reviews/numbered',
    {
      ...reviewers,
      schema: {
        summary: 'Find a story by its number',
        params: byId,
        querystring: contract.numberedQuery,
        response: { 200: contract.numbered },
      },
    },
    async (request) => ({ reviews: await reviewQueue.numbered(await deskOf(request), request.query.number) }),
  );

  app.post(
    '/api/v1/collections/:id/reviews/:story',
    {
      ...reviewers,
      bodyLimit,
      schema: {
        summary: 'Decide about the release of a story',
        refuses: ['stale', 'notInThisState'],
        params: byStory,
        body: contract.decision,
        response: { 200: contract.review },
      },
    },
    async (request) => reviews.decide(await deskOf(request), request.params.story, request.body),
  );

  app.get(
    '/api/v1/collections/:id/reviews/:story/alike',
    {
      ...reviewers,
      schema: {
        summary: 'Count the stories that share answers about the participant',
        params: byStory,
        querystring: contract.alikeQuery,
        response: { 200: contract.alike },
      },
    },
    async (request) => {
      const keys = request.query.keys.split(',').filter(Boolean);
      return { stories: await reviewQueue.alike(await deskOf(request), request.params.story, keys) };
    },
  );

  app.get(
    '/api/v1/collections/:id/escalations',
    { ...reviewers, schema: { summary: 'List the escalations', params: byId, response: { 200: contract.escalationList } } },
    async (request) => ({ escalations: await escalations.list(await deskOf(request)) }),
  );

  app.post(
    '/api/v1/collections/:id/escalations/:escalation',
    {
      ...reviewers,
      schema: {
        summary: 'Note what was done about an escalation, or end it',
        refuses: ['notInThisState'],
        params: contract.byEscalation,
        body: contract.escalationStep,
        response: { 200: contract.escalation },
      },
    },
    async (request) => escalations.go(await deskOf(request), request.params.escalation, request.body),
  );
}
