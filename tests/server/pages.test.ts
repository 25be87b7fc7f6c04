import { expect, it } from 'vitest';
import { testHouse } from '../houses.ts';

const asBrowser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

it('a browser at no address is shown a page, a program is told by a problem document', async () => {
  const { app } = await testHouse('sqlite');
  for (const url of ['/nowhere', '/c/one/two', '/assets/none.js']) {
    const page = await app.inject({ url, headers: asBrowser });
    expect([url, page.statusCode, page.headers['content-type']]).toEqual([url, 404, 'text/html; charset=utf-8']);
    const program = await app.inject({ url, headers: { accept: '*/*' } });
    expect([url, program.statusCode, program.headers['content-type']]).toEqual([url, 404, 'application/problem+json']);
  }
  const data = await app.inject({ url: '/api/v1/nothing', headers: asBrowser });
  expect([data.statusCode, data.headers['content-type']]).toEqual([404, 'application/problem+json']);
  expect((await app.inject({ method: 'POST', url: '/nowhere', headers: asBrowser })).headers['content-type']).toBe(
    'application/problem+json',
  );
});

it('an address typed with capitals or a stroke at its end leads to the page that was meant, and never to another house', async () => {
  const { app } = await testHouse('sqlite');
  const led = async (url: string) => (await app.inject({ url, headers: asBrowser })).headers.location;
  expect(await led('/C/CCPL-pulse')).toBe('/c/ccpl-pulse');
  expect(await led('/c/CCPL-Pulse?language=en-GB')).toBe('/c/ccpl-pulse?language=en-GB');
  expect(await led('/Receipt')).toBe('/receipt');
  expect(await led('/receipt/')).toBe('/receipt');
  for (const url of ['/c/ccpl-pulse', '/receipt', '//elsewhere.example/C/', '/Nowhere', '/assets/None-Q1.js'])
    expect([url, await led(url)]).toEqual([url, undefined]);
});
