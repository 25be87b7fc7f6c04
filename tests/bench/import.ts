import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { projectRoot } from '../../server/config.ts';
import { stories } from '../../server/demonstration/ccpl-pulse.ts';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { csvLine } from '../../server/formats/exports/csv.ts';
import { Listings } from '../../server/repositories/listings.ts';
import { type Ground, newGround } from '../faults/ground.ts';
import { buildServer } from '../faults/server-process.ts';
import { sensemakerRows } from '../sensemaker-file.ts';
import { report } from './measure/report.ts';

const rows = 100_000;
const atOnce = 500;
/** Milliseconds between two looks at how much memory the process had at most. */
const look = 50;

/** An import of 100,000 SenseMaker rows on SQLite by the command line, as it is built: its seconds from start to end, and the most memory that it had. */
export async function run(): Promise<void> {
  buildServer();
  const ground = await newGround('sqlite', '');
  try {
    const file = join(ground.dataDir, 'capture.csv');
    await pipeline(lines, createWriteStream(file));
    const { seconds, most } = await imported(ground, file);
    const taken = await ground.look((database) => new Listings(database.db).count(ground.collection.id));
    if (taken !== rows) throw new Error(`${rows} rows were sent, and ${taken} stories are there`);
    report('import', 'whole', seconds, 's', { op: '<=', number: 60 });
    report('import', 'most-memory', most / 2 ** 20, 'MB', { op: '<=', number: 256 });
  } finally {
    await ground.clear();
  }
}

async function imported({ dataDir, databaseUrl, collection }: Ground, file: string): Promise<{ seconds: number; most: number }> {
  const stated = ['--consent', 'patterns,read', '--statement', 'Invented.'];
  const command = [join(projectRoot, 'dist', 'server', 'main.js'), 'import', collection.slug, file, ...stated];
  const from = performance.now();
  const child = spawn(process.execPath, command, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, DATABASE_URL: databaseUrl },
  });
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, mostOf(child.pid));
  }, look);
  const [code] = await once(child, 'exit');
  clearInterval(watch);
  if (code !== 0) throw new Error('the import ended otherwise than well');
  return { seconds: (performance.now() - from) / 1000, most };
}

/** The most memory that a process had so far, as Linux keeps it; 0 where it is gone already. */
function mostOf(pid = 0): number {
  try {
    return 1024 * Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** The file, a few hundred stories at a time. */
async function* lines(): AsyncGenerator<string> {
  let batch: Parameters<typeof sensemakerRows>[1][number][] = [];
  let isFirst = true;
  const written = () => {
    const all = sensemakerRows(ccplFramework, batch);
    batch = [];
    const text = (isFirst ? all : all.slice(1)).map(csvLine).join('');
    isFirst = false;
    return text;
  };
  for (const { story, answers, week, language } of stories(ccplFramework, 2026, rows)) {
    batch.push({ answers, week, language, ...(story && { story }) });
    if (batch.length === atOnce) yield written();
  }
  yield written();
}
