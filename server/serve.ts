import { buildApp } from './app.ts';
import { firstOwner } from './contract/staff.ts';
import { cannotListen } from './listening.ts';
import type { App } from './routes/door.ts';
import { demonstrators, loadDemonstration } from './services/demonstration.ts';
import type { House } from './services/house.ts';
import { ownsHouse } from './services/staffing.ts';

const minute = 60_000;
const day = 86_400_000;

/**
 * Serves until it is told to stop, and says where to begin.
 * @throws Error where it cannot, for the person who started it
 */
export async function serve(house: House, { empty }: { empty: boolean }): Promise<void> {
  const { config, database } = house;
  const redone = await house.receipts.replayLedger();
  if (redone) console.log(`${redone} stories were changed as their participants asked since this backup.`);
  const isEmpty = !(await house.collections.all()).length && !(await house.people.all()).length;
  if (isEmpty && !empty) {
    console.log('Filling the empty database with the demonstration…');
    await loadDemonstration(house);
  }
  await retain(house);
  await sweep(house);
  const app = await buildApp({ house, log: process.stdout });
  await app.listen({ port: config.port, host: config.host }).catch(cannotListen(config));
  const daily = setInterval(() => void retain(house), day);
  const often = setInterval(() => void sweep(house), minute);
  await welcome(app);

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    clearInterval(daily);
    clearInterval(often);
    await house.importing.stop();
    await app.close();
    await database.close();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** Deletes what collections keep no longer; where that fails it is said, and tried again the next day. */
async function retain({ retention }: House): Promise<void> {
  try {
    const { words, stories, takenOut } = await retention.retain();
    if (words || stories) console.log(`Kept no longer, and deleted: the words of ${words} stories, and ${stories} whole stories.`);
    if (takenOut) console.log(`Deleted what reviewers took out of ${takenOut} stories.`);
  } catch (error) {
    console.error('What is kept no longer could not be deleted:', error);
  }
}

/** Undoes what stopped imports left; where that fails it is said, and tried again a minute later. */
async function sweep({ importing }: House): Promise<void> {
  await importing.sweep().catch((error: unknown) => console.error('What a stopped import left could not be undone:', error));
}

async function welcome({ house, sessions }: App): Promise<void> {
  const { publicUrl } = house.config;
  console.log(`\nStoryfield is at ${publicUrl}\n`);
  const link = async (personId: string) => `${publicUrl}/sign-in#${(await sessions.makeLink(personId)).secret}`;
  const shown = await demonstrators(house);
  if (shown) {
    console.log(`  Tell a story            ${publicUrl}/c/ccpl-pulse`);
    console.log(`  Explore and release     ${await link(shown.explorer.id)}`);
    console.log(`  Export for a workshop   ${await link(shown.exporter.id)}`);
    console.log('\nThe stories are invented. Each sign-in link works once; starting again prints new ones.\n');
    return;
  }
  const people = await house.people.all();
  if (people.some((person) => ownsHouse(person) && person.passwordHash !== null)) return;
  const first =
    people.find(ownsHouse) ??
    (await house.staffing.add({ ...firstOwner, grants: [{ role: 'owner', collection: null, region: null }] }, null));
  console.log(`  Sign in as the first owner   ${await link(first.id)}`);
  console.log('\nThe link works once. Set a password after signing in.\n');
}
