import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { newGround } from './ground.ts';
import { AtTheOffice, captureFile, furnish, until } from './office.ts';
import { startServer } from './server-process.ts';

const inOwnMounts = ['unshare', '-rm', 'sh', '-c'];
const canMount = spawnSync(inOwnMounts[0] ?? '', [...inOwnMounts.slice(1), 'mount -t tmpfs tmpfs /mnt']).status === 0;
const why = canMount ? '' : ' (skipped: no file system can be mounted here)';

/** Runs a server on a copy of its data that lies on a small disk of its own. */
const small =
  'mount -t tmpfs -o size=64m tmpfs "$0" && cp -a "$DATA_DIR/." "$0" && export DATA_DIR="$0" DATABASE_URL="sqlite:$0/storyfield.sqlite" && exec "$@"';

test.skipIf(!canMount)(`on a full disk nothing is half made, and all goes on once there is room${why}`, async () => {
  const ground = await newGround('sqlite', '');
  onTestFinished(() => ground.clear());
  const office = await furnish(ground, 3000);
  const disk = `${ground.dataDir}-disk`;
  mkdirSync(disk);
  onTestFinished(() => rmSync(disk, { recursive: true }));
  const server = await startServer(ground, [...inOwnMounts, small, disk]);
  onTestFinished(() => server.end('SIGKILL'));
  const rosa = new AtTheOffice(server, office);
  const { entry: earlier } = await rosa.export();
  const whole = await rosa.whole(earlier.id);

  const seen = join(`/proc/${server.pid}/root`, disk);
  const ballast = join(seen, 'ballast');
  /** Fills the disk but for so many kilobytes. */
  const fill = (left: number) => {
    const { bavail, bsize } = statfsSync(seen);
    appendFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - 1024 * left), 1));
  };
  const empty = () => rmSync(ballast);

  fill(0);
  const refused = await rosa.export();

  expect([refused.status, refused.entry]).toMatchObject([507, { title: 'The disk of the server is full.' }]);
  // What cannot be written down as taken does not leave.
  const untold = await rosa.ask('GET', `/api/v1/collections/${office.large}/exports/${earlier.id}/file`);
  expect([untold.status, untold.body]).toMatchObject([507, { title: 'The disk of the server is full.' }]);
  const unkept = await rosa.send(captureFile(2000));
  expect([unkept.status, unkept.body]).toMatchObject([507, { title: 'The disk of the server is full.' }]);
  expect(readdirSync(join(seen, 'imports'))).toEqual([]);
  empty();
  expect((await rosa.whole(earlier.id)).equals(whole)).toBe(true);

  fill(160);
  const { entry } = await rosa.export();

  expect(entry).toMatchObject({ state: 'stopped', canFetch: false });
  expect((await rosa.ask('GET', `/api/v1/collections/${office.large}/exports/${entry.id}/file`)).status).toBe(409);
  empty();
  const { entry: again } = await rosa.export();
  expect(again).toMatchObject({ state: 'ready', stories: 3000 });
  expect((await rosa.whole(again.id)).toString().match(/\n/g)).toHaveLength(3000);

  const { body } = await rosa.send(captureFile(2000));
  expect((await rosa.check(body.id)).state).toBe('checked');
  fill(700);
  await rosa.take(body.id);
  // Where there is no room even to delete what was stored, that is done as soon as there is.
  await until(
    () => statfsSync(seen).bavail,
    (blocks) => blocks < 32,
  );
  empty();
  expect(await rosa.taken(body.id)).toMatchObject({ state: 'stopped', trouble: 'The disk of the server is full.' });
  expect((await rosa.check(body.id)).state).toBe('checked');
  await rosa.take(body.id);
  expect(await rosa.taken(body.id)).toMatchObject({ state: 'done', stories: 2000 });
  await server.end('SIGTERM');
});
