#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { collection } from './commands/collection.ts';
import { addDemonstration } from './commands/demo.ts';
import { exportStories } from './commands/export.ts';
import { checkFile, framework } from './commands/framework.ts';
import { importFile } from './commands/import.ts';
import { addPerson } from './commands/person.ts';
import { readConfig } from './config.ts';
import { connect, type Database } from './database/connection.ts';
import { migrate } from './database/migrate.ts';
import { tryListening } from './listening.ts';
import { keepHeapSmall } from './memory.ts';
import { admitPepper } from './services/admission.ts';
import { openHouse } from './services/house.ts';
import { noPepper } from './services/secrets.ts';

const usage = `storyfield <command>

  start [--empty] [--new-pepper]
                              serve, with the demonstration when the database is empty; --new-pepper where the one that
                              receipts were made with is lost for good
  migrate                     bring the database to the newest state
  demo [--stories N]          add a collection of N invented stories (520)
  framework check FILE        say what keeps a file from being a framework, and what to look at
  framework import FILE       begin a framework from a file: Storyfield or SenseMaker JSON, NarraFirma CSV
  framework export ID [--version N]
                              write a framework's file to standard output, the newest version unless told
  framework publish ID [--same-meaning KEY,KEY]
                              publish its draft, for good; KEYs name signifiers whose corners or poles mean the same
                              in other words
  import SLUG FILE [--framework DEFINITION] [--wave KEY] [--language TAG] [--dry-run]
         [--consent patterns,read,… --statement WHY] [--leave-out N] [--regions VALUE=KEY,…]
                              take stories from a file: SenseMaker CSV, NarraFirma CSV with its story form as DEFINITION, or our
                              own CSV or data package; DEFINITION names columns by its ids, --regions what regions are called.
                              All or nothing; the consent that they carry is yours to state. --leave-out takes a file
                              without its N refused rows
  import SLUG ID --take-back --reason WHY
                              delete all that an import from here brought, for good
  export SLUG --as EMAIL --purpose workshop|research|publication [--format csv] [--view NAME]
         [--cards-a-page 2|4|8] [--zones] [--no-byte-order-mark]
  export SLUG --as EMAIL --number N
                              take stories out to standard output as that person may, or fetch an export again. --zones
                              says beside each story where it was placed, in words, for workshops and publication;
                              --no-byte-order-mark leaves out the mark by which Excel knows a CSV's letters
  collection open|close SLUG  let a collection take stories, or no more
  person --name N --email E --role R [--region K]
                              add a person and print a one-time sign-in link

ID is a framework's id, or its key where only one has it. FILE may be -, for standard input.
Exit codes: 0 done; 1 not done, and why on standard error; 2 this help, where what to do or to what is missing.

Settings come from the environment: PORT, HOST, DATABASE_URL, DATA_DIR, PUBLIC_URL, PEPPER.`;

const options = {
  empty: { type: 'boolean' },
  'new-pepper': { type: 'boolean' },
  stories: { type: 'string' },
  name: { type: 'string' },
  email: { type: 'string' },
  role: { type: 'string' },
  region: { type: 'string' },
  version: { type: 'string' },
  'same-meaning': { type: 'string' },
  framework: { type: 'string' },
  wave: { type: 'string' },
  regions: { type: 'string' },
  'take-back': { type: 'boolean' },
  reason: { type: 'string' },
  language: { type: 'string' },
  consent: { type: 'string' },
  statement: { type: 'string' },
  'leave-out': { type: 'string' },
  'dry-run': { type: 'boolean' },
  as: { type: 'string' },
  purpose: { type: 'string' },
  format: { type: 'string' },
  view: { type: 'string' },
  number: { type: 'string' },
  'cards-a-page': { type: 'string' },
  zones: { type: 'boolean' },
  'no-byte-order-mark': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** How many words follow a command, such as what to do and to what; none after all others. */
const follow: Record<string, number> = { framework: 2, collection: 2, import: 2, export: 1 };

/** Commands that touch what the pepper keys: stories by their receipts, files by their digests. The others have no pepper. */
const keyed = new Set(['start', 'demo', 'import']);

async function main(): Promise<void> {
  // What is kept here is for whoever runs this alone: the database, its log, files on their way.
  process.umask(0o077);
  keepHeapSmall();
  const { positionals, values } = parseArgs({ options, allowPositionals: true });
  const [command, ...more] = positionals;
  if (values.help || !command || more.length !== (follow[command] ?? 0)) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  if (command === 'framework' && more[0] === 'check') return checkFile(more[1]);
  const config = readConfig(process.env);
  if (command === 'start') await tryListening(config);
  const database = await reach(config.databaseUrl);
  try {
    const ran = await migrate(database);
    const isNew = values['new-pepper'] ?? false;
    const { pepper, others } = keyed.has(command) ? await admitPepper(database, config, isNew) : { pepper: noPepper, others: 0 };
    const house = openHouse(database, config, pepper);
    if (command === 'start') {
      if (others) console.log(`Codes that were made with ${others === 1 ? 'another pepper' : `${others} other peppers`} open nothing now.`);
      // Loading what only serving needs takes longer than most commands take to run.
      const { serve } = await import('./serve.ts');
      return await serve(house, { empty: values.empty ?? false });
    }
    if (command === 'migrate') console.log(ran.length ? `Done: ${ran.join(', ')}.` : 'The database is up to date.');
    else if (command === 'demo') await addDemonstration(house, values.stories);
    else if (command === 'person') await addPerson(house, values);
    else if (command === 'framework') await framework(house, more, values);
    else if (command === 'import') await importFile(house, more, values);
    else if (command === 'export') await exportStories(house, more, values);
    else if (command === 'collection') await collection(house, more);
    else throw new Error(`There is no command "${command}".\n\n${usage}`);
  } catch (error) {
    await database.close();
    throw error;
  }
  await database.close();
}

/** @throws Error with what the database says, where it is and what to look at; a password in its address is not repeated */
async function reach(url: string): Promise<Database> {
  try {
    const database = connect(url);
    await database.ping().catch(async (error: unknown) => {
      await database.close();
      throw error;
    });
    return database;
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    throw new Error(
      `The database ${whereIs(url)} cannot be reached: ${message || code}.\nLook at DATABASE_URL and DATA_DIR, and whether it runs.`,
    );
  }
}

/** Where a database is, without who asks for it there. */
function whereIs(url: string): string {
  if (url.startsWith('sqlite:')) return url.slice('sqlite:'.length);
  return URL.canParse(url) ? new URL(url).host + new URL(url).pathname : 'of DATABASE_URL';
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
