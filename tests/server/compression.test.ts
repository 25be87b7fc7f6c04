import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { App } from '../../server/routes/door.ts';
import { openCollection } from '../fixtures.ts';
import { testHouse } from '../houses.ts';

const unpack = { br: brotliDecompressSync, gzip: gunzipSync };

async function fetched(app: App, url: string, accept?: string) {
  const response = await app.inject({ url, headers: accept === undefined ? {} : { 'accept-encoding': accept } });
  const { 'content-encoding': encoding, 'content-type': type, vary } = response.headers as Record<string, string | undefined>;
  return { encoding, type, vary, body: response.rawPayload };
}

/** Every file that a page loads before it does anything. */
async function filesOf(app: App, page: string): Promise<string[]> {
  const html = (await app.inject(page)).body;
  return [page, ...[...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file = '']) => file)];
}

it('pages, scripts, styles and the form travel compressed, as each client can read them', async () => {
  const { app, house } = await testHouse('sqlite');
  await openCollection(house);
  const form = '/api/v1/collections/test/form';
  const files = [...(await filesOf(app, '/c/test')), ...(await filesOf(app, '/')), form];
  expect(files.filter((file) => file.endsWith('.js')).length).toBeGreaterThan(1);
  expect(files.filter((file) => file.endsWith('.css')).length).toBeGreaterThan(1);
  for (const file of files) {
    const plain = await fetched(app, file);
    expect([file, plain.encoding, plain.vary]).toEqual([file, undefined, expect.stringMatching(/accept-encoding/i)]);
    for (const encoding of ['br', 'gzip'] as const) {
      const packed = await fetched(app, file, encoding === 'br' ? 'gzip, deflate, br' : 'gzip, br;q=0');
      expect([file, packed.encoding, packed.type]).toEqual([file, encoding, plain.type]);
      expect(packed.vary).toMatch(/accept-encoding/i);
      expect([file, unpack[encoding](packed.body).equals(plain.body)]).toEqual([file, true]);
      expect(packed.body.length).toBeLessThan(0.8 * plain.body.length);
    }
  }
});

it('what is not found is not compressed, and says so', async () => {
  const { app } = await testHouse('sqlite');
  const missing = await app.inject({ url: '/api/v1/collections/none/form', headers: { 'accept-encoding': 'br' } });
  expect([missing.statusCode, missing.headers['content-encoding']]).toEqual([404, undefined]);
});
