import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { viewerOf } from '../access/guard.ts';
import type { Sessions } from '../access/sessions.ts';
import { problems, type Refusal } from '../problems.ts';
import type { Collection } from '../repositories/collections.ts';
import type { Designer } from '../services/designs.ts';
import type { House } from '../services/house.ts';

/** The app as routes see it: typed by its zod contracts, with the house behind it. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

declare module 'fastify' {
  interface FastifyInstance {
    house: House;
    sessions: Sessions;
  }
  interface FastifySchema {
    /** What a route refuses for beside what its access and its contracts say. */
    refuses?: readonly Refusal[];
  }
}

/** The collection in the path; there, since the guard let the request in, unless it is unknown. */
export async function collectionOf(app: FastifyInstance, id: string): Promise<Collection> {
  const collection = await app.house.collections.byId(id);
  if (!collection) throw problems.notFound();
  return collection;
}

/** Who asks, as a designer: with all grants of that role, wherever they reach. */
export function designerOf(request: FastifyRequest): Designer {
  const { person } = viewerOf(request);
  return { personId: person.id, grants: person.grants.filter(({ role }) => role === 'designer') };
}
