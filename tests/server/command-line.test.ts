import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { projectRoot } from '../../server/config.ts';
import type { Grant } from '../../server/contract/staff.ts';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { frameworkFile } from '../../triads/framework/file.ts';
import { engines, testDatabaseUrl, testFolder } from '../houses.ts';
import { freePort } from '../postgres.ts';

const built = join(projectRoot, 'dist', 'server', 'main.js');

/** Runs the built command line as a process of its own. */
function run(
  args: string[],
  env: Record<string, string>,
  input: string | null = '',
): { child: ChildProcess; said: () => string; ended: Promise<number | null> } {
  const child = spawn(process.execPath, [built, ...args], { env: { PATH: process.env.PATH ?? '', ...env } });
  // A program that has read enough closes its end.
  child.stdin.on('error', () => {});
  if (input !== null) child.stdin.end(input);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, said: () => said, ended: new Promise((resolve) => child.on('exit', resolve)) };
}

/** Runs it to its end: what it said, and its exit code. */
async function done(args: string[], env: Record<string, string>, input?: string): Promise<[code: number | null, said: string]> {
  const { ended, said } = run(args, env, input);
  return [await ended, said()];
}

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 30_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error('waited 30 seconds in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function served(args: string[], env: Record<string, string>) {
  const port = String(await freePort());
  const { child, said, ended } = run(['start', ...args], { PORT: port, ...env });
  await until(() => said().includes('works once'));
  const links = [...said().matchAll(/http:\S+/g)].map(([link]) => link);
  const stop = async () => {
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  };
  return { address: `http://127.0.0.1:${port}`, links, said, stop };
}

const signIn = (address: string, link: string) =>
  fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ link: link.split('#')[1] }),
  });

it('start fills an empty folder with the demonstration and prints three links that work once; again, new ones', async () => {
  const env = { DATA_DIR: testFolder() };
  const first = await served([], env);
  const [, tell, explore = '', share = ''] = first.links;
  expect(tell).toMatch(/\/c\/ccpl-pulse$/);
  expect((await fetch(`${first.address}/api/v1/collections/ccpl-pulse/form`)).status).toBe(200);
  // Of the two collections of the demonstration, and of no other that is made later.
  const explores = (await (await signIn(first.address, explore)).json()).grants as Grant[];
  expect(explores.map(({ role, collection }) => `${role} ${collection ? 'of one' : 'of all'}`).sort()).toEqual([
    'designer of all',
    'researcher of one',
    'researcher of one',
    'reviewer of one',
    'reviewer of one',
  ]);
  const shares = (await (await signIn(first.address, share)).json()).grants as Grant[];
  expect(shares.map(({ role, region, collection }) => [role, region, collection !== null])).toEqual([
    ['lead', 'midlands', true],
    ['lead', 'midlands', true],
  ]);
  expect((await signIn(first.address, explore)).status).toBe(401);
  expect((await fetch(`${first.address}/healthz`)).status).toBe(200);
  await first.stop();
  const again = await served([], env);
  expect(again.said()).not.toContain('Filling');
  expect((await signIn(again.address, again.links[2] ?? '')).status).toBe(200);
  await again.stop();
});

it('start where the port is taken says so and ends, rather than hanging', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  onTestFinished(() => void taken.close());
  const { port } = taken.address() as AddressInfo;
  for (const engine of engines) {
    const folder = testFolder();
    const env = { DATA_DIR: folder, DATABASE_URL: await testDatabaseUrl(engine, folder), PORT: String(port) };
    expect(await done(['start'], env)).toEqual([1, `Port ${port} is in use by another program. Set PORT to another one.\n`]);
    // Nothing is begun beside whoever may be serving there.
    expect(readdirSync(folder)).toEqual([]);
  }
});

it('a database that takes the call and never answers is not waited for, and its password is not said', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  onTestFinished(() => void silent.close());
  const at = `127.0.0.1:${(silent.address() as AddressInfo).port}/stories`;
  const [code, said] = await done(['migrate'], { DATA_DIR: testFolder(), DATABASE_URL: `postgres://me:hidden@${at}` });
  expect([code, said]).toEqual([1, expect.stringContaining(`The database ${at} cannot be reached: timeout expired.`)]);
  expect(said).not.toContain('hidden');
}, 60_000);

it('another pepper than the one that receipts were made with is refused with what to do, unless it is said to be new; then both are known', async () => {
  const folder = testFolder();
  await done(['demo', '--stories', '1'], { DATA_DIR: folder });
  const env = { DATA_DIR: testFolder(), DATABASE_URL: `sqlite:${join(folder, 'storyfield.sqlite')}` };
  const pepper = join(env.DATA_DIR, 'secrets', 'pepper');
  for (const command of [['start'], ['demo', '--stories', '2']]) {
    expect(await done(command, env)).toEqual([1, expect.stringContaining('bring secrets/pepper back into DATA_DIR')]);
  }
  // What keys nothing needs no pepper, and makes none.
  const rosa = ['person', '--name', 'Rosa', '--email', 'rosa@example.org'];
  for (const command of [['collection', 'close', 'ccpl-pulse-1'], ['collection', 'open', 'ccpl-pulse-1'], rosa, ['migrate']]) {
    expect(await done(command, env)).toEqual([0, expect.any(String)]);
  }
  expect(existsSync(pepper)).toBe(false);
  const going = await served(['--new-pepper'], env);
  expect((await fetch(`${going.address}/api/v1/collections/ccpl-pulse-1/form`)).status).toBe(200);
  await going.stop();
  for (const one of [env, { ...env, DATA_DIR: folder }]) {
    const known = await served([], one);
    expect(known.said()).toContain('Codes that were made with another pepper open nothing now.');
    await known.stop();
  }
  writeFileSync(pepper, 'short');
  expect(await done(['start'], env)).toEqual([1, expect.stringContaining('holds no pepper: it has fewer than 32 characters')]);
}, 120_000);

it('start --empty prints a one-time link for the first owner, until the owner has a password', async () => {
  const env = { DATA_DIR: testFolder() };
  const empty = await served(['--empty'], env);
  const session = await signIn(empty.address, empty.links[1] ?? '');
  expect((await session.json()).grants).toEqual([{ role: 'owner', collection: null, region: null }]);
  expect((await fetch(`${empty.address}/api/v1/collections/ccpl-pulse/form`)).status).toBe(404);
  await empty.stop();
});

it('demo adds a collection of any size, migrate says what it did, person prints a link', async () => {
  const env = { DATA_DIR: testFolder() };
  expect(await done(['migrate'], env)).toEqual([0, expect.stringContaining('Done: 2026-11-22-house')]);
  expect(await done(['migrate'], env)).toEqual([0, expect.stringContaining('up to date')]);
  expect(await done(['demo', '--stories', '37'], env)).toEqual([0, expect.stringContaining('ccpl-pulse-37 with 37 invented stories')]);
  expect(await done(['person', '--name', 'Rosa', '--email', 'rosa@example.org', '--role', 'researcher'], env)).toEqual([
    0,
    expect.stringContaining('/sign-in#'),
  ]);
  expect(await done(['person', '--name', 'Rosa Lee', '--email', 'ROSA@example.org'], env)).toEqual([
    1,
    expect.stringContaining('--email: rosa@example.org is already here: Rosa. Give another address; or let an owner change, under People'),
  ]);
});

it('says what is wrong and exits with an error: settings, options, commands', async () => {
  const folder = testFolder();
  const taken = join(folder, 'taken');
  writeFileSync(taken, '');
  await done(['demo', '--stories', '1'], { DATA_DIR: folder });
  const cases: [string[], Record<string, string>, string][] = [
    [['start'], { PORT: 'many' }, 'PORT: takes a number from 1 to 65535'],
    [['start'], { PEPPER: '' }, 'PEPPER: takes at least 32 characters'],
    [['start'], { DATABASE_URL: '' }, 'DATABASE_URL: takes sqlite:<file> or postgres://'],
    [['start'], { PORT: '0' }, 'PORT: takes a number from 1 to 65535'],
    [['start'], { DATA_DIR: taken }, `DATA_DIR: nothing can be written to ${taken} (ENOTDIR). Set it to a folder where files can be.`],
    [['start'], { DATA_DIR: join(taken, 'data') }, `DATA_DIR: nothing can be written to ${join(taken, 'data')} (ENOTDIR)`],
    // These take no folder and no file of anybody's; in the first, node alone would look for one for ever.
    [['start'], { DATA_DIR: '/proc/storyfield/data' }, 'DATA_DIR: nothing can be written to /proc/storyfield/data ('],
    [['start'], { DATA_DIR: '/proc' }, 'DATA_DIR: nothing can be written to /proc ('],
    [['start'], { HOST: '192.0.2.1' }, 'HOST: 192.0.2.1 is no address of this machine. Set it to one that is'],
    [['start'], { PUBLIC_URL: 'here' }, 'PUBLIC_URL: takes an address that begins with'],
    [['migrate'], { DATABASE_URL: 'postgres://me:hidden@127.0.0.1:1/stories' }, 'The database 127.0.0.1:1/stories cannot be reached: '],
    [['migrate'], { DATABASE_URL: `sqlite:${folder}` }, `The database ${folder} cannot be reached: unable to open`],
    [['import', 'ccpl-pulse-1', join(folder, 'nothing.csv'), '--dry-run'], {}, 'nothing.csv cannot be read: ENOENT'],
    [['import', 'ccpl-pulse-1', folder, '--dry-run'], {}, 'cannot be read: EISDIR'],
    [['person', '--email', 'x@example.org'], {}, '--name: is missing'],
    [
      ['person', '--name', 'X', '--email', 'x@example.org', '--role', 'lead', '--region', 'atlantis'],
      {},
      '--region: is no region that is asked for here; those are east-of-england, ',
    ],
    [['start'], { DATABASE_URL: 'mysql://x' }, 'DATABASE_URL: takes sqlite:<file> or postgres://'],
    [['demo', '--stories', 'some'], {}, '--stories takes a whole number'],
    [['person', '--name', 'X', '--email', 'nobody', '--role', 'king'], {}, '--email'],
    [['dance'], {}, 'There is no command "dance"'],
    [['start', '--loud'], {}, '--loud'],
  ];
  for (const [args, env, expected] of cases) {
    const [code, said] = await done(args, { DATA_DIR: folder, ...env });
    expect([args, code]).toEqual([args, 1]);
    expect(said).toContain(expected);
    expect(said).not.toMatch(/\n {4}at |hidden/);
  }
  expect(readdirSync(join(folder, 'imports'))).toEqual([]);
  expect(statSync(join(folder, 'storyfield.sqlite')).mode & 0o077).toBe(0);
});

it('framework checks, imports, publishes and exports a file byte for byte; collection opens and closes', async () => {
  const env = { DATA_DIR: testFolder() };
  const file = join(env.DATA_DIR, 'ward.json');
  const whole = frameworkFile({ ...ccplFramework, key: 'ward' });
  writeFileSync(file, whole);
  const wrong = join(env.DATA_DIR, 'wrong.json');
  writeFileSync(wrong, JSON.stringify({ ...ccplFramework, languages: ['en-GB', 'cy'] }));

  expect(await done(['framework', 'check', file], env)).toEqual([
    0,
    expect.stringContaining('ward can be published: 19 signifiers in en-GB.'),
  ]);
  expect(await done(['framework', 'check', wrong], env)).toEqual([1, expect.stringContaining('  title: has no text in cy')]);
  expect(await done(['framework', 'import', wrong], env)).toEqual([1, expect.stringContaining('no framework that can be read')]);
  expect(await done(['framework', 'export', 'ward'], env)).toEqual([1, expect.stringContaining('There is no framework "ward".')]);
  expect(await done(['framework', 'import', file], env)).toEqual([0, expect.stringContaining('Began the framework ward')]);
  expect(await done(['framework', 'export', 'ward'], env)).toEqual([0, whole]);
  expect(await done(['framework', 'publish', 'ward'], env)).toEqual([0, expect.stringContaining('Published version 1 of ward.')]);
  expect(await done(['framework', 'publish', 'ward'], env)).toEqual([1, expect.stringContaining('ward has no draft to publish.')]);
  expect(await done(['framework', 'export', 'ward', '--version', '1'], env)).toEqual([0, whole]);

  await done(['demo', '--stories', '1'], env);
  expect(await done(['collection', 'close', 'ccpl-pulse-1'], env)).toEqual([0, expect.stringContaining('takes no more stories')]);
  expect(await done(['collection', 'open', 'ccpl-pulse-1'], env)).toEqual([0, expect.stringContaining('ccpl-pulse-1 takes stories.')]);
  expect(await done(['collection', 'open', 'nothing'], env)).toEqual([1, expect.stringContaining('There is no collection "nothing".')]);
}, 120_000);

it('framework reads standard input, names every fault by its path, and says which corners changed', async () => {
  const env = { DATA_DIR: testFolder() };
  const whole = frameworkFile({ ...ccplFramework, key: 'ward' });
  expect(await done(['framework', 'check', '-'], env, whole)).toEqual([0, expect.stringContaining('ward can be published')]);
  // What writes to it may take its time.
  const late = run(['framework', 'check', '-'], env, null);
  await new Promise((resolve) => setTimeout(resolve, 800));
  late.child.stdin?.end(whole);
  expect([await late.ended, late.said()]).toEqual([0, expect.stringContaining('ward can be published')]);
  expect(await done(['framework', 'check', '-'], env, 'x'.repeat(5_000_000))).toEqual([1, expect.stringContaining('is larger than 4 MB')]);
  expect(await done(['framework', 'check', '-'], env, '{"format":')).toEqual([1, expect.stringContaining('the file: is not JSON')]);
  expect(await done(['framework', 'check', join(env.DATA_DIR, 'nothing.json')], env)).toEqual([
    1,
    expect.stringContaining('cannot be read'),
  ]);
  expect(await done(['framework', 'check'], env)).toEqual([2, expect.stringContaining('framework check FILE')]);
  expect(await done(['framework', 'dance', 'ward'], env)).toEqual([1, expect.stringContaining('There is no "framework dance"')]);
  expect(await done(['framework', '--help'], env)).toEqual([0, expect.stringContaining('Exit codes: 0 done')]);
  expect(await done(['framework', 'import', '-'], env, whole)).toEqual([0, expect.stringContaining('Began the framework ward')]);
  const csv = 'Type,About,Short name,Answers\nSlider,story,Wish,';
  expect(await done(['framework', 'import', '-'], env, csv)).toEqual([1, expect.stringContaining('  row 2, Type: "Slider" is no type')]);
  const unfinished = whole.replace('"ways of working"', '" "');
  expect(unfinished).not.toBe(whole);
  expect(await done(['framework', 'check', '-'], env, unfinished.replace('storyfield-framework/1', 'storyfield-draft/1'))).toEqual([
    1,
    expect.stringMatching(/refused {2}signifiers\.0\.corners\.\w+: .*has no text in en-GB/),
  ]);
}, 120_000);

it('exports to standard output as a person who may, and says the rest beside it', async () => {
  const env = { DATA_DIR: testFolder() };
  expect((await done(['demo', '--stories', '40'], env))[0]).toBe(0);
  for (const [role, email] of [
    ['researcher', 'rita@example.org'],
    ['owner', 'olga@example.org'],
    ['lead', 'lena@example.org'],
  ] as const)
    expect((await done(['person', '--name', role, '--email', email, '--role', role], env))[0]).toBe(0);
  const listed = await done(['export', 'nowhere', '--as', 'rita@example.org', '--purpose', 'research'], env);
  expect(listed).toEqual([1, 'There is no collection "nowhere".\n']);
  const slug = 'ccpl-pulse-40';
  const [code, said] = await done(['export', slug, '--as', 'rita@example.org', '--purpose', 'research'], env);
  expect([code, said.match(/Export ([0-9A-F]{8}): 40 stories\./)?.length]).toEqual([0, 2]);
  expect(said.split('\r\n').filter((line) => line.includes('from a collection of invented stories'))).toHaveLength(40);
  const number = /Export (\w+):/.exec(said)?.[1] ?? '';
  expect((await done(['export', slug, '--as', 'rita@example.org', '--number', number], env))[0]).toBe(0);
  for (const [as, more, why] of [
    ['olga@example.org', ['--purpose', 'research'], 'not'],
    ['rita@example.org', ['--purpose', 'research', '--view', 'Nobody saved it'], 'no saved view'],
  ] as const) {
    const [failed, words] = await done(['export', slug, '--as', as, ...more], env);
    expect([as, failed, words.includes(why)]).toEqual([as, 1, true]);
  }
  const workshop = ['export', slug, '--as', 'lena@example.org', '--purpose', 'workshop'];
  const [made, table] = await done([...workshop, '--zones', '--no-byte-order-mark'], env);
  expect([made, /^row,.*,zones,/m.test(table), table.includes('\ufeffrow'), table.includes('placements as zones')]).toEqual([
    0,
    true,
    false,
    true,
  ]);
  expect((await done([...workshop, '--format', 'cards', '--cards-a-page', '8'], env))[1]).toContain('%PDF-');
  expect(await done([...workshop, '--format', 'cards', '--cards-a-page', '3'], env)).toEqual([1, expect.stringContaining('aPage')]);
});

it('import checks a file, takes it with the consent that is stated, and takes it back with a reason', async () => {
  const env = { DATA_DIR: testFolder() };
  const slug = 'ccpl-pulse-5';
  expect((await done(['demo', '--stories', '5'], env))[0]).toBe(0);
  const file = join(env.DATA_DIR, 'capture.csv');
  writeFileSync(file, 'story,feeling,region\nOne day,positive,Mids\nMore,negative,Atlantis\n');
  const stated = ['--consent', 'patterns,read', '--statement', 'Paper forms of 2022.'];
  const more = ['--regions', 'Mids=midlands'];
  const [checked, found] = await done(['import', slug, file, '--dry-run', ...more], env);
  expect([checked, found]).toEqual([0, expect.stringContaining('2 rows: 1 can be taken, 0 of them mended; 1 are refused.')]);
  expect(found).toContain('refused  row 3, region: “Atlantis” is none of the options');
  expect(await done(['import', slug, file, ...more], env)).toEqual([1, expect.stringContaining('--consent')]);
  expect(await done(['import', slug, file, ...more, ...stated], env)).toEqual([1, expect.stringContaining('say that they are left out')]);
  const [taken, said] = await done(['import', slug, file, ...more, ...stated, '--leave-out', '1'], env);
  expect([taken, said]).toEqual([0, expect.stringContaining(`Took 1 stories into ${slug}`)]);
  const id = /([0-9a-f-]{36}) --take-back/.exec(said)?.[1] ?? '';
  expect(await done(['import', slug, id, '--take-back'], env)).toEqual([1, expect.stringContaining('Say why, with --reason')]);
  const back = ['import', slug, id, '--take-back', '--reason', 'The wrong file.'];
  expect(await done(back, env)).toEqual([0, expect.stringContaining('Took back 1 stories')]);
  expect(await done(back, env)).toEqual([1, expect.stringContaining('taken back already')]);
}, 120_000);
