import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { guard } from '../../server/access/guard.ts';
import { Sessions } from '../../server/access/sessions.ts';
import { type Grant, type Role, role } from '../../server/contract/staff.ts';
import { grant, openCollection, post, signedIn, withPassword } from '../fixtures.ts';
import { engines, testHouse } from '../houses.ts';

const regions = [null, 'midlands', 'london'];

describe.each(engines)('access on %s', (engine) => {
  it('is what every route declares, for every role and region, on this collection, another or all', async () => {
    const { app, house } = await testHouse(engine);
    const here = await openCollection(house);
    const elsewhere = await openCollection(house, { slug: 'elsewhere' });
    const guarded = app.declaredRoutes.filter(({ method, access }) => method !== 'HEAD' && access !== 'public' && access !== 'participant');
    expect(guarded.length).toBeGreaterThan(15);
    const known = new Map<string, { authorization: string }>();
    /** One person for each grant; a route on sessions may end the one that it is asked with. */
    const headersOf = async (held: Grant, url: string) => {
      const name = JSON.stringify(held);
      const headers = known.get(name) ?? (await signedIn(app, [held]));
      if (url.startsWith('/api/v1/session')) known.delete(name);
      else known.set(name, headers);
      return headers;
    };
    let walked = 0;
    for (const { method, url, access } of guarded) {
      const path = url.replace(':id', here.id).replace(/:\w+/, randomUUID());
      const call = async (headers: object) => {
        const payload = method === 'GET' || method === 'DELETE' ? {} : { payload: {} };
        // As a stream, since events never end.
        const response = await app.inject({
          method: method as 'GET',
          url: path,
          headers: { ...headers },
          ...payload,
          payloadAsStream: true,
        });
        const isStream = response.headers['content-type'] === 'text/event-stream';
        const body = isStream ? '' : await text(response.stream());
        response.stream().destroy();
        return { statusCode: response.statusCode, type: response.statusCode < 400 ? undefined : JSON.parse(body).type };
      };
      expect([url, (await call({})).statusCode]).toEqual([url, 401]);
      for (const one of role.options) {
        for (const region of regions) {
          for (const collection of [here.id, elsewhere.id, null]) {
            const response = await call(await headersOf(grant(one, collection, region), url));
            const isLetIn = access === 'signed-in' || (typeof access === 'object' && isAllowed(access, one, collection, here.id));
            const name = `${method} ${url} ${one} ${region} ${collection === null ? 'all' : collection === here.id ? 'here' : 'elsewhere'}`;
            if (isLetIn) expect([name, [401, 500].includes(response.statusCode)]).toEqual([name, false]);
            else expect([name, response.statusCode, response.type]).toEqual([name, 404, 'urn:storyfield:problem:not-found']);
            walked += 1;
          }
        }
      }
    }
    expect(walked).toBe(guarded.length * role.options.length * regions.length * 3);
  }, 240_000);

  it('refuses what somebody else asked for who was signed in at the same browser', async () => {
    const { app } = await testHouse(engine);
    const headers = await signedIn(app, [grant('designer')]);
    const { person } = (await app.inject({ url: '/api/v1/session', headers })).json();
    const asked = async (by: string) =>
      (await app.inject({ url: '/api/v1/frameworks', headers: { ...headers, 'asked-by': by } })).statusCode;
    expect([await asked(person.id), await asked(randomUUID())]).toEqual([200, 401]);
  });

  it('ends when the person signs out, and a one-time link works once', async () => {
    const { app, house } = await testHouse(engine);
    const { id } = await house.people.insert({
      name: 'Rosa',
      email: 'rosa@example.org',
      grants: [grant('researcher')],
      demonstration: false,
    });
    const { secret } = await app.sessions.makeLink(id);
    const [first, second] = await Promise.all([post(app, '/session', { link: secret }), post(app, '/session', { link: secret })]);
    expect([first.statusCode, second.statusCode].sort()).toEqual([200, 401]);
    const [cookie] = [first, second].flatMap(({ cookies }) => cookies);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    const headers = { cookie: `${cookie?.name}=${cookie?.value}` };
    expect((await app.inject({ url: '/api/v1/session', headers })).json().person.name).toBe('Rosa');
    await app.inject({ method: 'DELETE', url: '/api/v1/session', headers });
    expect((await app.inject({ url: '/api/v1/session', headers })).statusCode).toBe(401);
  });

  it('keeps passwords as hashes, and says the same of an unknown email as of a wrong password', async () => {
    const { app, house } = await testHouse(engine);
    const person = await house.people.insert({ name: 'Len', email: 'len@example.org', grants: [grant('lead')], demonstration: false });
    await withPassword(app, person.id, 'correct horse battery');
    expect((await house.people.byId(person.id))?.passwordHash).toMatch(/^\$argon2id\$/);
    const good = await post(app, '/session', { email: 'LEN@example.org', password: 'correct horse battery' });
    const wrong = await post(app, '/session', { email: 'len@example.org', password: 'wrong' });
    const nobody = await post(app, '/session', { email: 'nobody@example.org', password: 'wrong' });
    expect([good.statusCode, wrong.statusCode, nobody.statusCode]).toEqual([200, 401, 401]);
    expect(wrong.body).toBe(nobody.body);
  });

  it('lets an owner add people and make links for them, and nobody else', async () => {
    const { app } = await testHouse(engine);
    const owner = await signedIn(app, [grant('owner')]);
    const added = await post(app, '/people', { name: 'Rosa', email: 'rosa@example.org', grants: [grant('researcher')] }, owner);
    expect(added.statusCode).toBe(201);
    expect((await post(app, '/people', { name: 'Rosa again', email: 'ROSA@example.org', grants: [] }, owner)).statusCode).toBe(409);
    const link = await post(app, `/people/${added.json().id}/link`, {}, owner);
    const secret = link.json().path.split('#')[1];
    expect((await post(app, '/session', { link: secret })).json().grants).toEqual([grant('researcher')]);
    const { id } = await openCollection(app.house);
    const lead = async (regions: (string | null)[]) => {
      const grants = regions.map((region, at) => grant('lead', at ? id : null, region));
      return (await post(app, '/people', { name: 'Len', email: `len.${regions.join('-')}@example.org`, grants }, owner)).statusCode;
    };
    expect([await lead(['midlands', 'london']), await lead([null, 'london']), await lead(['midlands', 'midlands'])]).toEqual([
      422, 422, 201,
    ]);
  });
});

function isAllowed(access: { roles: readonly Role[]; over: string }, one: Role, collection: string | null, here: string): boolean {
  return (
    access.roles.includes(one) && (collection === null || access.over === 'any' || (access.over === 'collection' && collection === here))
  );
}

it('stops the app from being made when a route declares no rule', async () => {
  const app = Fastify();
  guard(app, new Sessions({} as ConstructorParameters<typeof Sessions>[0], () => new Date()));
  expect(() => app.get('/open-by-mistake', async () => 'words')).toThrow('declares no access rule');
});
