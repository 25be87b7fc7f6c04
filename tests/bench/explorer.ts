import { density } from './explorer/density.ts';
import { filters } from './explorer/filters.ts';
import { inChromium } from './explorer/in-chromium.ts';
import { wholeBoard } from './explorer/whole-board.ts';

/** The pattern explorer, with its peers in the same run. */
export async function run(): Promise<void> {
  for (const stories of [100_000, 1_000_000]) {
    filters(stories);
    wholeBoard(stories);
  }
  await inChromium();
  for (const stories of [100, 1000, 10_000, 100_000, 1_000_000]) density(stories);
}
