import { createReadStream } from 'node:fs';
import { adviceOn } from '../../triads/framework/advice/advice.ts';
import { frameworkFile, largestFile } from '../../triads/framework/file.ts';
import { readFramework } from '../formats/read-framework.ts';
import { ProblemError, problems } from '../problems.ts';
import type { FrameworkHistory } from '../repositories/frameworks.ts';
import type { House } from '../services/house.ts';
import { inWords, theServer } from './problem.ts';

interface Options {
  version?: string | undefined;
  'same-meaning'?: string | undefined;
}

/** `storyfield framework check`: what keeps a file from being published, then what to look at; neither needs a database. */
export async function checkFile(file = ''): Promise<void> {
  const read = readFramework(await bytesOf(file));
  if ('faults' in read) throw new Error(inWords(problems.noFramework(read.faults)));
  for (const { path, message } of read.remarks) console.log(`note     ${path}: ${message}`);
  const found = read.draft.languages.flatMap((language) => adviceOn(read.draft, language));
  const lines = new Set(found.map(({ severity, path, why, whatToDo }) => `${severity.padEnd(8)} ${path}: ${why} ${whatToDo}`));
  for (const line of lines) console.log(line);
  const refused = found.filter(({ severity }) => severity === 'refused');
  if (refused.length) throw new Error('This framework cannot be published yet.');
  console.log(`${read.draft.key} can be published: ${read.draft.signifiers.length} signifiers in ${read.draft.languages.join(', ')}.`);
}

/** `storyfield framework import|export|publish`. */
export async function framework(house: House, [action = '', named = '']: string[], options: Options): Promise<void> {
  const run = actions[action];
  if (!run)
    throw new Error(
      `There is no "framework ${action}": it can be checked, imported, exported or published (check, import, export, publish).`,
    );
  await run(house, named, options).catch((error: unknown) => {
    throw error instanceof ProblemError ? new Error(inWords(error)) : error;
  });
}

const actions: Record<string, (house: House, named: string, options: Options) => Promise<void>> = {
  async import({ designs }, file) {
    const { framework, format, remarks } = await designs.beginFromFile(theServer, await bytesOf(file));
    for (const { path, message } of remarks) console.log(`note     ${path}: ${message}`);
    console.log(`Began the framework ${framework.key} from a ${format} file, as a draft: ${framework.id}`);
  },

  async export(house, named, { version }) {
    const { versions } = await find(house, named);
    const wanted = version === undefined ? versions.at(-1) : versions.find(({ number }) => String(number) === version);
    if (!wanted) throw new Error(`${named} has no version ${version}.`);
    process.stdout.write(frameworkFile(wanted.document));
  },

  async publish(house, named, { 'same-meaning': sameMeaning }) {
    const { id } = await find(house, named);
    const { tag } = await house.designs.draft(theServer, id).catch(() => {
      throw new Error(`${named} has no draft to publish.`);
    });
    const { number } = await house.designs.publish(theServer, id, tag, sameMeaning?.split(',') ?? []);
    console.log(`Published version ${number} of ${named}.`);
  },
};

/** A framework by its id, or by its key where only one has it. */
async function find({ frameworks }: House, named: string): Promise<FrameworkHistory> {
  const all = await frameworks.all();
  const found = all.filter(({ id, versions }) => id === named || versions.at(-1)?.document.key === named);
  if (found.length > 1)
    throw new Error(`${found.length} frameworks have the key "${named}". Name one by its id: ${found.map(({ id }) => id).join(', ')}`);
  if (!found[0]) throw new Error(`There is no framework "${named}".`);
  return found[0];
}

/** The bytes of a file, or of standard input where it is `-`; no more than show that it is too large. */
async function bytesOf(file: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of file === '-' ? process.stdin : createReadStream(file)) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > largestFile) break;
    }
  } catch (error) {
    throw new Error(`${file === '-' ? 'Standard input' : file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
  return Buffer.concat(chunks);
}
