#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { addDemonstration } from './commands/demo.ts';
import { addPerson } from './commands/person.ts';
import { readConfig } from './config.ts';
import { connect } from './database/connection.ts';
import { migrate } from './database/migrate.ts';
import { serve } from './serve.ts';
import { openHouse } from './services/house.ts';

const usage = `storyfield <command>

  start [--empty]             serve, with the demonstration when the database is empty
  migrate                     bring the database to the newest state
  demo [--stories N]          add a collection of N invented stories (520)
  person --name N --email E --role R [--region K]
                              add a person and print a one-time sign-in link

Settings come from the environment: PORT, HOST, DATABASE_URL, DATA_DIR, PUBLIC_URL, PEPPER.`;

const options = {
  empty: { type: 'boolean' },
  stories: { type: 'string' },
  name: { type: 'string' },
  email: { type: 'string' },
  role: { type: 'string' },
  region: { type: 'string' },
  help: { type: 'boolean' },
} as const;

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({ options, allowPositionals: true });
  const [command] = positionals;
  if (values.help || !command || positionals.length > 1) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const config = readConfig(process.env);
  const database = connect(config.databaseUrl);
  const ran = await migrate(database);
  const house = openHouse(database, config);
  if (command === 'start') return serve(house, { empty: values.empty ?? false });
  try {
    if (command === 'migrate') console.log(ran.length ? `Done: ${ran.join(', ')}.` : 'The database is up to date.');
    else if (command === 'demo') await addDemonstration(house, values.stories);
    else if (command === 'person') await addPerson(house, values);
    else throw new Error(`There is no command "${command}".\n\n${usage}`);
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
