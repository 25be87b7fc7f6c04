import { expect, it, vi } from 'vitest';
import { Stopwatch } from '../../client/tell/trying/stopwatch.ts';

/** A stopwatch with a clock that the test sets, in seconds. */
function stopwatch() {
  let now = 0;
  const watch = new Stopwatch(() => now * 1000);
  const after = (seconds: number, what: () => void) => {
    now += seconds;
    what();
  };
  return { watch, after };
}

it('counts how long each question is looked at, also when somebody comes back to it', () => {
  const { watch, after } = stopwatch();
  after(5, () => watch.turnTo('one'));
  after(10, () => watch.turnTo('two'));
  after(3, () => watch.turnTo(null));
  after(60, () => watch.turnTo('one'));
  after(4, () => watch.turnTo(null));
  expect(watch.times).toEqual({ one: 14_000, two: 3000 });
});

it('counts no time in which the page is not seen, and no pause over two minutes', () => {
  const { watch, after } = stopwatch();
  watch.turnTo('one');
  after(5, () => watch.show(false));
  after(50, () => watch.show(true));
  after(2, () => watch.stir());
  after(121, () => watch.stir());
  after(119, () => watch.turnTo(null));
  expect(watch.times).toEqual({ one: 126_000 });
});

it('counts no more than an hour for a question', () => {
  const { watch, after } = stopwatch();
  watch.turnTo('one');
  for (let minutes = 0; minutes < 90; minutes += 1) after(60, () => watch.stir());
  expect(watch.times).toEqual({ one: 3_600_000 });
});

/** A server as the network has it: down, busy, or answering; with what it was asked. */
function server() {
  const asked: string[] = [];
  let status = 200;
  const problem = () => new Response(JSON.stringify({ type: 'urn:storyfield:problem:x', title: 'X', status }), answered());
  const answered = () => ({ status, headers: { 'content-type': status === 200 ? 'application/json' : 'application/problem+json' } });
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('fetch', async (url: string, { method }: RequestInit) => {
    asked.push(`${method} ${url.replace('/api/v1/try-out', '')}`);
    if (status === 0) throw new TypeError('no network');
    return status === 200 ? new Response('{"stored":true}', answered()) : problem();
  });
  return { asked, answer: (next: number) => (status = next) };
}

function phoneStorage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

const letter = (id: string) => ({
  code: 'code',
  stage: 'waiting' as const,
  kind: 'comment' as const,
  body: { id, document: 'tag', page: 'story', kind: 'unclear' as const, text: '', language: 'en-GB' },
});

it('keeps what could not be sent on the phone, and sends it at the next visit', async () => {
  const { asked, answer } = server();
  const { Post } = await import('../../client/tell/trying/post.svelte.ts');
  const storage = phoneStorage();
  answer(0);
  const offline = new Post(storage);
  offline.send(letter('one'));
  await vi.waitFor(() => expect(asked).toEqual(['POST /comments']));
  expect(offline.letters).toMatchObject([{ stage: 'waiting' }]);
  answer(200);
  const later = new Post(storage);
  await vi.waitFor(() => expect(later.letters).toMatchObject([{ stage: 'sent' }]));
  expect(new Post(storage).letters).toEqual([]);
  vi.unstubAllGlobals();
});

it('tries again after a busy server, says what was refused, and takes back what may have arrived unheard', async () => {
  const { asked, answer } = server();
  const { Post } = await import('../../client/tell/trying/post.svelte.ts');
  const post = new Post(null);
  answer(503);
  post.send(letter('one'));
  await vi.waitFor(() => expect(asked).toEqual(['POST /comments']));
  post.takeBack('one');
  answer(200);
  post.deliver();
  await vi.waitFor(() => expect(post.letters).toEqual([]));
  expect(asked.at(-1)).toBe('DELETE /comments/one');
  answer(410);
  post.send(letter('two'));
  await vi.waitFor(() => expect(post.letters).toMatchObject([{ stage: 'refused' }]));
  post.dismiss('two');
  expect(post.letters).toEqual([]);
  vi.unstubAllGlobals();
});
