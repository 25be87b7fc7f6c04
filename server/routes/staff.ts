import { cookieName, tokenOf, viewerOf } from '../access/guard.ts';
import { sessionHours } from '../access/sessions.ts';
import { byId } from '../contract/collections.ts';
import * as staff from '../contract/staff.ts';
import { problems } from '../problems.ts';
import type { Person } from '../repositories/people.ts';
import { tagOfPerson } from '../services/staffing.ts';
import type { App } from './door.ts';

const personView = (person: Person) => {
  const { id, name, email, grants } = person;
  return { id, name, email, grants, tag: tagOfPerson(person) };
};

/** Signing in and out, and the people who may. */
export function staffRoutes(app: App): void {
  const { house, sessions } = app;
  const owners = { access: { roles: ['owner'], over: 'house' } as const };
  const tries = { max: 20, timeWindow: '1 minute' };
  const cookie = { path: '/', httpOnly: true, sameSite: 'strict', secure: house.config.publicUrl.startsWith('https:') } as const;

  const sessionView = (person: Person, token: string): staff.Session => {
    const { id, name, email, passwordHash, grants } = person;
    return {
      person: { id, name, email, hasPassword: passwordHash !== null, hasOwnAddress: email !== staff.firstOwner.email },
      grants,
      asksPassword: sessions.asksPassword(person, token),
    };
  };

  app.post(
    '/api/v1/session',
    {
      config: { access: 'public', rateLimit: tries },
      schema: { summary: 'Sign in', refuses: ['signInFailed', 'linkUsed'], body: staff.signIn, response: { 200: staff.session } },
    },
    async ({ body }, reply) => {
      const { person, token } =
        'link' in body ? await sessions.signInByLink(body.link) : await sessions.signInByPassword(body.email, body.password);
      reply.setCookie(cookieName, token, { ...cookie, maxAge: sessionHours * 3600 });
      return sessionView(person, token);
    },
  );

  app.get(
    '/api/v1/session',
    { config: { access: 'signed-in' }, schema: { summary: 'See who is signed in', response: { 200: staff.session } } },
    async (request) => sessionView(viewerOf(request).person, tokenOf(request) ?? ''),
  );

  app.delete(
    '/api/v1/session',
    { config: { access: 'signed-in' }, schema: { summary: 'Sign out', response: { 200: staff.done } } },
    async (request, reply) => {
      const token = tokenOf(request);
      if (token) await sessions.end(token);
      reply.clearCookie(cookieName, cookie);
      return { done: true as const };
    },
  );

  app.put(
    '/api/v1/session/password',
    {
      config: { access: 'signed-in', rateLimit: tries },
      schema: { summary: 'Set one’s own password, and end every other session', body: staff.newPassword, response: { 200: staff.done } },
    },
    async (request) => {
      const { password, present } = request.body;
      await sessions.setPassword(viewerOf(request).person.id, password, tokenOf(request) ?? '', present);
      return { done: true as const };
    },
  );

  app.get('/api/v1/people', { config: owners, schema: { summary: 'List the people', response: { 200: staff.personList } } }, async () => ({
    people: (await house.people.all()).map(personView),
    regions: await house.staffing.regions(),
  }));

  app.post(
    '/api/v1/people',
    {
      config: owners,
      schema: { summary: 'Add a person', refuses: ['emailTaken'], body: staff.newPerson, response: { 201: staff.person } },
    },
    async (request, reply) => reply.code(201).send(personView(await house.staffing.add(request.body, viewerOf(request).person.id))),
  );

  app.put(
    '/api/v1/people/:id',
    {
      config: owners,
      schema: {
        summary: 'Change a person and what they may do',
        refuses: ['emailTaken', 'lastOwner', 'savedSince'],
        params: byId,
        headers: staff.ifPersonMatches,
        body: staff.newPerson,
        response: { 200: staff.person },
      },
    },
    async (request) => {
      const { params, headers, body } = request;
      return personView(await house.staffing.change(params.id, headers['if-match'], body, viewerOf(request).person.id));
    },
  );

  app.delete(
    '/api/v1/people/:id/access',
    { config: owners, schema: { summary: 'End a person’s access', refuses: ['lastOwner'], params: byId, response: { 200: staff.person } } },
    async (request) => personView(await house.staffing.endAccess(request.params.id, viewerOf(request).person.id)),
  );

  app.post(
    '/api/v1/people/:id/link',
    {
      config: owners,
      schema: {
        summary: 'Make a one-time sign-in link for a person',
        refuses: ['noAccess'],
        params: byId,
        response: { 201: staff.signInLink },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      if (!(await house.people.byId(id))) throw problems.notFound();
      const { secret, expires } = await sessions.makeLink(id, viewerOf(request).person.id);
      return reply.code(201).send({ path: `/sign-in#${secret}`, expires: expires.toISOString() });
    },
  );
}
