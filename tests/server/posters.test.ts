import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import jsqrModule from 'jsqr';
import { expect, it } from 'vitest';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { grant, openCollection, post, signedIn } from '../fixtures.ts';
import { testFolder, testHouse } from '../houses.ts';

const jsqr = jsqrModule as unknown as (pixels: Uint8ClampedArray, width: number, height: number) => { data: string } | null;
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

/** A house with one collection, and what its designer fetches of its link. */
async function printing(languages = ['en-GB']) {
  const { app, house } = await testHouse('sqlite');
  const collection = await openCollection(house, { slug: 'ward-stories', languages });
  const designer = await signedIn(app, [grant('designer', collection.id)]);
  const at = `/collections/${collection.id}/link`;
  const get = (path: string) => app.inject({ url: `/api/v1${at}${path}`, headers: designer });
  const put = (payload: object) => app.inject({ method: 'PUT', url: `/api/v1${at}`, headers: designer, payload });
  const make = async (label: string) => (await post(app, `${at}/keys`, { label }, designer)).json();
  const revoke = (id: string) => post(app, `${at}/keys/${id}/revocation`, { late: true }, designer);
  return { app, house, collection, get, put, make, revoke };
}

/** What a camera reads from grey pixels, dark where they are below the middle. */
function scanned(grey: ArrayLike<number>, width: number, height: number): string | undefined {
  const pixels = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let at = 0; at < width * height; at += 1) pixels.fill(grey[at] ?? 255, 4 * at, 4 * at + 3);
  return jsqr(pixels, width, height)?.data;
}

/** The pixels of our own SVG: four a module. */
function drawn(svg: string): { grey: Uint8Array; side: number } {
  const modules = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const side = 4 * modules;
  const grey = new Uint8Array(side * side).fill(255);
  for (const [, x, y, run] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = 4 * Number(y); row < 4 * Number(y) + 4; row += 1)
      grey.fill(0, row * side + 4 * Number(x), row * side + 4 * (Number(x) + Number(run)));
  }
  return { grey, side };
}

it('the code, scanned, is exactly the link: with a key, in another language, and plain', async () => {
  const { get, make } = await printing(['en-GB', 'cy']);
  const { id, link } = await make('Ward poster, Leeds');
  const [address] = link.split('#');
  const expected: [string, string, string][] = [
    ['', address, 'ward-stories-en-GB.svg'],
    [`?key=${id}`, link, 'ward-stories-en-GB-ward-poster-leeds.svg'],
    [`?key=${id}&language=cy`, link.replace('#', '?language=cy#'), 'ward-stories-cy-ward-poster-leeds.svg'],
  ];
  for (const [query, scannedAs, name] of expected) {
    const { headers, body } = await get(`/qr.svg${query}`);
    expect(headers).toMatchObject({ 'content-type': 'image/svg+xml', 'content-disposition': `inline; filename="${name}"` });
    const { grey, side } = drawn(body);
    expect(scanned(grey, side, side)).toBe(scannedAs);
    expect(grey.subarray(0, 16 * side).every((pixel) => pixel === 255)).toBe(true);
  }
});

it('the poster is one tagged A4 page in its language, with a title and its fonts inside', async () => {
  const { get } = await printing();
  const { headers, rawPayload } = await get('/poster.pdf');
  expect(headers).toMatchObject({ 'content-type': 'application/pdf', 'content-disposition': 'inline; filename="ward-stories.pdf"' });
  const pdf = rawPayload.toString('latin1');
  for (const sign of [
    '%PDF-1.7',
    '/MediaBox [0 0 595.28 841.89]',
    '/Lang (en-GB)',
    '/StructTreeRoot',
    '/Marked true',
    '/S /H1',
    '/S /Figure',
  ])
    expect([sign, pdf.includes(sign)]).toEqual([sign, true]);
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  const described = pdf.match(/\/Type \/FontDescriptor/g) ?? [];
  expect(described.length).toBeGreaterThan(2);
  expect(pdf.match(/\/FontFile2 /g)).toHaveLength(described.length);
  expect(pdf).not.toContain('Helvetica');
});

it.skipIf(!hasPoppler)('another reader finds the words and the code on the poster; nowhere does it say anonymous', async () => {
  const { get, make } = await printing();
  const { id, link } = await make('Ward poster, Leeds');
  const file = join(testFolder(), 'poster.pdf');
  writeFileSync(file, (await get(`/poster.pdf?key=${id}`)).rawPayload);
  const said = spawnSync('pdftotext', ['-layout', file, '-']).stdout.toString().replace(/\s+/g, ' ');
  const { prompt, notices } = ccplFramework;
  const words = ['about six minutes', 'Confidential.', 'Ward poster, Leeds', link.replace(/^https?:\/\//, ''), 'Freedom to Speak Up'];
  for (const one of words) expect([one, said.includes(one)]).toEqual([one, true]);
  expect(said.toLowerCase()).not.toContain('anonymous');
  const heard = spawnSync('pdftotext', ['-raw', file, '-']).stdout.toString().replace(/\s+/g, ' ');
  expect(heard).toContain(prompt.question['en-GB']);
  expect(heard).toContain(notices.welcome['en-GB']?.split('\n')[0]);

  // The left half of the page without its strips, at 150 dots an inch.
  const [width, height] = [620, 1500];
  const image = spawnSync('pdftoppm', ['-r', '150', '-gray', '-x', '0', '-y', '0', '-W', `${width}`, '-H', `${height}`, file]).stdout;
  expect(scanned(image.subarray(image.length - width * height), width, height)).toBe(link);
});

it('a language without letters here, or that the collection does not speak, and a link that lets nobody in, are refused', async () => {
  const { house, collection, get, put, make, revoke } = await printing(['en-GB', 'ur']);
  const refusal = async (path: string) => {
    const response = await get(path);
    return [response.statusCode, response.json().type.split(':').at(-1)];
  };
  expect(await refusal('/qr.svg?language=cy')).toEqual([422, 'invalid']);
  expect((await get('/poster.pdf?language=ur')).statusCode).toBe(200);
  const entitled = (ur: string) => {
    const title = JSON.stringify({ 'en-GB': 'Ward stories', ur });
    return house.database.db.updateTable('collections').set({ title }).where('id', '=', collection.id).execute();
  };
  await entitled('وارڈ کی کہانیاں');
  expect((await get('/poster.pdf?language=ur')).statusCode).toBe(200);
  await entitled('ᚹᚨᚱᛞ');
  expect(await refusal('/poster.pdf?language=ur')).toEqual([409, 'no-letters']);
  expect((await get('/qr.svg?language=ur')).statusCode).toBe(200);

  const { id } = await make('Ward poster');
  await put({ required: true, late: false });
  expect(await refusal('/poster.pdf')).toEqual([409, 'not-in-this-state']);
  expect((await get(`/poster.pdf?key=${id}`)).statusCode).toBe(200);
  await revoke(id);
  expect(await refusal(`/qr.svg?key=${id}`)).toEqual([409, 'not-in-this-state']);
});
