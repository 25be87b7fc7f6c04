import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../../server/config.ts';
import { connect } from '../../../server/database/connection.ts';
import { migrate } from '../../../server/database/migrate.ts';
import { openHouse } from '../../../server/services/house.ts';
import { openCollection } from '../../fixtures.ts';

/** A process of its own that imports the file it is told, and tells its parent how long that took and how much memory. */
const [, , file = '', folder = ''] = process.argv;
const config = readConfig({ DATA_DIR: join(folder, 'data') });
const database = connect(config.databaseUrl);
await migrate(database);
const house = openHouse(database, config);
const collection = await openCollection(house);
const seconds = async (work: () => Promise<unknown>) => {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
};

const before = process.memoryUsage.rss();
const { id } = await house.importing.receive(collection, null, 'capture.csv', createReadStream(file));
const check = await seconds(async () => {
  await house.importing.check(collection, null, id, { wave: 'first', language: 'en-GB', columns: {}, regions: {} });
  await house.importing.idle();
});
const checked = await house.importing.one(collection, null, id);
if (checked.state !== 'checked') throw new Error(checked.trouble ?? checked.state);
const take = await seconds(async () => {
  const consent = ['patterns' as const, 'read' as const];
  await house.importing.take(collection, null, id, { consent, statement: 'Invented.', leaveOut: checked.report?.refused ?? 0 });
  await house.importing.idle();
});
const stories = await house.listings.count(collection.id);
const most = process.resourceUsage().maxRSS * 1024;
process.send?.({ check, take, stories, most, growth: most - before });
await database.close();
