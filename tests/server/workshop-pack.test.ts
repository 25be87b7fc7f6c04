import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ExportEntry } from '../../server/contract/exports.ts';
import type { SharedPattern } from '../../server/contract/shared-out.ts';
import { grant, newSubmission, openCollection, post, signedIn, someAnswers, submit } from '../fixtures.ts';
import { testFolder, testHouse } from '../houses.ts';

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** A collection with 20 stories of the Midlands, three of them placed elsewhere than the others, and 9 of London; the first 12 are released. */
async function opened() {
  const { app, house } = await testHouse('sqlite');
  const collection = await openCollection(house);
  const elsewhere = { top: 0.05, left: 0.05, right: 0.9, by: 'touch' as const };
  for (let nth = 0; nth < 29; nth += 1) {
    const [region, changes] = [nth < 20 ? 'midlands' : 'london', nth % 7 === 6 ? elsewhere : someAnswers.changes];
    const answers = {
      ...someAnswers,
      ...(changes && { changes }),
      region: { options: [region] },
      role: { options: ['programme-manager'] },
    };
    const story = { title: `Title ${nth}`, text: `Story number ${nth}, as its participant wrote it.` };
    expect((await submit(app, 'test', newSubmission(collection, { answers, story }))).statusCode).toBe(201);
  }
  const { db } = house.database;
  const told = await db.selectFrom('texts').select(['story_id', 'words']).execute();
  for (const { story_id: id, words } of told) {
    const { title } = JSON.parse(words) as { title: string };
    if (Number(title.slice(6)) >= 12) continue;
    await db.updateTable('stories').set({ release: 'released' }).where('id', '=', id).execute();
    const released = JSON.stringify({ title, text: `Released words of ${title}.`, answers: {} });
    await db.insertInto('texts').values({ story_id: id, revision: 'released', words: released }).execute();
  }
  /** The text of the pack that a lead takes out, as another reader finds it. */
  async function pack(region: string | null) {
    const lead = await signedIn(app, [grant('lead', null, region)]);
    const asked = { purpose: 'workshop', format: 'workshop-pack' };
    const path = `/collections/${collection.id}/exports`;
    const entry = (await post(app, path, asked, lead)).json<ExportEntry>();
    const bytes = (await app.inject({ url: `/api/v1${path}/${entry.id}/file`, headers: lead })).rawPayload;
    const file = join(testFolder(), 'pack.pdf');
    writeFileSync(file, bytes);
    const run = (command: string, ...args: string[]) => spawnSync(command, args).stdout.toString();
    return {
      number: entry.number,
      text: plain(run('pdftotext', '-raw', file, '-')),
      pages: run('pdftotext', '-layout', file, '-').split('\f').map(plain),
      fonts: run('pdffonts', file).trim().split('\n').slice(2),
    };
  }
  return { app, house, collection, pack };
}

it.skipIf(!hasPoppler)(
  'a workshop pack holds notes, blank figures, the region’s patterns, its stories and where it comes from',
  async () => {
    const { house, collection, pack } = await opened();
    const { number, text, pages, fonts } = await pack('midlands');
    const { signifiers } = (await house.collections.version(collection.waves[0]?.versionId ?? '')).framework;
    for (const said of [
      'Workshop pack',
      'Midlands',
      number,
      'Facilitator’s notes',
      'Ground rules to read out',
      'Guess first',
      'About this pack',
    ])
      expect([said, text.includes(said)]).toEqual([said, true]);
    for (const signifier of signifiers.filter(({ kind, about }) => kind === 'triad' && about === 'story')) {
      const question = plain(signifier.question['en-GB'] ?? '');
      // Once to draw on, once as a pattern.
      expect([question, text.split(question).length - 1]).toEqual([question, 2]);
      if (signifier.kind === 'triad')
        for (const { 'en-GB': corner = '' } of Object.values(signifier.corners)) expect(text).toContain(corner.split(' ')[0]);
    }
    expect(text).toContain('Midlands: 20 placed · 0 n/a · 0 skipped');
    expect(text).toContain('<5');
    expect(text).toMatch(/Rule ?In the patterns a count from 1 to 4 is not said.* is exact\./);
    expect(text).toContain('The whole collection: 0 placed · 0 n/a · 29 skipped Nobody placed a story here.');

    const stories = [...text.matchAll(/Released words of Title (\d+)\./g)].map(([, nth]) => Number(nth));
    expect(stories.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, nth) => nth));
    expect(new Set([...text.matchAll(/Title \d+\. Story (\w{4}-\w{4})/g)].map(([, number]) => number)).size).toBe(12);
    expect(text).not.toContain('as its participant wrote it');
    expect(text).not.toMatch(/programme manager/i);

    const [cover = ''] = pages;
    for (const title of ['Facilitator’s notes', 'Blank figures to draw on', 'The patterns', 'Stories to read']) {
      const begins = Number(cover.slice(cover.indexOf(title) + title.length).match(/\d+/)?.[0]);
      expect([title, pages[begins - 1]?.startsWith(title)]).toEqual([title, true]);
    }
    for (const font of fonts) expect([font, /\byes yes yes\b/.test(font)]).toEqual([font, true]);
  },
);

it.skipIf(!hasPoppler)(
  'every number of a pack’s patterns is one of the step that leads were shown last, which the attacker is told too',
  async () => {
    const { app, collection, pack } = await opened();
    const lead = await signedIn(app, [grant('lead', null, 'midlands')]);
    const patterns = async () =>
      (await app.inject({ url: `/api/v1/collections/${collection.id}/patterns`, headers: lead })).json<SharedPattern>();
    const { signifiers, step } = await patterns();
    await submit(app, 'test', newSubmission(collection, { answers: { ...someAnswers, changes: { na: true } } }));
    const { text } = await pack('midlands');
    expect((await patterns()).step).toBe(step);
    const told = [...text.matchAll(/(\d+) (?:placed|answered) · (\d+) n\/a · (\d+) skipped/g)].map((found) => found.slice(1).map(Number));
    const shown = signifiers.map(({ own, whole }) => {
      const { placed, na, skipped } = (own?.cells.some((cells) => cells !== null) ? own : whole).states;
      return [placed, na, skipped];
    });
    expect(told).toEqual(shown);
  },
);

it.skipIf(!hasPoppler)('where too few are placed in a region, the whole collection stands in, and the pack says so', async () => {
  const { pack } = await opened();
  expect((await pack('north-west')).text).toMatch(
    /Patterns of the whole collection, 29 stories: fewer than 5 stories of North West are placed/,
  );
  expect((await pack(null)).text).toContain('this pack was made for all regions');
});
