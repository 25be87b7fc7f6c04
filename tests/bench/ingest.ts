import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Ground, newGround } from '../faults/ground.ts';
import { buildServer, type ServerProcess, startServer } from '../faults/server-process.ts';
import { startPostgres } from '../postgres.ts';
import { fdatasyncsPerSecond } from './measure/disk.ts';
import type { Order } from './measure/load.ts';
import { median, report } from './measure/report.ts';

const repetitions = 5;
const requests = 8000;
const connections = 256;

/** Durable submissions over HTTP beside syncs to the same disk and a POST that does nothing, by turns in one run. */
export async function run(): Promise<void> {
  buildServer();
  const postgres = await startPostgres();
  const children = { load: child('load.ts'), noop: child('no-op.ts') };
  const [noop] = await once(children.noop, 'message');
  const sqlite = await newGround('sqlite', '');
  const postgresql = await newGround('postgres', postgres.url);
  const servers = [await startServer(sqlite), await startServer(postgresql)] as const;
  try {
    const rates = await measure(children.load, sqlite, postgresql, noop.port, servers);
    await Promise.all(servers.map((server) => server.end('SIGTERM')));
    for (const ground of [sqlite, postgresql]) await countStories(ground);
    print(rates);
  } finally {
    for (const server of servers) await server.end('SIGKILL');
    for (const one of Object.values(children)) one.kill();
    await sqlite.clear();
    await postgresql.clear();
    await postgres.stop();
  }
}

interface Rates {
  fdatasync: number[];
  noop: number[];
  sqlite: number[];
  postgres: number[];
}

async function measure(
  load: ChildProcess,
  sqlite: Ground,
  postgresql: Ground,
  noop: number,
  [onSqlite, onPostgres]: readonly [ServerProcess, ServerProcess],
): Promise<Rates> {
  const rates: Rates = { fdatasync: [], noop: [], sqlite: [], postgres: [] };
  for (let repetition = 0; repetition <= repetitions; repetition += 1) {
    const seed = 2026 + repetition;
    const rate = async (port: number) => requests / (await ask(load, { post: port, connections }));
    await ask(load, { make: requests, version: versionOf(sqlite), seed });
    const measured = {
      fdatasync: fdatasyncsPerSecond(sqlite.dataDir, 1),
      noop: await rate(noop),
      sqlite: await rate(onSqlite.port),
      postgres: 0,
    };
    await ask(load, { make: requests, version: versionOf(postgresql), seed });
    measured.postgres = await rate(onPostgres.port);
    // The first time warms every process up.
    if (repetition > 0) for (const what of Object.keys(rates) as (keyof Rates)[]) rates[what].push(measured[what]);
  }
  return rates;
}

function print({ fdatasync, noop, sqlite, postgres }: Rates): void {
  const ratios = (over: number[]) => median(sqlite.map((rate, index) => rate / (over[index] ?? Number.NaN)));
  const aimed = Math.max(2 * median(fdatasync), median(noop) / 2);
  report('ingest', 'fdatasync', median(fdatasync), 'per-s');
  report('ingest', 'noop', median(noop), 'per-s');
  report('ingest', 'submissions', median(sqlite), 'per-s', { op: '>=', number: aimed });
  report('ingest', 'per-fdatasync', ratios(fdatasync), 'ratio', { op: '>=', number: 2 });
  report('ingest', 'share-of-noop', ratios(noop), 'ratio', { op: '>=', number: 0.5 });
  report('ingest', 'submissions-postgres', median(postgres), 'per-s');
}

const versionOf = ({ collection }: Ground) => collection.waves[0]?.versionId ?? '';

function child(file: string): ChildProcess {
  return fork(join(import.meta.dirname, 'measure', file));
}

async function ask(load: ChildProcess, order: Order): Promise<number> {
  load.send(order);
  const [answer] = await once(load, 'message');
  return answer;
}

/** Every story that was answered 201 is in the database. */
async function countStories({ engine, look }: Ground): Promise<void> {
  const sent = (repetitions + 1) * requests;
  const { count } = await look(({ db }) =>
    db
      .selectFrom('stories')
      .select((eb) => eb.fn.countAll().as('count'))
      .executeTakeFirstOrThrow(),
  );
  if (Number(count) !== sent) throw new Error(`${sent} stories were acknowledged, and ${count} are in the database (${engine})`);
}
