import { pipeline } from 'node:stream/promises';
import { newExport } from '../contract/exports.ts';
import { faultsOf, ProblemError, problems } from '../problems.ts';
import type { House } from '../services/house.ts';
import { inWords } from './problem.ts';

interface Options {
  as?: string | undefined;
  purpose?: string | undefined;
  format?: string | undefined;
  view?: string | undefined;
  number?: string | undefined;
  'cards-a-page'?: string | undefined;
  zones?: boolean | undefined;
  'no-byte-order-mark'?: boolean | undefined;
}

/** `storyfield export`: takes stories out as a person who may, or fetches an export again, to standard output; what is said goes to standard error. */
export async function exportStories(house: House, [slug = '']: string[], options: Options): Promise<void> {
  const collection = await house.collections.bySlug(slug);
  if (!collection) throw new Error(`There is no collection "${slug}".`);
  const person = options.as === undefined ? null : await house.people.byEmail(options.as);
  if (!person) throw new Error('Say as whom: --as, and the email of a person who may take stories out here.');
  const grants = person.grants.filter((grant) => grant.collection === null || grant.collection === collection.id);
  const taker = { person, grants };
  try {
    if (options.number !== undefined) {
      const { number } = options;
      const found = (await house.exporting.list(collection, taker)).find((entry) => entry.number === number.toUpperCase());
      if (!found) throw new Error(`${person.name} has no export ${number} of ${slug}.`);
      return await write(found.id);
    }
    const views = options.view === undefined ? [] : await house.kept.views(collection);
    const view = views.find(({ name }) => name === options.view)?.id ?? null;
    if (options.view !== undefined && view === null) throw new Error(`There is no saved view "${options.view}".`);
    const asked = newExport.safeParse({ purpose: options.purpose, format: options.format ?? 'csv', view, options: chosenIn(options) });
    if (!asked.success) throw problems.invalid(faultsOf(asked.error.issues));
    const { id, number, stories } = await house.exporting.make(collection, taker, asked.data);
    await house.exporting.idle();
    console.error(`Export ${number}: ${stories} stories.`);
    if (asked.data.purpose === 'publication')
      console.error(`Somebody else has to check it; then: storyfield export ${slug} --as ${person.email} --number ${number}`);
    else await write(id);
  } catch (error) {
    throw error instanceof ProblemError ? new Error(inWords(error)) : error;
  }

  async function write(id: string): Promise<void> {
    if (!collection) return;
    const { stream } = await house.exporting.file(collection, taker, id);
    await pipeline(stream, process.stdout, { end: false });
    const { stream: provenance } = await house.exporting.provenance(collection, taker, id);
    await pipeline(provenance, process.stderr, { end: false });
  }
}

/** What is chosen for the format, to be checked as what the page sends is. */
function chosenIn({ 'cards-a-page': aPage, zones, 'no-byte-order-mark': noMark }: Options): object {
  return { ...(aPage !== undefined && { aPage: Number(aPage) }), ...(zones && { zones }), ...(noMark && { byteOrderMark: false }) };
}
