import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { stories } from '../../server/demonstration/ccpl-pulse.ts';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { csvLine } from '../../server/formats/exports/csv.ts';
import { sensemakerRows } from '../sensemaker-file.ts';
import { report } from './measure/report.ts';

const rows = 100_000;
const atOnce = 500;

/** An import of 100,000 SenseMaker rows on SQLite: seconds to check and to take it, and the most memory of the process that does. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'storyfield-bench-'));
  try {
    const file = join(folder, 'capture.csv');
    await pipeline(lines, createWriteStream(file));
    const importer = fork(join(import.meta.dirname, 'measure', 'importer.ts'), [file, folder]);
    const [measured] = (await once(importer, 'message')) as [
      { check: number; take: number; stories: number; most: number; growth: number },
    ];
    if (measured.stories !== rows) throw new Error(`${rows} rows were sent, and ${measured.stories} stories are there`);
    report('import', 'check', measured.check, 's');
    report('import', 'take', measured.take, 's');
    report('import', 'whole', measured.check + measured.take, 's', { op: '<=', number: 60 });
    report('import', 'memory-growth', measured.growth / 1024 / 1024, 'MB');
    report('import', 'most-memory', measured.most / 1024 / 1024, 'MB', { op: '<=', number: 256 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
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
