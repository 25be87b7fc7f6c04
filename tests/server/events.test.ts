import { describe, expect, it } from 'vitest';
import { grant, newSubmission, openCollection, post, signedIn, submit } from '../fixtures.ts';
import { engines, type TestHouse, testHouse } from '../houses.ts';

/** The events of an open board, one by one as they come; null once the stream has ended. */
async function listening({ app }: TestHouse, id: string): Promise<() => Promise<string | null>> {
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const headers = await signedIn(app, [grant('researcher')]);
  const response = await fetch(`${address}/api/v1/collections/${id}/events`, { headers });
  expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
    200,
    'text/event-stream',
    'no-store',
  ]);
  const reader = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
  let said = '';
  return async () => {
    for (;;) {
      const event = /event: stamp\ndata: (\S+)\n\n/.exec(said);
      if (event) {
        said = said.slice(event.index + event[0].length);
        return event[1] ?? '';
      }
      const { done, value } = await reader.read();
      if (done) return null;
      said += value;
    }
  };
}

describe.each(engines)('events on %s', (engine) => {
  it('say when a story came in and when one was taken back, by the ETag that the patterns then have', async () => {
    const test = await testHouse(engine);
    const collection = await openCollection(test.house);
    const next = await listening(test, collection.id);
    const stamp = () => test.house.collections.stamp(collection.id);
    expect(await next()).toBe(await stamp());
    const sent = newSubmission(collection);
    await submit(test.app, 'test', sent);
    expect(await next()).toBe(await stamp());
    await post(test.app, '/receipt/withdraw', { receipt: sent.receipt });
    expect(await next()).toBe(await stamp());
  });

  it('end when the house closes, so that it does not wait for them', async () => {
    const test = await testHouse(engine);
    const collection = await openCollection(test.house);
    const next = await listening(test, collection.id);
    await next();
    const closing = test.app.close();
    expect(await next()).toBeNull();
    await closing;
  });
});
