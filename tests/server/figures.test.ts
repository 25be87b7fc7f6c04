import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { panelsOf } from '../../triads/figures/from-columns/panels.ts';
import { platesOf } from '../../triads/figures/page.ts';
import type { Plate } from '../../triads/figures/plate.ts';
import { grant, signedIn } from '../fixtures.ts';
import { testFolder, testHouse } from '../houses.ts';
import { drawnColumns, drawnFrom } from '../triads/columns-drawn.ts';

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

/** The pages of a figure of a triad, of random stories. */
function pagesOf(view: string, stories: number, title: string): Plate[] {
  const { signifiers } = ccplFramework;
  const columns = drawnColumns(signifiers, stories, drawnFrom(5), { weeks: ['2026-W01'], waves: ['spring'], onLines: 0 });
  const triad = signifiers.find(({ kind }) => kind === 'triad');
  const rows = Uint32Array.from({ length: stories }, (_, row) => row);
  const asked = { view, language: 'en-GB', rows, chosen: null, before: null, groups: [], isOverlaid: false };
  const found = triad && panelsOf(triad, columns, asked);
  const said = { selection: 'Midlands · Autumn', saved: 'Nurses in autumn', source: 'Storyfield · CCPL pulse · 400 stories' };
  const parts = {
    head: 'Zones',
    groups: [{ key: 'all', words: '', base: 'of 320 placed' }],
    rows: [{ words: 'communication styles', counts: [61], of: [320] }],
  };
  const more = { view: 'Bins', date: '22 November 2026', isInvented: true, language: 'en-GB', threshold: 5 };
  return platesOf(
    { title, panels: found?.panels ?? [], key: [], notes: found?.notes ?? [], parts, ...said, ...more },
    (text) => text.length * 0.56,
  );
}

async function asking() {
  const { app } = await testHouse('sqlite');
  const headers = await signedIn(app, [grant('researcher')]);
  const ask = (kind: string, payload: object) => app.inject({ method: 'POST', url: `/api/v1/figures/${kind}`, headers, payload });
  return { app, ask };
}

it('a figure is a tagged A4 page on its side, and is not kept anywhere on the way', async () => {
  const { app, ask } = await asking();
  const response = await ask('pdf', { pages: pagesOf('bins', 400, 'Decisions were made…') });
  expect(response.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
  const pdf = response.rawPayload.toString('latin1');
  for (const sign of ['%PDF-1.7', '/MediaBox [0 0 841.89 595.28]', '/StructTreeRoot', '/S /Figure']) expect(pdf).toContain(sign);
  expect((await app.inject({ method: 'POST', url: '/api/v1/figures/pdf', payload: { pages: [] } })).statusCode).toBe(401);
});

it.skipIf(!hasPoppler)(
  'pdftotext reads its title, labels, numbers, selection, source and day (skipped without poppler-utils)',
  async () => {
    const { ask } = await asking();
    const file = join(testFolder(), 'figure.pdf');
    // Letters of other scripts too: their fonts are there for story cards.
    const pages = [...pagesOf('bins', 400, 'Decisions were made… 決定'), ...pagesOf('zones', 400, 'And again')];
    writeFileSync(file, (await ask('pdf', { pages })).rawPayload);
    const { stdout: text } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    const said = [
      'Decisions were made… 決定',
      'And again',
      'communication styles',
      'ways of working',
      'where information comes from',
      '61',
    ];
    for (const words of [...said, 'Midlands · Autumn', 'Nurses in autumn', 'CCPL pulse', 'Invented data', '22 November 2026', 'n/a'])
      expect(text).toContain(words);
  },
);

it('100,000 points are a PDF of less than two megabytes', async () => {
  const { ask } = await asking();
  const pages = pagesOf('points', 100_000, 'Points');
  const response = await ask('pdf', { pages });
  expect([response.statusCode, response.rawPayload.length < 2_000_000]).toEqual([200, true]);
});

it('what is no plate is refused, and a path holds no more than a path', async () => {
  const { ask } = await asking();
  const [plate] = pagesOf('bins', 10, 'Small');
  const path = { kind: 'path', d: 'M0,0L1,1"/><script>', fill: '#123456' };
  for (const pages of [
    [],
    [{ ...plate, width: 10 }],
    [{ ...plate, marks: [path] }],
    [{ ...plate, marks: [{ ...path, d: 'M0,0', fill: 'url(#x)' }] }],
  ])
    expect((await ask('pdf', { pages })).statusCode).toBe(422);
  const faults = async (kind: string, body: object) => (await ask(kind, body)).json().faults;
  expect(await faults('pdf', {})).toEqual([{ path: 'pages', message: 'is missing' }]);
  expect(await faults('pdf', { pages: [] })).toEqual([{ path: 'pages', message: 'is empty' }]);
  expect(await faults('pdf', { pages: [{ ...plate, title: 7, width: 10 }] })).toEqual([
    { path: 'pages.0.width', message: 'should be 1123' },
    { path: 'pages.0.title', message: 'should be a text' },
  ]);
  expect(await faults('csv', { columns: ['a', 'b'], rows: [[1, 2], [3]] })).toEqual([
    { path: 'rows.1', message: 'should have 2 values, one a column, and has 1' },
  ]);
});

it('data are CSV that no spreadsheet runs, with numbers as numbers', async () => {
  const { ask } = await asking();
  const response = await ask('csv', {
    columns: ['option_label', 'difference'],
    rows: [
      ['=1+1', -0.05],
      ['A, or “B"', 3],
      ['<5', 'not shown'],
    ],
  });
  expect(response.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' });
  expect(response.body).toBe('\uFEFFoption_label,difference\r\n"\'=1+1",-0.05\r\n"A, or “B""",3\r\n<5,not shown\r\n');
});
