import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { readConfig } from '../../server/config.ts';
import { stories } from '../../server/demonstration/ccpl-pulse.ts';
import { ccplFramework, demonstrationCollections } from '../../server/demonstration/collections.ts';
import { formatsFor } from '../../server/formats/exports/formats.ts';
import { loadCollection } from '../../server/services/demonstration.ts';
import { openHouse } from '../../server/services/house.ts';
import { readPepper } from '../../server/services/secrets.ts';
import { newGround } from '../faults/ground.ts';
import type { Order, Taken } from './export/one-file.ts';
import { median, report } from './measure/report.ts';

const count = 100_000;
const cardCount = 1_000;
const repetitions = 3;

/** Files of 100,000 stories with words, and story cards of 1,000, each made by a process of its own, beside a raw SELECT of the same rows to a file. */
export async function run(): Promise<void> {
  const ground = await newGround('sqlite', '');
  try {
    const collection = await ground.look(async (database) => {
      const config = readConfig({ DATA_DIR: ground.dataDir, DATABASE_URL: ground.databaseUrl });
      const house = openHouse(database, config, readPepper(config));
      const [, pulse] = demonstrationCollections;
      if (!pulse) throw new Error('the demonstration has no pulse');
      return loadCollection(house, { ...pulse, slug: 'large', stories: readable() });
    });
    const take = (format: Order['format'], stories = count) => taken({ ...ground, collection: collection.id, format, stories });
    const ratios: number[] = [];
    for (let repetition = 0; repetition < repetitions; repetition += 1) {
      const raw = await take('raw');
      const csv = await take('csv');
      ratios.push(csv.seconds / raw.seconds);
    }
    report('export', 'csv-per-select', median(ratios), 'ratio', { op: '<=', number: 3 });
    for (const [format, { streams }] of formatsFor('research')) {
      const { seconds, bytes, growth } = await take(format);
      report('export', `${format}-seconds`, seconds, 's');
      report('export', `${format}-size`, bytes / 2 ** 20, 'MB');
      report('export', `${format}-growth`, growth / 2 ** 20, 'MB', streams ? { op: '<=', number: 64 } : undefined);
    }
    const cards = await take('cards', cardCount);
    report('export', 'thousand-cards-seconds', cards.seconds, 's', { op: '<=', number: 20 });
    report('export', 'thousand-cards-size', cards.bytes / 2 ** 20, 'MB');
  } finally {
    await ground.clear();
  }
}

function* readable() {
  let told = 0;
  for (const story of stories(ccplFramework, 2026, 2 * count)) {
    if (!story.story) continue;
    yield story;
    told += 1;
    if (told === count) return;
  }
}

async function taken({ dataDir, databaseUrl, collection, format, stories }: Order): Promise<Taken> {
  const child = fork(join(import.meta.dirname, 'export/one-file.ts'));
  child.send({ dataDir, databaseUrl, collection, format, stories });
  const [answer] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [Taken | number];
  if (typeof answer !== 'object') throw new Error(`the process that writes ${format} ended`);
  child.kill();
  return answer;
}
