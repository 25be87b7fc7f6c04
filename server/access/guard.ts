import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Grant } from '../contract/staff.ts';
import { problems } from '../problems.ts';
import type { Person } from '../repositories/people.ts';
import { type Access, grantsFor, isForStaff } from './rules.ts';
import type { Sessions } from './sessions.ts';

export const cookieName = 'storyfield_session';

/** Who is asking, with the grants that let them in. */
export interface Viewer {
  person: Person;
  grants: Grant[];
}

export interface DeclaredRoute {
  method: string;
  url: string;
  access: Access;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
  interface FastifyRequest {
    /** Set by the guard on every route that is not public or a participant's. */
    viewer: Viewer | null;
  }
  interface FastifyInstance {
    declaredRoutes: DeclaredRoute[];
  }
}

/** Holds every route to the rule it declares. A route that declares none stops the app from being made. */
export function guard(app: FastifyInstance, sessions: Sessions): void {
  app.decorate('declaredRoutes', []);
  app.decorateRequest('viewer', null);
  app.addHook('onRoute', ({ method, url, config }) => {
    const access = config?.access;
    if (!access) throw new Error(`the route ${method} ${url} declares no access rule`);
    for (const one of [method].flat()) app.declaredRoutes.push({ method: one, url, access });
  });
  app.addHook('onRequest', async (request) => {
    const access = request.routeOptions.config.access;
    if (!access || !isForStaff(access)) return;
    const token = tokenOf(request);
    const person = token ? await sessions.whose(token) : null;
    // What somebody wrote is never taken as another's who signed in meanwhile at the same browser.
    const askedBy = request.headers['asked-by'];
    if (!person || (askedBy && askedBy !== person.id)) throw problems.notSignedIn();
    if (access === 'signed-in') {
      request.viewer = { person, grants: person.grants };
      return;
    }
    const { id } = request.params as { id?: string };
    const grants = grantsFor(access, person.grants, id ?? null);
    if (!grants.length) throw problems.notFound();
    request.viewer = { person, grants };
  });
}

/** The session's token, from the cookie or as a bearer token. */
export function tokenOf(request: FastifyRequest): string | null {
  const [scheme, token] = request.headers.authorization?.split(' ') ?? [];
  if (scheme?.toLowerCase() === 'bearer' && token) return token;
  return request.cookies[cookieName] ?? null;
}

/** The viewer of a guarded route. */
export function viewerOf(request: FastifyRequest): Viewer {
  if (!request.viewer) throw problems.notSignedIn();
  return request.viewer;
}
