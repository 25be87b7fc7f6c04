import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { importTaking, importTakingBack } from '../contract/imports.ts';
import { faultsOf, ProblemError, problems } from '../problems.ts';
import type { Collection } from '../repositories/collections.ts';
import type { House } from '../services/house.ts';
import { waveToAsk } from '../services/windows.ts';
import { inWords } from './problem.ts';

interface Options {
  framework?: string | undefined;
  wave?: string | undefined;
  language?: string | undefined;
  consent?: string | undefined;
  statement?: string | undefined;
  'leave-out'?: string | undefined;
  'dry-run'?: boolean | undefined;
  regions?: string | undefined;
  'take-back'?: boolean | undefined;
  reason?: string | undefined;
}

/** Who imports where a command is run. */
const nobody = null;

/** `storyfield import`: checks a file of stories, says what would become of it, and takes it unless told not to. */
export async function importFile(house: House, [slug = '', file = '']: string[], options: Options): Promise<void> {
  const collection = await house.collections.bySlug(slug);
  if (!collection) throw new Error(`There is no collection "${slug}".`);
  if (options['take-back']) return takeBack(house, collection, file, options.reason);
  const stated = options['dry-run'] ? null : statedIn(options);
  const definition =
    options.framework === undefined ? null : await readFile(options.framework, 'utf8').catch(unreadable(options.framework));
  const { importing, now } = house;
  const source = file === '-' ? process.stdin : (await open(file).catch(unreadable(file))).createReadStream();
  const name = file === '-' ? 'standard input' : basename(file);
  const { id } = await importing.receive(collection, nobody, name, source).catch(unreadable(name));
  try {
    const { wave = waveToAsk(collection, now()).key, language = collection.languages[0] ?? '' } = options;
    await importing.check(collection, nobody, id, { wave, language, definition, columns: {}, regions: regionsIn(options) });
    const refused = await reported(house, collection, id);
    if (!stated) return;
    await importing.take(collection, nobody, id, { ...stated, leaveOut: Number(options['leave-out'] ?? 0) });
    await importing.idle();
    const { state, stories, trouble } = await importing.one(collection, nobody, id);
    if (state !== 'done') throw new Error(`${trouble} Nothing was kept.`);
    console.log(`Took ${stories} stories into ${slug}, ${wave}${refused ? `, and left out ${refused} rows` : ''}. They have no receipts.`);
    console.log(`To take them back: storyfield import ${slug} ${id} --take-back --reason WHY`);
  } catch (error) {
    throw error instanceof ProblemError ? new Error(inWords(error)) : error;
  } finally {
    await importing.discard(collection, nobody, id).catch(() => {});
  }
}

/** Deletes all that an import brought, which was made here. */
async function takeBack({ importing }: House, collection: Collection, id: string, reason?: string): Promise<void> {
  const stated = importTakingBack.safeParse({ reason });
  if (!stated.success) throw new Error('Say why, with --reason: it stands in the audit.');
  try {
    await importing.takeBack(collection, nobody, id, stated.data.reason);
    await importing.idle();
    const { state, stories } = await importing.one(collection, nobody, id);
    if (state !== 'taken-back') throw new Error('Not all could be deleted yet: the server goes on with it when it runs.');
    console.log(`Took back ${stories} stories of ${collection.slug}. They are deleted for good.`);
  } catch (error) {
    throw error instanceof ProblemError ? new Error(inWords(error)) : error;
  }
}

/** Prints what the check found. @returns how many rows are refused */
async function reported({ importing }: House, collection: Collection, id: string): Promise<number> {
  await importing.idle();
  const { state, report, trouble } = await importing.one(collection, nobody, id);
  for (const line of report?.written ?? []) console.log(line);
  for (const { header, use } of report?.columns ?? [])
    console.log(`${use === null ? 'left out' : 'taken   '} ${header}${use ? `: ${use}` : ''}`);
  for (const { outcome, row, column, was, became } of report?.findings ?? [])
    console.log(`${outcome.padEnd(8)} row ${row}${column ? `, ${column}` : ''}: ${was ? `“${was}” ` : ''}${became}`);
  if (state !== 'checked' || !report) throw new Error(`${trouble ?? 'The file cannot be taken.'} Nothing was kept.`);
  console.log(`${report.rows} rows: ${report.taken} can be taken, ${report.mended} of them mended; ${report.refused} are refused.`);
  return report.refused;
}

/** `Mids=midlands,Elsewhere=` */
function regionsIn({ regions }: Options): Record<string, string> {
  return Object.fromEntries(
    (regions?.split(',') ?? []).map((one) => [one.slice(0, one.lastIndexOf('=')), one.slice(one.lastIndexOf('=') + 1)]),
  );
}

function statedIn({ consent, statement }: Options) {
  const parsed = importTaking.safeParse({ consent: consent?.split(',') ?? [], statement: statement ?? '', leaveOut: 0 });
  if (parsed.success) return parsed.data;
  const faults = faultsOf(parsed.error.issues).map(({ path, message }) => ({ path: `--${path.split('.')[0]}`, message }));
  throw new Error(inWords(problems.invalid(faults)));
}

const unreadable = (file: string) => (error: unknown) => {
  if (error instanceof ProblemError) throw new Error(inWords(error));
  throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
};
