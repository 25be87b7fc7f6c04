import { z } from 'zod';
import { cookieName, tokenOf, viewerOf } from '../access/guard.ts';
import { sessionHours } from '../access/sessions.ts';
import { byId } from '../contract/collections.ts';
import * as staff from '../contract/staff.ts';
import { problems } from '../problems.ts';
import type { Person } from '../repositories/people.ts';
import type { App } from './door.ts';

const sessionView = ({ id, name, email, passwordHash, grants }: Person): staff.Session => ({
  person: { id, name, email, hasPassword: passwordHash !== null },
  grants,
});

/** Signing in and out, and the people who may. */
export function staffRoutes(app: App): void {
  const { house, sessions } = app;
  const owners = { access: { roles: ['owner'], over: 'house' } as const };
  const cookie = { path: '/', httpOnly: true, sameSite: 'strict', secure: house.config.publicUrl.startsWith('https:') } as const;

  app.post(
    '/api/v1/session',
    {
      config: { access: 'public', rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: { body: staff.signIn, response: { 200: staff.session } },
    },
    async ({ body }, reply) => {
      const { person, token } =
        'link' in body ? await sessions.signInByLink(body.link) : await sessions.signInByPassword(body.email, body.password);
      reply.setCookie(cookieName, token, { ...cookie, maxAge: sessionHours * 3600 });
      return sessionView(person);
    },
  );

  app.get('/api/v1/session', { config: { access: 'signed-in' }, schema: { response: { 200: staff.session } } }, async (request) =>
    sessionView(viewerOf(request).person),
  );

  app.delete('/api/v1/session', { config: { access: 'signed-in' }, schema: { response: { 200: staff.done } } }, async (request, reply) => {
    const token = tokenOf(request);
    if (token) await sessions.end(token);
    reply.clearCookie(cookieName, cookie);
    return { done: true as const };
  });

  app.put(
    '/api/v1/session/password',
    { config: { access: 'signed-in' }, schema: { body: staff.newPassword, response: { 200: staff.done } } },
    async (request) => {
      await sessions.setPassword(viewerOf(request).person.id, request.body.password);
      return { done: true as const };
    },
  );

  app.get(
    '/api/v1/people',
    { config: owners, schema: { response: { 200: z.strictObject({ people: z.array(staff.person) }) } } },
    async () => ({
      people: (await house.people.all()).map(({ id, name, email, grants }) => ({ id, name, email, grants })),
    }),
  );

  app.post(
    '/api/v1/people',
    { config: owners, schema: { body: staff.newPerson, response: { 201: staff.person } } },
    async ({ body }, reply) => {
      for (const [index, { collection }] of body.grants.entries()) {
        if (collection === null || (await house.collections.byId(collection))) continue;
        throw problems.invalid([{ path: `grants.${index}.collection`, message: 'is no collection here' }]);
      }
      const { id, name, email, grants } = await house.people.insert({ ...body, demonstration: false });
      return reply.code(201).send({ id, name, email, grants });
    },
  );

  app.post(
    '/api/v1/people/:id/link',
    { config: owners, schema: { params: byId, response: { 201: staff.signInLink } } },
    async ({ params }, reply) => {
      if (!(await house.people.byId(params.id))) throw problems.notFound();
      const { secret, expires } = await sessions.makeLink(params.id);
      return reply.code(201).send({ path: `/sign-in#${secret}`, expires: expires.toISOString() });
    },
  );
}
