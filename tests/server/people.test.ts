import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Grant } from '../../server/contract/staff.ts';
import { problems } from '../../server/problems.ts';
import { entriesOf } from '../../server/repositories/audit.ts';
import type { App } from '../../server/routes/door.ts';
import { tagOfPerson } from '../../server/services/staffing.ts';
import { grant, openCollection, post, signedIn, withPassword } from '../fixtures.ts';
import { engines, testHouse } from '../houses.ts';

type Headers = Record<string, string>;

/** A person with a password, a session and a link that was not used yet. */
async function colleague(app: App, name: string, ...grants: Grant[]) {
  const email = `${name.toLowerCase()}@example.org`;
  const { id } = await app.house.people.insert({ name, email, grants, demonstration: false });
  const password = `the password of ${name}`;
  const headers: Headers = await withPassword(app, id, password);
  const link = (await app.sessions.makeLink(id)).secret;
  return { id, name, email, password, link, headers };
}

/** Changes a person, by default as they are now. */
const put = async (app: App, id: string, payload: object, headers: Headers, tag?: string) => {
  const person = await app.house.people.byId(id);
  const known = tag ?? (person ? tagOfPerson(person) : 'nobody');
  return app.inject({ method: 'PUT', url: `/api/v1/people/${id}`, payload, headers: { ...headers, 'if-match': `"${known}"` } });
};
const end = (app: App, id: string, headers: Headers) => app.inject({ method: 'DELETE', url: `/api/v1/people/${id}/access`, headers });
const get = async (app: App, url: string, headers: Headers) => (await app.inject({ url: `/api/v1${url}`, headers })).statusCode;
const said = async (app: App, id: string) =>
  (await entriesOf(app.house.database.db, 'person.', [id])).map(({ action, name, details }) => ({ action, by: name, details }));

describe.each(engines)('people on %s', (engine) => {
  it('have another name, address and other grants from their next request on', async () => {
    const { app, house } = await testHouse(engine);
    const { id } = await openCollection(house);
    const olga = await colleague(app, 'Olga', grant('owner'));
    const rosa = await colleague(app, 'Rosa', grant('researcher'));
    expect(await get(app, `/collections/${id}/summary`, rosa.headers)).toBe(200);
    const asked = { name: ' Rosa Lee ', email: 'Rosa.Lee@example.org', grants: [grant('lead', id, 'midlands')] };
    const changed = await put(app, rosa.id, asked, olga.headers);
    const expected = { id: rosa.id, name: 'Rosa Lee', email: 'rosa.lee@example.org', grants: asked.grants, tag: expect.any(String) };
    expect([changed.statusCode, changed.json()]).toEqual([200, expected]);
    expect(await get(app, `/collections/${id}/summary`, rosa.headers)).toBe(404);
    expect(await get(app, `/collections/${id}/patterns`, rosa.headers)).toBe(200);
    const old = await post(app, '/session', { email: rosa.email, password: rosa.password });
    const own = await post(app, '/session', { email: 'rosa.lee@example.org', password: rosa.password });
    expect([old.statusCode, own.statusCode]).toEqual([401, 200]);
    const list = (await app.inject({ url: '/api/v1/people', headers: olga.headers })).json();
    expect(list.people.map(({ name }: { name: string }) => name)).toEqual(['Olga', 'Rosa Lee']);
    expect(list.regions).toMatchObject([
      { collection: id, options: expect.arrayContaining([expect.objectContaining({ key: 'midlands' })]) },
    ]);
  });

  it('who set a password are signed out everywhere else; of their sign-in links only the last works', async () => {
    const { app } = await testHouse(engine);
    const rosa = await colleague(app, 'Rosa', grant('researcher'));
    const old = (await app.sessions.makeLink(rosa.id)).secret;
    const elsewhere = { authorization: `Bearer ${(await app.sessions.signInByPassword(rosa.email, rosa.password)).token}` };
    const last = (await app.sessions.makeLink(rosa.id)).secret;
    for (const link of [rosa.link, old]) expect((await post(app, '/session', { link })).statusCode).toBe(401);
    const change = { method: 'PUT', url: '/api/v1/session/password', payload: { password: 'another long password' } } as const;
    expect((await app.inject({ ...change, headers: rosa.headers })).statusCode).toBe(200);
    expect(await get(app, '/session', rosa.headers)).toBe(200);
    expect(await get(app, '/session', elsewhere)).toBe(401);
    expect((await post(app, '/session', { link: last })).statusCode).toBe(401);
    expect((await post(app, '/session', { email: rosa.email, password: rosa.password })).statusCode).toBe(401);
    expect((await post(app, '/session', { email: rosa.email, password: 'another long password' })).statusCode).toBe(200);
  });

  it('who came by a password change it with the present one alone, tried no more often than signing in; by a link without', async () => {
    const { app } = await testHouse(engine);
    const rosa = await colleague(app, 'Rosa', grant('researcher'));
    const { token } = await app.sessions.signInByPassword(rosa.email, rosa.password);
    const headers = { authorization: `Bearer ${token}` };
    const change = (payload: object, as: Headers = headers) =>
      app.inject({
        method: 'PUT',
        url: '/api/v1/session/password',
        payload: { password: 'another long password', ...payload },
        headers: as,
      });
    for (const [payload, message] of [
      [{}, 'is missing'],
      [{ present: 'a guess' }, 'is not your password'],
    ] as const) {
      const refused = await change(payload);
      expect([refused.statusCode, refused.json().faults]).toEqual([422, [{ path: 'present', message }]]);
    }
    expect((await app.inject({ url: '/api/v1/session', headers })).json().asksPassword).toBe(true);
    expect(await get(app, '/session', rosa.headers)).toBe(200);
    expect((await change({ present: rosa.password })).statusCode).toBe(200);
    expect(await get(app, '/session', rosa.headers)).toBe(401);
    const link = await app.sessions.signInByLink((await app.sessions.makeLink(rosa.id)).secret);
    expect((await change({ password: 'after it was forgotten' }, { authorization: `Bearer ${link.token}` })).statusCode).toBe(200);
    const last = await app.sessions.signInByPassword(rosa.email, 'after it was forgotten');
    const guess = () => change({ present: 'a guess' }, { authorization: `Bearer ${last.token}` });
    const tried = await Promise.all(Array.from({ length: 30 }, guess));
    expect(tried.map(({ statusCode }) => statusCode)).toContain(429);
  });

  it('are not changed by who knew them as they were before somebody else changed them', async () => {
    const { app, house } = await testHouse(engine);
    const olga = await colleague(app, 'Olga', grant('owner'));
    const omar = await colleague(app, 'Omar', grant('owner'));
    const rosa = await colleague(app, 'Rosa', grant('researcher'), grant('lead'));
    const list = (await app.inject({ url: '/api/v1/people', headers: olga.headers })).json();
    const { tag } = list.people.find(({ name }: { name: string }) => name === 'Rosa');
    const before = { name: 'Rosa', email: rosa.email, grants: [grant('researcher'), grant('lead')] };
    expect((await put(app, rosa.id, { ...before, grants: [grant('lead')] }, omar.headers, tag)).statusCode).toBe(200);
    const late = await put(app, rosa.id, { ...before, name: 'Rosa Lee' }, olga.headers, tag);
    expect(late.json()).toMatchObject({ status: 412, type: 'urn:storyfield:problem:saved-since', saved: { by: 'Omar' } });
    expect(await house.people.byId(rosa.id)).toMatchObject({ name: 'Rosa', grants: [grant('lead')] });
    const bare = await app.inject({ method: 'PUT', url: `/api/v1/people/${rosa.id}`, payload: before, headers: olga.headers });
    expect(bare.statusCode).toBe(422);
  });

  it('whose password changes while another way in is under way are let in by neither; an ended session sets none', async () => {
    const { app } = await testHouse(engine);
    const rosa = await colleague(app, 'Rosa', grant('researcher'));
    const other = await app.sessions.signInByPassword(rosa.email, rosa.password);
    const token = rosa.headers.authorization?.replace('Bearer ', '') ?? '';
    const byOld = app.sessions.signInByPassword(rosa.email, rosa.password);
    const [mine, theirs, old] = await Promise.allSettled([
      app.sessions.setPassword(rosa.id, 'another long password', token),
      app.sessions.setPassword(rosa.id, 'of whoever else is in', other.token, rosa.password),
      byOld,
    ]);
    // One password stands, and whoever is in is in by it: by the session that set it, or by one begun after.
    expect([mine.status, theirs.status].sort()).toEqual(['fulfilled', 'rejected']);
    const [stands, falls] = mine.status === 'fulfilled' ? [token, other.token] : [other.token, token];
    expect(await app.sessions.whose(stands)).toMatchObject({ id: rosa.id });
    expect(await app.sessions.whose(falls)).toBeNull();
    if (old.status === 'fulfilled') expect(await app.sessions.whose(old.value.token)).toBeNull();
    await expect(app.sessions.signInByPassword(rosa.email, rosa.password)).rejects.toThrow();
    await expect(app.sessions.setPassword(rosa.id, 'set by an ended session', falls)).rejects.toThrow('Please sign in.');
  });

  it('are refused where something is wrong, by the field, and stay as they were', async () => {
    const { app, house } = await testHouse(engine);
    const { id } = await openCollection(house);
    const olga = await colleague(app, 'Olga', grant('owner'));
    const rosa = await colleague(app, 'Rosa', grant('researcher'));
    const good = { name: 'Rosa', email: rosa.email, grants: [grant('researcher')] };
    const faults = async (change: object) => {
      const { faults = [] } = (await put(app, rosa.id, { ...good, ...change }, olga.headers)).json();
      return Object.fromEntries(faults.map(({ path, message }: { path: string; message: string }) => [path, message]));
    };
    expect(await faults({ name: '  ', email: 'nodot@x' })).toEqual({ name: 'is empty', email: 'is not an email address' });
    expect(await faults({ grants: [grant('lead', id, 'atlantis')] })).toEqual({ 'grants.0.region': expect.stringContaining('midlands') });
    expect(await faults({ grants: [grant('lead', randomUUID())] })).toEqual({ 'grants.0.collection': 'is no collection here' });
    expect((await put(app, rosa.id, { ...good, email: 'OLGA@example.org' }, olga.headers)).json()).toMatchObject({
      status: 409,
      type: 'urn:storyfield:problem:email-taken',
    });
    expect((await put(app, randomUUID(), good, olga.headers)).statusCode).toBe(404);
    expect(await house.people.byId(rosa.id)).toMatchObject({ name: 'Rosa', email: rosa.email, grants: good.grants });
  });

  it('lose session, link and password at once with their access, and keep name and address; grants and a new link let them in again', async () => {
    const { app, house } = await testHouse(engine);
    const olga = await colleague(app, 'Olga', grant('owner'));
    const rosa = await colleague(app, 'Rosa', grant('researcher'), grant('reviewer'));
    expect(await get(app, '/session', rosa.headers)).toBe(200);
    const ended = await end(app, rosa.id, olga.headers);
    expect([ended.statusCode, ended.json()]).toMatchObject([200, { id: rosa.id, name: 'Rosa', email: rosa.email, grants: [] }]);
    const byPassword = () => post(app, '/session', { email: rosa.email, password: rosa.password });
    expect([
      await get(app, '/session', rosa.headers),
      (await post(app, '/session', { link: rosa.link })).statusCode,
      (await byPassword()).statusCode,
      (await post(app, `/people/${rosa.id}/link`, {}, olga.headers)).statusCode,
    ]).toEqual([401, 401, 401, 409]);

    expect((await put(app, rosa.id, { name: 'Rosa', email: rosa.email, grants: [grant('reviewer')] }, olga.headers)).statusCode).toBe(200);
    expect([await get(app, '/session', rosa.headers), (await byPassword()).statusCode]).toEqual([401, 401]);
    const link = (await post(app, `/people/${rosa.id}/link`, {}, olga.headers)).json().path.split('#')[1];
    expect((await post(app, '/session', { link })).json()).toMatchObject({ person: { hasPassword: false }, grants: [grant('reviewer')] });
    // A change to no grants at all is the same.
    expect((await put(app, rosa.id, { name: 'Rosa', email: rosa.email, grants: [] }, olga.headers)).statusCode).toBe(200);
    await expect(app.sessions.setPassword(rosa.id, 'while access was ending', '')).rejects.toThrow('Please sign in.');
    expect(await house.people.byId(rosa.id)).toMatchObject({ passwordHash: null, grants: [] });
  });

  it('always have somebody among them who owns the house, though all turn each other out at once', async () => {
    const { app, house } = await testHouse(engine);
    const { id } = await openCollection(house);
    const olga = await colleague(app, 'Olga', grant('owner'));
    await colleague(app, 'Otto', grant('owner', id));
    const asked = { name: 'Olga', email: olga.email };
    const refused = [
      await end(app, olga.id, olga.headers),
      await put(app, olga.id, { ...asked, grants: [grant('owner', id)] }, olga.headers),
    ];
    for (const one of refused) expect(one.json()).toMatchObject({ status: 409, type: 'urn:storyfield:problem:last-owner' });
    expect(await get(app, '/people', olga.headers)).toBe(200);

    const others = await Promise.all(['Omar', 'Ola', 'Oona', 'Odo', 'Orla'].map((name) => colleague(app, name, grant('owner'))));
    const round = [olga, ...others];
    const outcomes = await Promise.allSettled(round.map(({ id }, at) => house.staffing.endAccess(id, round.at(at - 1)?.id ?? '')));
    expect(outcomes.map(({ status }) => status).sort()).toEqual([...others.map(() => 'fulfilled'), 'rejected']);
    expect(outcomes).toContainEqual({ status: 'rejected', reason: problems.lastOwner() });
    const owners = (await house.people.all()).filter(({ grants }) => grants.some((one) => one.role === 'owner' && one.collection === null));
    expect(owners).toHaveLength(1);
  });

  it('may change themselves, as an owner does who has another beside', async () => {
    const { app } = await testHouse(engine);
    const olga = await colleague(app, 'Olga', grant('owner'));
    const omar = await colleague(app, 'Omar', grant('owner'));
    expect((await put(app, olga.id, { name: 'Olga', email: olga.email, grants: [grant('designer')] }, olga.headers)).statusCode).toBe(200);
    expect(await get(app, '/people', olga.headers)).toBe(404);
    expect((await end(app, omar.id, omar.headers)).json().type).toBe('urn:storyfield:problem:last-owner');
  });

  it('are in the audit with what was done about them, by whom, and what they might do before and after; no secret is', async () => {
    const { app, house } = await testHouse(engine);
    const { id: collection } = await openCollection(house);
    const olga = await colleague(app, 'Olga', grant('owner'));
    const { id } = (await post(app, '/people', { name: 'Len', email: 'len@example.org', grants: [grant('lead')] }, olga.headers)).json();
    const link = (await post(app, `/people/${id}/link`, {}, olga.headers)).json();
    const grants = [grant('lead', collection, 'midlands'), grant('reviewer')];
    await put(app, id, { name: 'Len Ash', email: 'ash@example.org', grants }, olga.headers);
    await end(app, id, olga.headers);
    const both = `reviewer; lead of ${collection} in midlands`;
    const inOrder = (await said(app, id)).map(({ details: { before, after, ...more }, ...rest }) => ({
      ...rest,
      details: { ...more, ...(before !== undefined && { before: sorted(before) }), ...(after !== undefined && { after: sorted(after) }) },
    }));
    expect(inOrder).toEqual([
      { action: 'person.add', by: 'Olga', details: { name: 'Len', email: 'len@example.org', after: 'lead' } },
      { action: 'person.link', by: 'Olga', details: { until: link.expires } },
      {
        action: 'person.change',
        by: 'Olga',
        details: {
          before: 'lead',
          after: sorted(both),
          nameBefore: 'Len',
          nameAfter: 'Len Ash',
          emailBefore: 'len@example.org',
          emailAfter: 'ash@example.org',
        },
      },
      { action: 'person.end-access', by: 'Olga', details: { before: sorted(both), after: '' } },
    ]);
    expect(JSON.stringify(inOrder)).not.toContain(link.path.split('#')[1]);
  });

  it('who are no owners of the whole house change nobody', async () => {
    const { app, house } = await testHouse(engine);
    const { id } = await openCollection(house);
    const rosa = await colleague(app, 'Rosa', grant('researcher'));
    for (const held of [grant('designer'), grant('owner', id), grant('lead')]) {
      const headers = await signedIn(app, [held]);
      const asked = { name: 'Rosa', email: rosa.email, grants: [grant('owner')] };
      expect([(await put(app, rosa.id, asked, headers)).statusCode, (await end(app, rosa.id, headers)).statusCode]).toEqual([404, 404]);
    }
  });
});

/** Grants stand in no order that says anything. */
const sorted = (grants: string | number) => String(grants).split('; ').sort().join('; ');
