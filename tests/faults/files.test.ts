import { once } from 'node:events';
import { existsSync, readdirSync, utimesSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import type { Engine } from '../../server/database/connection.ts';
import { engines } from '../houses.ts';
import { type Ground, newGround } from './ground.ts';
import { AtTheOffice, captureFile, furnish, type Office, until } from './office.ts';
import { type ServerProcess, startServer } from './server-process.ts';

async function furnished(engine: Engine, stories: number): Promise<{ ground: Ground; office: Office }> {
  const ground = await newGround(engine, inject('postgres'));
  onTestFinished(() => ground.clear());
  return { ground, office: await furnish(ground, stories) };
}

async function started(...more: Parameters<typeof startServer>): Promise<ServerProcess> {
  const server = await startServer(...more);
  onTestFinished(() => server.end('SIGKILL'));
  return server;
}

const openFiles = ({ pid }: ServerProcess) => readdirSync(`/proc/${pid}/fd`).length;
const stored = ({ look, collection }: Ground) =>
  look(async ({ db }) => {
    const { count } = db.fn;
    const of = (id: string) => db.selectFrom('stories').select(count('id').as('stories')).where('collection_id', '=', id);
    return Number((await of(collection.id).executeTakeFirstOrThrow()).stories);
  });

describe.each(engines)('a file on its way out of a server on %s', (engine) => {
  test('is whole for who asks again, after a client went and after the server was killed', async () => {
    const { ground, office } = await furnished(engine, 3000);
    const server = await started(ground);
    const rosa = new AtTheOffice(server, office);
    const { entry } = await rosa.export();
    expect(entry).toMatchObject({ state: 'ready', stories: 3000, canFetch: true });
    const whole = await rosa.whole(entry.id);
    expect(whole.toString().match(/\n/g)).toHaveLength(3000);

    const before = openFiles(server);
    for (let times = 0; times < 10; times += 1) {
      const response = await rosa.begin(entry.id);
      await once(response, 'data');
      response.destroy();
    }
    await until(
      () => openFiles(server),
      (now) => now <= before,
    );
    expect((await rosa.whole(entry.id)).equals(whole)).toBe(true);

    const cut = await rosa.begin(entry.id);
    await once(cut, 'data');
    cut.pause();
    await server.end('SIGKILL');
    // More than what was on its way is never there, and what is there never passes for all of it.
    const left = (async () => {
      for await (const _ of cut);
    })();
    await expect(left).rejects.toThrow('aborted');
    expect(cut.complete).toBe(false);
    expect(server.said().split('Storyfield is at')[1]).not.toMatch(/error/i);

    const again = new AtTheOffice(await started(ground), office);
    expect(await again.listed(entry.id)).toMatchObject({ state: 'ready', canFetch: true });
    expect((await again.whole(entry.id)).equals(whole)).toBe(true);
  });
});

describe.each(engines)('a file on its way into a server on %s', (engine) => {
  test('that is killed is not half there, and is taken whole by asking again', async () => {
    const { ground, office } = await furnished(engine, 0);
    const server = await started(ground);
    const rosa = new AtTheOffice(server, office);
    const { body } = await rosa.send(captureFile(6000));
    expect(await rosa.check(body.id)).toMatchObject({ state: 'checked', report: { taken: 6000 } });
    expect((await rosa.take(body.id)).status).toBe(200);
    await until(
      () => rosa.imported(body.id),
      ({ progress }) => progress > 0.3,
    );

    const sent = request(`${server.url}/api/v1/collections/${office.own}/imports?name=second.csv`, {
      method: 'POST',
      headers: { authorization: `Bearer ${office.token}`, 'content-type': 'text/csv' },
    });
    sent.on('error', () => {});
    sent.write('feeling\npositive\n');
    const imports = join(ground.dataDir, 'imports');
    const half = await until(
      () => readdirSync(imports).find((id) => id !== body.id && existsSync(join(imports, id, 'data'))),
      (id) => id !== undefined,
    );
    await server.end('SIGKILL');
    expect(await stored(ground)).toBe(0);

    // An hour later.
    const hourAgo = new Date(Date.now() - 3_600_000);
    utimesSync(join(imports, half ?? '', 'data'), hourAgo, hourAgo);
    await ground.look(({ db }) => db.updateTable('imports').set({ heard: hourAgo.toISOString() }).execute());
    const again = new AtTheOffice(await started(ground), office);
    expect(readdirSync(imports)).toEqual([body.id]);
    expect(await again.imported(body.id)).toMatchObject({
      state: 'stopped',
      trouble: 'The server was stopped in the middle of it.',
    });
    for (const table of ['stories', 'texts', 'receipts'] as const)
      expect(await ground.look(({ db }) => db.selectFrom(table).selectAll().execute())).toEqual([]);
    expect((await again.check(body.id)).state).toBe('checked');
    await again.take(body.id);
    expect(await again.taken(body.id)).toMatchObject({ state: 'done', stories: 6000 });
    expect(await stored(ground)).toBe(6000);
  });
});
