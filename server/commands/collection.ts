import { ProblemError } from '../problems.ts';
import type { House } from '../services/house.ts';
import { inWords, theServer } from './problem.ts';

/** `storyfield collection open|close`. */
export async function collection({ collections, gathering }: House, [action, slug = '']: string[]): Promise<void> {
  if (action !== 'open' && action !== 'close') throw new Error(`A collection can be opened or closed: there is no "collection ${action}".`);
  const found = await collections.bySlug(slug);
  if (!found) throw new Error(`There is no collection "${slug}".`);
  const set = gathering.setTaking(theServer, found, action === 'open' ? 'open' : 'closed');
  const { waves } = await set.catch((error: unknown) => {
    throw error instanceof ProblemError ? new Error(inWords(error)) : error;
  });
  const open = waves.find(({ state }) => state === 'open');
  console.log(action === 'close' ? `${slug} takes no more stories.` : `${slug} takes stories${open ? '' : ' once its next wave opens'}.`);
}
