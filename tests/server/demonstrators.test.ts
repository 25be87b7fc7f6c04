import { describe, expect, it } from 'vitest';
import * as atHome from '../../migrations/2026-11-23-demonstrators-at-home.ts';
import { ccplFramework, demonstrationCollections } from '../../server/demonstration/collections.ts';
import { entriesOf } from '../../server/repositories/audit.ts';
import type { Collection } from '../../server/repositories/collections.ts';
import { grantsInWords } from '../../server/repositories/people.ts';
import { loadCollection, loadDemonstration } from '../../server/services/demonstration.ts';
import { designer } from '../designing.ts';
import { grant, openCollection } from '../fixtures.ts';
import { engines, type TestHouse, testHouse } from '../houses.ts';

const emails = { rosa: 'rosa@demonstration.invalid', len: 'len@demonstration.invalid' };
/** What shows stories, or what they say. */
const rosasPages = ['', '/patterns', '/summary', '/reviews', '/exports', '/views', '/notes', '/pilot'];
const lensPages = ['', '/patterns', '/stories', '/progress', '/weeks', '/exports', '/link'];

describe.each(engines)('the people of the demonstration on %s', (engine) => {
  /** The house with the demonstration, and what either of its people is answered on a collection's pages. */
  async function demonstrated() {
    const test = await testHouse(engine);
    await loadDemonstration(test.house);
    return { ...test, answersOf: (email: string) => answersTo(test, email) };
  }

  async function answersTo({ app, house }: TestHouse, email: string) {
    const person = await house.people.byEmail(email);
    const { token } = await app.sessions.signInByLink((await app.sessions.makeLink(person?.id ?? '')).secret);
    const headers = { authorization: `Bearer ${token}` };
    return async (collection: Pick<Collection, 'id'>, pages: string[]) => {
      const found = [];
      for (const page of pages) {
        const { statusCode } = await app.inject({ url: `/api/v1/collections/${collection.id}${page}`, headers });
        found.push([page, statusCode]);
      }
      return found;
    };
  }

  const all = (pages: string[], status: number) => pages.map((page) => [page, status]);

  it('see its collections, further ones of invented stories too, and nothing that a real one holds', async () => {
    const { app, house, answersOf } = await demonstrated();
    const pulse = demonstrationCollections[0];
    if (!pulse) throw new Error('the demonstration has no collection');
    const further = await loadCollection(house, { ...pulse, slug: 'further', stories: [] });
    const [first] = (await house.collections.all()).filter(({ slug }) => slug !== 'further');
    const versionId = first?.waves[0]?.versionId;
    const waves = [{ key: 'first', label: { 'en-GB': 'First' }, opens: null, closes: null, version: versionId }];
    const settings = { title: { 'en-GB': 'Real' }, languages: ['en-GB'], randomOrder: false, rotation: false, breakdowns: [], waves };
    const real = await (await designer(app)).post('/collections', { ...settings, slug: 'real', needsKey: false });
    expect(real.status).toBe(201);
    const [rosa, len] = [await answersOf(emails.rosa), await answersOf(emails.len)];
    for (const one of [first, further]) {
      expect(await rosa(one ?? further, rosasPages)).toEqual(all(rosasPages, 200));
      expect(await len(one ?? further, lensPages)).toEqual(all(lensPages, 200));
    }
    expect(await len(real.body, lensPages)).toEqual(all(lensPages, 404));
    // A designer of all: its name, its settings and its pilot, which says no small number; no page that shows a story.
    const designers = ['', '/pilot'];
    const others = rosasPages.filter((page) => !designers.includes(page));
    expect(await rosa(real.body, others)).toEqual(all(others, 404));
  });

  it('see what their own designer makes', async () => {
    const { house, answersOf } = await demonstrated();
    const rosa = await house.people.byEmail(emails.rosa);
    const { waves } = (await house.collections.all())[0] ?? { waves: [] };
    const made = await house.gathering.make(
      { personId: rosa?.id ?? '', grants: [grant('designer')] },
      {
        slug: 'tried',
        title: { 'en-GB': 'Tried' },
        languages: ccplFramework.languages.slice(0, 1),
        randomOrder: false,
        rotation: false,
        breakdowns: [],
        needsKey: false,
        waves: [{ key: 'first', label: { 'en-GB': 'First' }, opens: null, closes: null, version: waves[0]?.versionId ?? '' }],
      },
    );
    expect(await (await answersOf(emails.rosa))(made, rosasPages)).toEqual(all(rosasPages, 200));
    // Whoever looks through the audit finds what they may do, and by whom they were let do it.
    for (const [email, further, by] of [
      [emails.rosa, ['researcher', 'reviewer'], rosa?.name],
      [emails.len, ['lead'], rosa?.name],
    ] as const) {
      const { id = '', grants = [] } = (await house.people.byEmail(email)) ?? {};
      const entries = (await entriesOf(house.database.db, 'person.', [id])).filter(({ action }) => action !== 'person.link');
      expect(entries.map(({ action, name }) => [action, name])).toEqual([
        ['person.add', null],
        ['person.change', by],
      ]);
      const [added, changed] = entries.map(({ details }) => details);
      expect(changed).toEqual({ before: added?.after, after: grantsInWords(grants) });
      for (const role of further)
        expect([`${changed?.before}`, `${changed?.after}`].map((words) => words.includes(`${role} of ${made.id}`))).toEqual([false, true]);
    }
  });

  it('lose at the next start what reached beyond it, where they came before that was so', async () => {
    const { house, answersOf } = await demonstrated();
    const { db } = house.database;
    const before = await house.people.byEmail(emails.rosa);
    const kept = async () => ((await house.people.byEmail(emails.rosa))?.grants ?? []).map((held) => JSON.stringify(held)).sort();
    const now = await kept();
    await db.deleteFrom('grants').where('role', 'in', ['researcher', 'reviewer']).execute();
    for (const role of ['researcher', 'reviewer'] as const) {
      await db
        .insertInto('grants')
        .values({ id: role, person_id: before?.id ?? '', role, collection_id: null, region: null })
        .execute();
    }
    const ruth = await house.people.insert({
      name: 'Ruth',
      email: 'ruth@example.org',
      grants: [grant('researcher')],
      demonstration: false,
    });
    const real = await openCollection(house, { slug: 'real', invented: false });
    expect(await (await answersOf(emails.rosa))(real, ['/patterns'])).toEqual([['/patterns', 200]]);
    await atHome.up(db);
    expect(await (await answersOf(emails.rosa))(real, ['/patterns'])).toEqual([['/patterns', 404]]);
    expect(await kept()).toEqual(now);
    expect((await house.people.byId(ruth.id))?.grants).toEqual([grant('researcher')]);
  });
});
