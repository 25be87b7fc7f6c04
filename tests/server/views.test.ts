import { describe, expect, it } from 'vitest';
import { designer } from '../designing.ts';
import { grant, openCollection, recorded } from '../fixtures.ts';
import { engines, testHouse } from '../houses.ts';

describe.each(engines)('what researchers keep on %s', (engine) => {
  async function atWork() {
    const clock = { now: new Date('2026-11-22T10:00:00Z') };
    const test = await testHouse(engine, () => clock.now);
    const collection = await openCollection(test.house);
    const wait = (hours: number) => {
      clock.now = new Date(clock.now.getTime() + hours * 3_600_000);
    };
    const [rosa, ruth] = [await designer(test.app, [grant('researcher')]), await designer(test.app, [grant('researcher', collection.id)])];
    return { ...test, collection, wait, rosa, ruth, at: `/collections/${collection.id}` };
  }

  const query: [string, string][] = [
    ['on.region', 'midlands,london'],
    ['on.decisions', '0.6~1'],
    ['plot', 'changes'],
    ['as', 'zones'],
  ];
  const asked = { name: 'Talking it over', remark: 'For the meeting in May.', query };

  it('saves a view for every researcher of the collection, and only for them', async () => {
    const { app, house, at, rosa, ruth } = await atWork();
    const { status, body } = await rosa.post(`${at}/views`, asked);
    expect([status, body]).toMatchObject([201, { ...asked, made: { name: 'Somebody', at: '2026-11-22T10:00:00.000Z' } }]);
    await rosa.post(`${at}/views`, { ...asked, name: 'An earlier name' });
    const names = (await ruth.get(`${at}/views`)).body.views.map(({ name }: { name: string }) => name);
    expect(names).toEqual(['An earlier name', 'Talking it over']);

    const elsewhere = await openCollection(house, { slug: 'elsewhere' });
    const there = `/collections/${elsewhere.id}`;
    const ifMatch = { 'if-match': `"${body.tag}"` };
    expect((await rosa.get(`${there}/views`)).body).toEqual({ views: [] });
    expect((await rosa.call('PUT', `${there}/views/${body.id}`, asked, ifMatch)).status).toBe(404);
    expect((await rosa.call('DELETE', `${there}/views/${body.id}`)).status).toBe(404);
    const others = [
      grant('owner'),
      grant('designer'),
      grant('reviewer'),
      grant('lead', null, 'midlands'),
      grant('researcher', elsewhere.id),
    ];
    for (const other of others) {
      const stranger = await designer(app, [other]);
      for (const path of ['views', 'notes']) expect([other.role, (await stranger.get(`${at}/${path}`)).status]).toEqual([other.role, 404]);
      expect((await stranger.post(`${at}/views`, asked)).status).toBe(404);
    }
  });

  it('keeps choices and settings, never words: what does not fit the collection is refused by its place', async () => {
    const { at, rosa } = await atWork();
    const faults = async (...query: [string, string][]) =>
      ((await rosa.post(`${at}/views`, { ...asked, query })).body.faults ?? []).map(({ path }: { path: string }) => path);
    expect(await faults(['waves', 'first'], ['waves', 'never'])).toEqual(['query.1']);
    expect(await faults(['on.region', 'midlands,atlantis'], ['on.decisions', '0.6~2'], ['plot', 'no-plot'])).toEqual([
      'query.0',
      'query.1',
      'query.2',
    ]);
    expect(await faults(['as', 'The pharmacist said so'])).toEqual(['query.0.1']);
    expect(await faults(['any', 'on.changes=zone:top|on.decisions=0.6~1'])).toEqual([]);
    expect((await rosa.post(`${at}/views`, { ...asked, name: '  ' })).body.faults).toMatchObject([{ path: 'name' }]);
  });

  it('is changed by whoever read its last state; the second is told who saved', async () => {
    const { at, rosa, ruth } = await atWork();
    const { body } = await rosa.post(`${at}/views`, asked);
    const change = (who: typeof rosa, tag: string, change: object) =>
      who.call('PUT', `${at}/views/${body.id}`, { ...asked, ...change }, { 'if-match': `"${tag}"` });
    const changed = await change(ruth, body.tag, { name: 'Talking' });
    expect([changed.status, changed.body.name, changed.body.tag === body.tag]).toEqual([200, 'Talking', false]);
    const late = await change(rosa, body.tag, { remark: 'Mine.' });
    expect([late.status, late.body.saved]).toEqual([412, { by: 'Somebody', at: '2026-11-22T10:00:00.000Z' }]);
    expect(late.body.detail).toContain('Somebody saved it on 22 November 2026 at 10:00 (UTC).');
    const both = await Promise.all([change(rosa, changed.body.tag, { name: 'A' }), change(ruth, changed.body.tag, { name: 'B' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const blind = await rosa.call('PUT', `${at}/views/${body.id}`, asked, {});
    expect([blind.status, blind.body.faults]).toEqual([
      422,
      [{ path: 'if-match', message: 'is missing: it takes the tag of the saved view in double quotes' }],
    ]);
  });

  it('has a name of its own among those that are there', async () => {
    const { at, rosa, ruth } = await atWork();
    const { body } = await rosa.post(`${at}/views`, asked);
    const again = (name: string) => ruth.post(`${at}/views`, { ...asked, name });
    const refused = await again('talking IT over');
    expect([refused.status, refused.body.type]).toEqual([409, 'urn:storyfield:problem:name-taken']);
    const other = (await again('Another')).body;
    const rename = (name: string) => ruth.call('PUT', `${at}/views/${other.id}`, { ...asked, name }, { 'if-match': `"${other.tag}"` });
    expect([(await rename(asked.name)).status, (await rename('another')).status]).toEqual([409, 200]);
    await rosa.call('DELETE', `${at}/views/${body.id}`);
    expect((await again(asked.name)).status).toBe(201);
    expect((await rosa.post(`${at}/views/${body.id}/restoration`)).status).toBe(409);
  });

  it('comes back after it was deleted, with its notes, for a week; both are in the audit', async () => {
    const { app, house, at, rosa, ruth, wait } = await atWork();
    const { body } = await rosa.post(`${at}/views`, asked);
    await ruth.post(`${at}/notes`, { signifier: null, view: body.id, query: [], text: 'Huddles.' });
    const all = async () => [(await rosa.get(`${at}/views`)).body.views.length, (await rosa.get(`${at}/notes`)).body.notes.length];
    const remove = () => ruth.call('DELETE', `${at}/views/${body.id}`);
    expect([(await remove()).status, (await remove()).status, await all()]).toEqual([200, 404, [0, 0]]);
    expect((await rosa.post(`${at}/notes`, { signifier: null, view: body.id, query: [], text: 'Late.' })).body.type).toBe(
      'urn:storyfield:problem:view-gone',
    );
    expect((await rosa.call('PUT', `${at}/views/${body.id}`, asked, { 'if-match': `"${body.tag}"` })).status).toBe(410);
    expect([(await rosa.post(`${at}/views/${body.id}/restoration`)).body.name, await all()]).toEqual([asked.name, [1, 1]]);
    await remove();
    wait(8 * 24);
    const late = await designer(app, [grant('researcher')]);
    const other = (await late.post(`${at}/views`, asked)).body.id;
    await late.call('DELETE', `${at}/views/${other}`);
    expect((await late.post(`${at}/views/${body.id}/restoration`)).status).toBe(404);
    expect(await house.database.db.selectFrom('notes').select('id').execute()).toEqual([]);
    const audit = await recorded(house);
    expect(audit.map(({ action }) => action)).toEqual(['view.delete', 'view.restore', 'view.delete', 'view.delete']);
    expect(JSON.stringify(audit)).not.toContain(asked.name);
  });

  it('holds what researchers read into a plot and who disagreed, newest last; each changes the own words alone', async () => {
    const { house, at, rosa, ruth, wait } = await atWork();
    const note = (who: typeof rosa, text: string) => who.post(`${at}/notes`, { signifier: 'changes', view: null, query, text });
    const first = (await note(rosa, 'Interaction means the corridor.')).body;
    wait(1);
    await note(ruth, 'Few were asked in winter.');
    const reply = (text: string, stance = 'disagrees') => ruth.post(`${at}/notes/${first.id}/replies`, { text, stance });
    expect((await reply(' ')).body.faults).toMatchObject([{ path: 'text' }]);
    const replied = await reply('In the East it is the committee.');
    expect([replied.status, replied.body.replies]).toMatchObject([201, [{ stance: 'disagrees', made: { name: 'Somebody' } }]]);
    const disagreement = replied.body.replies[0].id;
    expect((await ruth.post(`${at}/notes/${disagreement}/replies`, { text: 'So?', stance: 'agrees' })).status).toBe(409);

    expect((await ruth.put(`${at}/notes/${first.id}`, { text: 'No.' })).body.type).toBe('urn:storyfield:problem:not-yours');
    expect((await ruth.call('DELETE', `${at}/notes/${first.id}`)).status).toBe(403);
    await rosa.put(`${at}/notes/${first.id}`, { text: 'The corridor, mostly.' });
    const listed = async () => (await rosa.get(`${at}/notes`)).body.notes;
    expect(await listed()).toMatchObject([
      {
        text: 'The corridor, mostly.',
        signifier: 'changes',
        query,
        changed: '2026-11-22T11:00:00.000Z',
        replies: [{ stance: 'disagrees' }],
      },
      { text: 'Few were asked in winter.', changed: null, replies: [] },
    ]);
    expect((await note(rosa, 'x'.repeat(4001))).status).toBe(422);
    expect((await note(rosa, 'null \u0000 here')).status).toBe(422);
    expect((await rosa.post(`${at}/notes`, { signifier: 'no-plot', view: null, query: [], text: 'So.' })).body.faults).toMatchObject([
      { path: 'signifier' },
    ]);

    await rosa.call('DELETE', `${at}/notes/${first.id}`);
    expect((await listed())[0]).toMatchObject({ text: '', isTakenBack: true, replies: [{ text: 'In the East it is the committee.' }] });
    await ruth.call('DELETE', `${at}/notes/${disagreement}`);
    expect((await listed()).map(({ text }: { text: string }) => text)).toEqual(['Few were asked in winter.']);
    const audit = await recorded(house);
    expect(audit.map(({ action }) => action)).toEqual(['note.delete', 'note.delete']);
  });
});
