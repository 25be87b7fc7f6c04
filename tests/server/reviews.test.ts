import { describe, expect, it } from 'vitest';
import type { Review } from '../../server/contract/reviews.ts';
import type { Collection } from '../../server/repositories/collections.ts';
import type { App } from '../../server/routes/door.ts';
import type { Answers } from '../../triads/answers/answer.ts';
import type { Scope } from '../../triads/framework/scopes.ts';
import { grant, newSubmission, openCollection, post, signedIn, submit } from '../fixtures.ts';
import { engines, type TestHouse, testHouse } from '../houses.ts';
import { allBytes } from '../left-behind.ts';

const day = 86_400_000;
const plain = 'We met at the board and decided together.';

interface Telling {
  text: string;
  sharing: Scope[];
  about?: Record<string, string>;
  region?: string;
}

async function tell(app: App, collection: Collection, { text, sharing, about = {}, region = 'midlands' }: Telling) {
  const chosen = { ...about, region };
  const answers: Answers = Object.fromEntries(Object.entries(chosen).map(([key, option]) => [key, { options: [option] }]));
  const sent = newSubmission(collection, { story: { title: '', text }, answers, consent: ['patterns', 'read', ...sharing] });
  expect((await submit(app, collection.slug, sent)).statusCode).toBe(201);
  return sent;
}

/** A collection with reviewers who call it by name. */
async function office(engine: (typeof engines)[number], now?: () => Date) {
  const test: TestHouse = await testHouse(engine, now);
  const { app, house } = test;
  const collection = await openCollection(house);
  const at = `/collections/${collection.id}`;
  const [ada, ben] = [await signedIn(app, [grant('reviewer')]), await signedIn(app, [grant('reviewer')])];
  const get = async (url: string, as = ada) => (await app.inject({ url: `/api/v1${at}${url}`, headers: as })).json();
  const review = async (state = 'waiting', as = ada) => (await get(`/reviews?state=${state}`, as)).reviews[0];
  const decide = (story: { id: string; tag: string }, decision: object, as = ada) =>
    post(app, `${at}/reviews/${story.id}`, { tag: story.tag, ...decision }, as);
  const consent = (sent: Awaited<ReturnType<typeof tell>>, scopes: Scope[], more = {}) => {
    const { version, language } = sent.body;
    return post(app, '/receipt/consent', { receipt: sent.receipt, version, language, consent: scopes, ...more });
  };
  return { ...test, collection, at, ada, ben, get, review, decide, consent };
}

describe.each(engines)('the release queue on %s', (engine) => {
  it('shows the most exposed story first, and why, page by page', async () => {
    const { app, collection, get, review, decide } = await office(engine);
    const tellings: Telling[] = [
      { text: plain, sharing: ['workshop-own'] },
      { text: plain, sharing: ['publish'] },
      { text: 'Dr Okafor rang me on 07700 900123.', sharing: ['workshop-own'] },
      { text: 'Dr Okafor rang me on 07700 900123.', sharing: ['publish'] },
    ];
    for (let more = 0; more < 50; more += 1) tellings.push({ text: plain, sharing: ['workshop-own'], about: { role: 'senior-clinician' } });
    await Promise.all(tellings.map((telling) => tell(app, collection, telling)));
    const first = await get('/reviews');
    expect([first.reviews.length, first.stories, first.unlooked, first.counts.waiting]).toEqual([50, 54, 0, 54]);
    const [top, second, third] = first.reviews;
    expect([top.scopes, top.exposure.tally]).toMatchObject([
      ['patterns', 'read', 'publish'],
      { person: { likely: 1 }, phone: { likely: 1 } },
    ]);
    expect([second.words.text, third.scopes]).toMatchObject([tellings[2]?.text, ['patterns', 'read', 'publish']]);
    const scores = first.reviews.map(({ exposure }: { exposure: { score: number } }) => exposure.score);
    expect(scores).toEqual(scores.toSorted((a: number, b: number) => b - a));
    expect(top.finds.text.map(({ start, end }: { start: number; end: number }) => top.words.text.slice(start, end))).toEqual([
      'Dr Okafor',
      '07700 900123',
    ]);

    // A story that is decided meanwhile does not move the next page.
    await decide(first.reviews[49], { decision: 'hold', reason: 'Later.' });
    const rest = await get(`/reviews?after=${first.next}`);
    const ids = [...first.reviews, ...rest.reviews].map(({ id }: { id: string }) => id);
    expect([rest.reviews.length, rest.next, new Set(ids).size]).toEqual([4, null, 54]);
    expect((await review('held')).history).toMatchObject([{ decision: 'hold', by: 'Somebody', reason: 'Later.' }]);
  });

  it('says which answers about the participant are rare, and how many stories share those that may be printed', async () => {
    const { app, collection, get } = await office(engine);
    for (let more = 0; more < 5; more += 1) {
      await tell(app, collection, { text: plain, sharing: [], about: { role: 'senior-clinician', age: 'age-45-54' } });
      await tell(app, collection, { text: plain, sharing: [], about: { role: 'other', age: 'age-55-64' } });
    }
    await tell(app, collection, { text: plain, sharing: ['publish'], about: { role: 'other', age: 'age-45-54', sex: 'prefer-not' } });
    const { reviews, stories } = await get('/reviews');
    expect(stories).toBe(11);
    expect(reviews[0].about).toContainEqual({ signifier: 'role', options: ['other'] });
    const pair = [
      { signifier: 'role', option: 'other' },
      { signifier: 'age', option: 'age-45-54' },
    ];
    expect(reviews[0].rare).toHaveLength(1);
    expect(reviews[0].rare[0].stories).toBe(1);
    expect(reviews[0].rare[0].facts).toEqual(expect.arrayContaining(pair));
    const alike = (keys: string) => get(`/reviews/${reviews[0].id}/alike?keys=${keys}`);
    expect([await alike('role'), await alike('role,age'), await alike('')]).toEqual([{ stories: 6 }, { stories: 1 }, { stories: 11 }]);
    const london = await signedIn(app, [grant('reviewer', collection.id, 'london')]);
    expect(await get(`/reviews/${reviews[0].id}/alike?keys=role`, london)).toMatchObject({ status: 404 });
  });

  it('keeps which answers may stand beside the words with the release, and lets no other be approved', async () => {
    const { app, house, collection, review, decide } = await office(engine);
    await tell(app, collection, { text: plain, sharing: ['workshop-own'], about: { role: 'other' } });
    const story = await review();
    const release = (approved: string[]) => decide(story, { decision: 'release', words: story.words, approved });
    for (const strange of ['feeling', 'age', 'nothing']) expect((await release([strange])).statusCode).toBe(422);
    expect((await release(['role'])).json()).toMatchObject({ state: 'released', approved: ['role'] });
    const [read] = await house.reviewQueue.reviews({ collection, region: null, personId: '' }, [story.id]);
    expect(read?.approved).toEqual(['role']);
    const entry = await house.database.db.selectFrom('audit').select('details').where('action', '=', 'review.release').executeTakeFirst();
    expect(JSON.parse(entry?.details ?? '')).toEqual({ approved: 'role', alike: 1 });
  });

  it('hands what one reviewer left on to the next, who must be somebody else where a second was asked', async () => {
    const { app, collection, review, decide, ben } = await office(engine);
    await tell(app, collection, { text: plain, sharing: ['publish'] });
    const story = await review();
    const left = { title: '', text: 'We met [somewhere] and decided.', answers: {} };
    expect((await decide(story, { decision: 'second', reason: 'I know this ward.', words: left })).json().proposed).toEqual(left);
    const asked = await review('second');
    expect([asked.proposed, asked.mayRelease]).toEqual([left, false]);
    const held = (await decide(asked, { decision: 'hold', reason: 'On second thoughts.' })).json();
    const areMine = ({ history }: Review) => history.map(({ mine }) => mine);
    expect([areMine(held), areMine(await review('held', ben))]).toEqual([
      [true, true],
      [false, false],
    ]);
    expect((await decide(held, { decision: 'release', words: left })).statusCode).toBe(409);
    expect((await decide(story, { decision: 'release', words: left }, ben)).statusCode).toBe(412);
    const released = (await decide(held, { decision: 'release', words: left }, ben)).json();
    expect([released.state, released.released, released.proposed]).toEqual(['released', left, null]);
  });

  it('takes a release back with a reason: the words are proposed again, and exports made before are to be recalled', async () => {
    const { app, at, collection, review, decide, get } = await office(engine);
    const sent = await tell(app, collection, { text: `${plain} Dr Okafor was there.`, sharing: ['workshop-own'] });
    const story = await review();
    const words = { title: '', text: `${plain} [A colleague] was there.`, answers: {} };
    await decide(story, { decision: 'release', words });
    const lead = await signedIn(app, [grant('lead', collection.id, 'midlands')]);
    expect((await post(app, `${at}/exports`, { purpose: 'workshop', format: 'csv' }, lead)).statusCode).toBe(201);
    const released = await review('released');
    expect(released.exports).toBe(1);
    expect((await decide(released, { decision: 'take-back' })).statusCode).toBe(422);
    expect((await decide(released, { decision: 'take-back', reason: '  ' })).statusCode).toBe(422);
    const back = (await decide(released, { decision: 'take-back', reason: 'The day can be told.' })).json();
    expect(back).toMatchObject({ state: 'waiting', released: null, proposed: words, approved: [], takenOutUntil: null });
    expect(back.history.at(-1)).toMatchObject({ decision: 'take-back', reason: 'The day can be told.' });
    expect((await get('/exports', lead)).exports).toMatchObject([{ stories: 1, recalled: 1 }]);
    expect((await post(app, '/receipt/open', { receipt: sent.receipt })).json()).toMatchObject({ released: null, release: 'waiting' });
  });

  it('deletes what was taken out when its time is over, for good; the participant sees what was released', async () => {
    let now = new Date('2026-11-02T12:00:00Z');
    const test = await office(engine, () => now);
    const { app, house, at, collection, review, decide } = test;
    const owner = await signedIn(app, [grant('owner')]);
    const rule = { textsWeeks: null, storiesWeeks: null, takenOutDays: 7, exportDays: 14 };
    for (const takenOutDays of [0, 366]) {
      const answer = await app.inject({ method: 'PUT', url: `/api/v1${at}/retention`, payload: { ...rule, takenOutDays }, headers: owner });
      expect(answer.statusCode).toBe(422);
    }
    await app.inject({ method: 'PUT', url: `/api/v1${at}/retention`, payload: rule, headers: owner });
    const sent = await tell(app, collection, { text: 'The zwischenruf quagmire on Ward 7.', sharing: ['publish'] });
    const words = { title: '', text: 'The [something] on [a ward].', answers: {} };
    expect((await decide(await review(), { decision: 'release', words })).json().takenOutUntil).toBe('2026-11-09T12:00:00.000Z');
    now = new Date(now.getTime() + 6 * day);
    expect(await house.retention.retain()).toMatchObject({ takenOut: 0 });
    expect(await allBytes(test)).toContain('zwischenruf quagmire');

    // Taken back and released anew, it is kept for as long again.
    const cy = await signedIn(app, [grant('reviewer')]);
    await decide(await review('released', cy), { decision: 'take-back', reason: 'Once more.' }, cy);
    await decide(await review('waiting', cy), { decision: 'release', words }, cy);
    now = new Date(now.getTime() + 6 * day);
    expect(await house.retention.retain()).toMatchObject({ takenOut: 0 });
    now = new Date(now.getTime() + 2 * day);
    expect(await house.retention.retain()).toMatchObject({ takenOut: 1 });
    expect(await house.retention.retain()).toMatchObject({ takenOut: 0 });
    expect(await allBytes(test)).not.toContain('zwischenruf');
    const di = await signedIn(app, [grant('reviewer')]);
    expect(await review('released', di)).toMatchObject({ words, released: words, takenOutUntil: null });
    expect((await post(app, '/receipt/open', { receipt: sent.receipt })).json()).toMatchObject({ words, released: words });
    const audit = await house.database.db.selectFrom('audit').selectAll().where('action', '=', 'retention.taken-out').execute();
    expect(audit).toMatchObject([{ details: '{"stories":1,"days":7}' }]);
  });
});

describe.each(engines)('escalating on %s', (engine) => {
  const escalate = { decision: 'escalate', kind: 'safeguarding', reason: 'A child is at risk.' };

  it('keeps a list of what was done and by whom, until somebody closes it or hands the story back', async () => {
    const { app, at, collection, review, decide, get, ada, ben } = await office(engine);
    await tell(app, collection, { text: plain, sharing: ['publish'] });
    const step = (id: string, body: object, as = ada) => post(app, `${at}/escalations/${id}`, body, as);
    const escalated = (await decide(await review(), escalate)).json();
    expect((await decide(escalated, { decision: 'release', words: escalated.words })).statusCode).toBe(409);
    const [{ id }] = (await get('/escalations')).escalations;
    expect((await step(id, { step: 'note', text: 'Rang the safeguarding lead.' }, ben)).json().entries).toMatchObject([
      { text: 'A child is at risk.' },
      { text: 'Rang the safeguarding lead.' },
    ]);
    expect((await step(id, { step: 'close', text: ' ' })).statusCode).toBe(422);
    expect((await step(id, { step: 'hand-back', text: 'They knew.' })).json()).toMatchObject({
      outcome: 'handed-back',
      review: { state: 'waiting' },
    });
    expect((await step(id, { step: 'note', text: 'Too late.' })).statusCode).toBe(409);

    await decide(await review(), { ...escalate, kind: 'patient' });
    const { escalations } = await get('/escalations');
    expect(escalations.map(({ outcome }: { outcome: string | null }) => outcome)).toEqual([null, 'handed-back']);
    expect((await step(escalations[0].id, { step: 'close', text: 'Never to be shared.' })).json().review.state).toBe('held');
    const history = (await review('held')).history.map(({ decision }: { decision: string }) => decision);
    expect(history).toEqual(['escalate', 'escalation-handed-back', 'escalate', 'escalation-closed']);
    const london = await signedIn(app, [grant('reviewer', collection.id, 'london')]);
    expect([(await get('/escalations', london)).escalations, (await step(id, { step: 'note', text: 'x' }, london)).statusCode]).toEqual([
      [],
      404,
    ]);
  });

  it('outlives the story, but not its words', async () => {
    const test = await office(engine);
    const { app, at, collection, review, decide, get, ada } = test;
    const sent = await tell(app, collection, { text: 'zwischenruf quagmire', sharing: ['publish'] });
    await decide(await review(), escalate);
    await post(app, '/receipt/withdraw', { receipt: sent.receipt });
    const [left] = (await get('/escalations')).escalations;
    expect(left).toMatchObject({ review: null, outcome: null, entries: [{ text: 'A child is at risk.' }] });
    expect((await post(app, `${at}/escalations/${left.id}`, { step: 'close', text: 'Done.' }, ada)).json()).toMatchObject({
      outcome: 'closed',
    });
    expect(await allBytes(test)).not.toContain('zwischenruf');
  });
});

describe.each(engines)('races over one story on %s', (engine) => {
  it('of two reviewers leave the work of one, and tell the other', async () => {
    const { app, collection, review, decide, ada, ben } = await office(engine);
    await tell(app, collection, { text: plain, sharing: ['publish'] });
    const story = await review();
    const words = (text: string) => ({ title: '', text, answers: {} });
    const answers = await Promise.all([
      decide(story, { decision: 'release', words: words('of Ada') }, ada),
      decide(story, { decision: 'release', words: words('of Ben') }, ben),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
    const winner = answers.find(({ statusCode }) => statusCode === 200)?.json();
    expect((await review('released')).released).toEqual(winner.released);
    // What one left for the next makes an older page stale, too.
    const back = (await decide(winner, { decision: 'take-back', reason: 'Again.' })).json();
    expect((await decide(back, { decision: 'hold', reason: 'Names.', words: words('half done') }, ben)).statusCode).toBe(200);
    expect((await decide(back, { decision: 'release', words: words('of Ada') }, ada)).statusCode).toBe(412);
    expect((await review('held')).proposed).toEqual(words('half done'));
  });

  it('with the participant leave no word behind', async () => {
    const test = await office(engine);
    const { app, collection, review, decide, consent } = test;
    const sent = await tell(app, collection, { text: 'zwischenruf quagmire', sharing: ['publish', 'workshop-own'] });
    const story = await review();
    const words = { title: '', text: 'zwischenruf, mended', answers: {} };
    await decide(story, { decision: 'hold', reason: 'Names.', words });
    const held = await review('held');
    // A scope less is no other story; the last one takes what reviewers made of it.
    await consent(sent, ['patterns', 'read', 'publish']);
    expect((await decide(held, { decision: 'release', words, approved: ['region'] })).statusCode).toBe(200);
    await consent(sent, ['patterns', 'read']);
    expect((await decide(held, { decision: 'hold', reason: 'x' })).statusCode).toBe(404);
    await consent(sent, ['patterns', 'read', 'publish']);
    expect(await review()).toMatchObject({ proposed: null, released: null, approved: [] });
    const [decided, withdrawn] = await Promise.all([
      decide(await review(), { decision: 'release', words }),
      post(app, '/receipt/withdraw', { receipt: sent.receipt }),
    ]);
    expect([[200, 404].includes(decided.statusCode), withdrawn.statusCode]).toEqual([true, 200]);
    expect(await allBytes(test)).not.toContain('zwischenruf');
    for (const table of ['texts', 'releases'] as const)
      expect(await test.house.database.db.selectFrom(table).selectAll().execute()).toEqual([]);
  });
});
