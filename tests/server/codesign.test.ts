import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { most } from '../../server/services/codesign.ts';
import { signifierPage } from '../../triads/framework/pages.ts';
import type { Answered } from '../../triads/pilot/answered.ts';
import { designer, publishDraft } from '../designing.ts';
import { grant, openCollection, signedIn } from '../fixtures.ts';
import { engines, testHouse } from '../houses.ts';
import { allBytes } from '../left-behind.ts';

/** A draft with a link to it, and a phone that has the link and no account. */
async function tried(engine: (typeof engines)[number]) {
  let at = new Date('2026-11-22T09:00:00Z');
  const test = await testHouse(engine, () => at);
  const design = await designer(test.app);
  const id = await design.begin();
  const { body: link } = await design.post(`/frameworks/${id}/codesign/links`, { label: 'Ward managers' });
  const phone = phoneWith(test.app, link.link.split('#')[1]);
  const { tag, document } = (await phone.draft()).body;
  const heard = async () => (await design.get(`/frameworks/${id}/codesign`)).body;
  const later = (moment: string) => {
    at = new Date(moment);
  };
  return { ...test, test, design, id, link, phone, tag, document, heard, later };
}

type App = Awaited<ReturnType<typeof testHouse>>['app'];

function phoneWith(app: App, code: string) {
  const call = async (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) => {
    const marks = { 'user-agent': 'Marker-Agent/7.25', 'x-forwarded-for': '198.51.100.23' };
    const request = { method, url: `/api/v1/try-out${url}`, headers: { ...marks, 'draft-code': code }, ...(payload && { payload }) };
    const response = await app.inject(request);
    return { status: response.statusCode, body: response.json() };
  };
  return {
    draft: () => call('GET', ''),
    answer: (body: object) => call('POST', '/answers', body),
    comment: (body: object) => call('POST', '/comments', body),
    takeBack: (id: string) => call('DELETE', `/comments/${id}`),
  };
}

type Phone = ReturnType<typeof phoneWith>;
type Draft = { signifiers: { key: string }[] };

const tryOutOn = (tag: string, { signifiers }: Draft, change: object = {}) => ({
  id: randomUUID(),
  document: tag,
  language: 'en-GB',
  answers: { changes: { top: 0.6, left: 0.3, right: 0.1, by: 'touch' }, decisions: { right: 0.7, by: 'choice' }, risk: { na: true } },
  order: signifiers.map(({ key }) => key),
  rotations: { changes: 2 },
  times: { changes: 12_345, decisions: 4000 },
  again: { changes: { top: 0.8, left: 0.1, right: 0.1, by: 'choice' } },
  ...change,
});

const commentOn = (tag: string, change: object = {}) => ({
  id: randomUUID(),
  document: tag,
  page: signifierPage('changes'),
  kind: 'unclear',
  text: '',
  language: 'en-GB',
  ...change,
});

async function answeredOf({ tryOuts }: App['house'], id: string, tag?: string): Promise<Answered[]> {
  const rows: Answered[] = [];
  for await (const page of tryOuts.pages(id, tag)) rows.push(...page);
  return rows;
}

const pathsOf = ({ body }: { body: { faults?: { path: string }[] } }) => body.faults?.map(({ path }) => path);

describe.each(engines)('a draft tried by people without an account on %s', (engine) => {
  it('is shown as it is, and takes answers and comments that its designer sees at their questions', async () => {
    const { phone, tag, document, heard, house, id } = await tried(engine);
    expect(document.signifiers.length).toBeGreaterThan(10);
    const tryOut = tryOutOn(tag, document);
    expect([(await phone.answer(tryOut)).status, (await phone.answer(tryOut)).status]).toEqual([200, 200]);
    await phone.answer(tryOutOn(tag, document, { times: { changes: 800 } }));
    const comment = commentOn(tag, { kind: 'words', text: 'Whose changes?' });
    expect([(await phone.comment(comment)).status, (await phone.comment(comment)).status]).toEqual([200, 200]);
    await phone.comment(commentOn(tag, { page: 'story', kind: 'not-for-me' }));

    const { tryOuts, times, comments, links } = await heard();
    expect([tryOuts, times]).toEqual([2, { changes: [800, 12_345], decisions: [4000] }]);
    expect(comments).toHaveLength(2);
    expect(comments[0]).toMatchObject({ id: comment.id, page: 'signifier changes', text: 'Whose changes?', version: 1, resolved: null });
    expect(comments[0].wording.split('\n').length).toBeGreaterThan(3);
    expect(links).toMatchObject([{ label: 'Ward managers', revoked: null, ends: '2026-12-06T09:00:00.000Z' }]);

    const rows = await answeredOf(house, id, tag);
    expect(rows).toHaveLength(2);
    const { id: _id, document: _document, language: _language, ...same } = tryOut;
    expect(rows.find(({ times }) => times?.decisions === 4000)).toEqual({ ...same, asked: new Set(tryOut.order) });
    expect(await answeredOf(house, id, 'another')).toEqual([]);
  });

  it('takes a try-out on the document that it began on, though the draft has changed since', async () => {
    const { phone, tag, document, design, id } = await tried(engine);
    const draft = await design.draft(id);
    const signifiers = draft.document.signifiers.filter(({ key }: { key: string }) => key !== 'changes');
    await design.save(id, draft.tag, { ...draft.document, signifiers });
    const now = (await phone.draft()).body;
    expect(now.tag).not.toBe(tag);
    expect((await phone.answer(tryOutOn(tag, document))).status).toBe(200);
    const wrong = await phone.answer(tryOutOn(now.tag, now.document));
    expect([wrong.status, pathsOf(wrong)]).toEqual([422, expect.arrayContaining(['answers.changes', 'times.changes'])]);
  });

  it('can be tried as soon as it is begun: without a question, or with one that has neither key nor words', async () => {
    const { app } = await testHouse(engine);
    const design = await designer(app);
    for (const signifiers of [[], [{ key: '', kind: 'choice', about: 'story', question: {}, short: {}, options: [], several: false }]]) {
      const id = await design.begin((draft) => Object.assign(draft, { signifiers }));
      const { body: link } = await design.post(`/frameworks/${id}/codesign/links`, { label: 'Early' });
      const phone = phoneWith(app, link.link.split('#')[1]);
      const { tag, document } = (await phone.draft()).body;
      expect(document.signifiers).toHaveLength(signifiers.length);
      const empty = { answers: {}, rotations: {}, times: {}, again: {} };
      expect((await phone.answer(tryOutOn(tag, document, empty))).body).toEqual({ stored: true });
      expect((await phone.comment(commentOn(tag, { page: 'story' }))).status).toBe(200);
    }
  });

  it('takes no words, no answer that it does not ask, and no second answer by the same means', async () => {
    const { phone, tag, document } = await tried(engine);
    const cases: [object, string][] = [
      [{ answers: { setting: { options: ['other'], other: 'marsupialhub' } } }, 'answers.setting.other'],
      [{ answers: { nowhere: { na: true } } }, 'answers.nowhere'],
      [{ story: { title: '', text: 'Words.' } }, 'story'],
      [{ again: { changes: { top: 0.6, left: 0.3, right: 0.1, by: 'touch' } } }, 'again.changes'],
      [{ again: { decisions: { right: 0.3, by: 'choice' } } }, 'again.decisions'],
      [{ order: ['changes'] }, 'order'],
      [{ times: { changes: -1 } }, 'times.changes'],
      [{ times: { changes: 1e9 } }, 'times.changes'],
      [{ language: 'xx' }, 'language'],
      [{ document: 'unknown' }, 'document'],
    ];
    for (const [change, path] of cases) {
      const answer = await phone.answer(tryOutOn(tag, document, change));
      expect([path, answer.status, pathsOf(answer)]).toEqual([path, 422, expect.arrayContaining([path])]);
    }
    for (const [change, path] of [
      [{ page: 'signifier nowhere' }, 'page'],
      [{ page: '__proto__' }, 'page'],
      [{ kind: 'rude' }, 'kind'],
      [{ kind: 'words', text: ' ' }, 'text'],
      [{ text: 'x'.repeat(1001) }, 'text'],
      [{ text: 'nul \0' }, 'text'],
      [{ document: 'unknown' }, 'document'],
    ] as const) {
      const answer = await phone.comment(commentOn(tag, change));
      expect([path, answer.status, pathsOf(answer)]).toEqual([path, 422, [path]]);
    }
  });

  it('leaves no words of a try-out, no address, agent or code of a revoked link, byte by byte', async () => {
    const { test, phone, tag, document, design, id, link, log } = await tried(engine);
    await phone.answer(tryOutOn(tag, document));
    await phone.answer(tryOutOn(tag, document, { answers: { setting: { options: ['other'], other: 'marsupialhub' } } }));
    const comment = commentOn(tag, { kind: 'words', text: 'zwischenruf quagmire' });
    await phone.comment(comment);
    expect(await allBytes(test)).toContain('zwischenruf quagmire');
    expect((await phone.takeBack(comment.id)).status).toBe(200);
    expect((await phone.takeBack(comment.id)).status).toBe(200);
    await design.post(`/frameworks/${id}/codesign/links/${link.id}/revocation`);
    await test.house.database.scrub();
    const kept = await allBytes(test);
    const code = link.link.split('#')[1];
    for (const secret of ['zwischenruf quagmire', 'marsupialhub', 'Marker-Agent', '198.51.100.23', code, code.replaceAll('-', '')]) {
      expect(kept).not.toContain(secret);
      expect(log.join('')).not.toContain(secret);
    }
  });

  it('ends: by time with a day of grace for what was begun, at once when revoked, and when the draft is published', async () => {
    const { phone, tag, document, later, design, id, link } = await tried(engine);
    const outcome = async (who: Phone) => [
      (await who.draft()).status,
      (await who.answer(tryOutOn(tag, document))).status,
      (await who.comment(commentOn(tag))).status,
    ];
    later('2026-12-06T10:00:00Z');
    expect(await outcome(phone)).toEqual([410, 200, 200]);
    later('2026-12-07T10:00:00Z');
    expect(await outcome(phone)).toEqual([410, 410, 410]);
    later('2026-11-22T12:00:00Z');
    await publishDraft(design, id);
    expect(await outcome(phone)).toEqual([410, 200, 200]);
    const revoked = await design.post(`/frameworks/${id}/codesign/links/${link.id}/revocation`);
    expect(revoked.body).toMatchObject({ link: null, revoked: '2026-11-22T12:00:00.000Z' });
    expect((await design.post(`/frameworks/${id}/codesign/links/${link.id}/revocation`)).status).toBe(409);
    expect((await design.get(`/frameworks/${id}/codesign/links/${link.id}/qr.svg`)).status).toBe(409);
    expect(await outcome(phone)).toEqual([410, 410, 410]);
    expect((await phone.draft()).body.type).toBe('urn:storyfield:problem:try-out-over');
  });

  it('takes so many by one link, and then no more; others are not held up', async () => {
    const { phone, tag, document, house, app, design, id, link, heard } = await tried(engine);
    const { db } = house.database;
    const taken = { try_outs_taken: most.tryOuts - 1, comments_taken: most.comments - 1 };
    await db.updateTable('draft_links').set(taken).where('id', '=', link.id).execute();
    const answers = await Promise.all([1, 2, 3].map(() => phone.answer(tryOutOn(tag, document))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
    const comments = await Promise.all([1, 2, 3].map(() => phone.comment(commentOn(tag))));
    expect(comments.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
    const { body: other } = await design.post(`/frameworks/${id}/codesign/links`, { label: 'Others', days: 1 });
    expect((await phoneWith(app, other.link.split('#')[1]).answer(tryOutOn(tag, document))).status).toBe(200);
    expect((await heard()).tryOuts).toBe(2);
  });

  it('lets a comment be resolved with a note and opened again, and keeps it at the version when the draft is published', async () => {
    const { phone, tag, design, id, heard } = await tried(engine);
    const comment = commentOn(tag);
    await phone.comment(comment);
    const at = `/frameworks/${id}/codesign/comments/${comment.id}`;
    const resolved = await design.put(at, { resolved: true, note: ' Said plainer now. ' });
    expect(resolved.body.resolved).toEqual({ by: 'Somebody', at: '2026-11-22T09:00:00.000Z', note: 'Said plainer now.' });
    expect((await design.put(at, { resolved: false })).body.resolved).toBeNull();
    expect((await design.put(`/frameworks/${id}/codesign/comments/${randomUUID()}`, { resolved: true })).status).toBe(404);
    await publishDraft(design, id);
    expect((await heard()).comments).toMatchObject([{ id: comment.id, version: 1 }]);
  });

  it('is no business of a designer who may not see the framework, nor of any other role', async () => {
    const { app, house, id, link, phone, tag } = await tried(engine);
    await phone.comment(commentOn(tag));
    const elsewhere = await openCollection(house, { slug: 'elsewhere' });
    const other = await designer(app, [grant('designer', elsewhere.id)]);
    const base = `/frameworks/${id}/codesign`;
    const calls = [
      other.get(base),
      other.post(`${base}/links`, { label: 'Mine' }),
      other.post(`${base}/links/${link.id}/revocation`),
      other.get(`${base}/links/${link.id}/qr.svg`),
      other.put(`${base}/comments/${randomUUID()}`, { resolved: true }),
    ];
    expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    const owner = await signedIn(app, [grant('owner'), grant('researcher')]);
    expect((await app.inject({ url: `/api/v1${base}`, headers: owner })).statusCode).toBe(404);
    for (const code of ['', 'no code', '0000-0000-0000']) expect([code, (await phoneWith(app, code).draft()).status]).toEqual([code, 404]);
  });

  it('keeps labels and comments as text, whatever stands in them', async () => {
    const { app, design, id, phone, tag, heard } = await tried(engine);
    const markup = '<img src=x onerror=alert(1)>&"\'';
    const { body } = await design.post(`/frameworks/${id}/codesign/links`, { label: markup });
    await phone.comment(commentOn(tag, { kind: 'words', text: markup }));
    const qr = await app.inject({ url: `/api/v1/frameworks/${id}/codesign/links/${body.id}/qr.svg`, headers: design.headers });
    expect(qr.headers['content-type']).toBe('image/svg+xml');
    expect(qr.body).not.toContain('<img');
    expect((await heard()).links.map(({ label }: { label: string }) => label)).toContain(markup);
    expect((await heard()).comments[0].text).toBe(markup);
    for (const label of ['', ' ', 'x'.repeat(101)])
      expect((await design.post(`/frameworks/${id}/codesign/links`, { label })).status).toBe(422);
  });

  it('is in no story, pattern, count, export or progress of a collection that asks its version', async () => {
    const { app, house, phone, tag, document, design, id } = await tried(engine);
    const versionId = await publishDraft(design, id);
    const collection = await openCollection(house);
    await house.database.db.updateTable('waves').set({ version_id: versionId }).where('collection_id', '=', collection.id).execute();
    const headers = await signedIn(app, [grant('researcher'), grant('lead'), grant('reviewer'), grant('designer'), grant('owner')]);
    const look = async () => {
      const urls = ['', '/patterns', '/stories', '/progress', '/reviews'].map((end) => `/api/v1/collections/${collection.id}${end}`);
      const answers = await Promise.all(urls.map((url) => app.inject({ url, headers })));
      return answers.map(({ statusCode, rawPayload }) => [statusCode, rawPayload.toString('latin1')]);
    };
    const before = await look();
    expect((await phone.answer(tryOutOn(tag, document))).status).toBe(200);
    await phone.comment(commentOn(tag, { kind: 'words', text: 'zwischenruf' }));
    expect(await look()).toEqual(before);
    expect(await house.listings.ids(collection.id)).toEqual([]);
  });

  it('goes with its framework when a first draft is discarded', async () => {
    const { house, phone, tag, document, design, id } = await tried(engine);
    await phone.answer(tryOutOn(tag, document));
    await phone.comment(commentOn(tag));
    expect((await design.discard(id, (await design.draft(id)).tag)).status).toBe(200);
    expect((await phone.draft()).status).toBe(404);
    const { db } = house.database;
    for (const table of ['draft_links', 'tried_documents', 'try_outs', 'draft_comments'] as const)
      expect([table, await db.selectFrom(table).selectAll().execute()]).toEqual([table, []]);
  });
});
