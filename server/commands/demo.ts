import { stories as inventedStories } from '../demonstration/ccpl-pulse.ts';
import { ccplFramework, demonstrationCollections } from '../demonstration/collections.ts';
import { loadCollection } from '../services/demonstration.ts';
import type { House } from '../services/house.ts';

/** `storyfield demo --stories N`: one more collection of N invented stories, with progress. */
export async function addDemonstration(house: House, asked = '520'): Promise<void> {
  const stories = Number(asked);
  if (!Number.isInteger(stories) || stories < 1 || stories > 5_000_000)
    throw new Error('--stories takes a whole number from 1 to 5,000,000.');
  const pulse = demonstrationCollections.find(({ waves }) => waves.length > 1);
  if (!pulse) throw new Error('The demonstration has no collection with waves.');
  const slug = await freeSlug(house, `${pulse.slug}-${stories}`);
  const isTerminal = process.stdout.isTTY;
  const collection = await loadCollection(house, { ...pulse, slug, stories: inventedStories(ccplFramework, 2026, stories) }, (stored) => {
    if (isTerminal) process.stdout.write(`\r${stored.toLocaleString('en-GB')} of ${stories.toLocaleString('en-GB')} stories`);
  });
  if (isTerminal) process.stdout.write('\n');
  console.log(`Added the collection ${collection.slug} with ${stories.toLocaleString('en-GB')} invented stories.`);
}

async function freeSlug(house: House, slug: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? slug : `${slug}-${number}`;
    if (!(await house.collections.bySlug(free))) return free;
  }
}
