import type { Fault } from '../../triads/framework/checks.ts';
import { checkFramework } from '../../triads/framework/checks.ts';
import { draftOf, publishable } from '../../triads/framework/draft.ts';
import { largestFile } from '../../triads/framework/file.ts';
import { type Draft, draft } from '../../triads/framework/framework.ts';
import type { DefinedNames } from './imports/called.ts';
import { readMembers } from './json.ts';
import { readNarrafirma } from './narrafirma.ts';
import { readSensemaker } from './sensemaker.ts';

export type FrameworkFormat = 'storyfield' | 'sensemaker' | 'narrafirma';

/** What was read: a draft with what there is to know about it, or every fault of a file that cannot be read. */
export type ReadFramework = { format: FrameworkFormat; draft: Draft; remarks: Fault[]; names?: DefinedNames } | { faults: Fault[] };

/** More faults than anybody reads at once. */
const mostFaults = 100;

/** Reads a framework from a file of any of the known formats, which it tells by what the file holds. Never throws; all or nothing. */
export function readFramework(bytes: Uint8Array): ReadFramework {
  if (bytes.length > largestFile) return refused(`is larger than ${largestFile / 1024 / 1024} MB: no framework is`);
  const text = decoded(bytes);
  if (text === null) return refused('is not text in UTF-8: save it as UTF-8 and try again');
  const read = /^\s*[[{]/.test(text) ? readJson(text) : readNarrafirma(text);
  if (!('faults' in read) || read.faults.length <= mostFaults) return read;
  const left = read.faults.length - mostFaults;
  return { faults: [...read.faults.slice(0, mostFaults), { path: '', message: `and ${left} more faults` }] };
}

const refused = (message: string): ReadFramework => ({ faults: [{ path: '', message }] });

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function readJson(text: string): ReadFramework {
  const read = readMembers(text);
  if ('faults' in read) return read;
  const { value: file } = read;
  if (typeof file !== 'object' || file === null) return refused('is no framework');
  const format = 'format' in file ? file.format : undefined;
  if (format === 'storyfield-framework/1') {
    const { framework, faults } = checkFramework(file);
    if (!framework) return { faults };
    const draft = draftOf(framework);
    // It says that it is whole: texts of nothing but spaces are no fault of its shape, yet keep it from being published.
    return { format: 'storyfield', draft, remarks: publishable(draft).faults };
  }
  if (format === 'storyfield-draft/1') {
    const parsed = draft.safeParse(file);
    if (parsed.success) return { format: 'storyfield', draft: parsed.data, remarks: [] };
    return { faults: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) };
  }
  if (format !== undefined) return { faults: [{ path: 'format', message: 'is not one that is known: storyfield-framework/1' }] };
  if (isDefinition(file) || (Array.isArray(file) && file.some(isDefinition))) return readSensemaker(file);
  return refused('is no framework: it has neither a format nor signifiers');
}

/** Whether a part of a file looks like a definition of SenseMaker's, or like one signifier of it. */
const isDefinition = (part: unknown) =>
  typeof part === 'object' && part !== null && ('signifiers' in part || 'sections' in part || ('type' in part && 'content' in part));
