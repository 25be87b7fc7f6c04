import type { Config } from '../config.ts';
import type { Database } from '../database/connection.ts';
import { addPepper, knownPeppers } from '../repositories/peppers.ts';
import { type Pepper, pepperAtHand, readPepper } from './secrets.ts';

const otherPepper = `The stories here were taken with another pepper: without it no participant's code opens its story.
Set PEPPER to what it was, or bring secrets/pepper back into DATA_DIR from your backup. If it is lost for good, start with
--new-pepper: the codes of stories taken before then stay without use, those of later ones work.`;

/**
 * Lets the pepper of these settings in: one that receipts here were made with, the first of all, or one that is said to be new. It
 * is known from then on.
 * @returns it, and how many others receipts here were made with, none of which opens a story now
 * @throws Error for the person who started it, where it is another; none is made then
 */
export async function admitPepper({ db }: Database, config: Config, isNew: boolean): Promise<{ pepper: Pepper; others: number }> {
  const known = await knownPeppers(db);
  const own = pepperAtHand(config)?.name;
  if (known.length && !isNew && !known.some((name) => name === own)) throw new Error(otherPepper);
  const pepper = readPepper(config);
  await addPepper(db, pepper.name);
  return { pepper, others: known.filter((other) => other !== pepper.name).length };
}
