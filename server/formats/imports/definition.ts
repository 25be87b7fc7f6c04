import type { Draft, Framework, Signifier } from '../../../triads/framework/framework.ts';
import { readFramework } from '../read-framework.ts';
import { type DefinedNames, partsOf, plain } from './called.ts';
import { Unreadable } from './unreadable.ts';

/**
 * The names that a definition file gives to what a framework asks: its ids, found by key or by the same words.
 * @returns null where the file is one of our own, whose keys are all the names there are
 * @throws Unreadable with what is wrong in the file, or where it defines another framework
 */
export function namesIn(definition: string, framework: Framework): DefinedNames | null {
  const read = readFramework(Buffer.from(definition));
  if ('faults' in read) {
    const [first] = read.faults;
    throw new Unreadable(`The definition cannot be read: ${first?.path || 'the file'} ${first?.message ?? ''}.`);
  }
  const { draft, names } = read;
  if (!names) return null;
  const fitted = framework.signifiers.flatMap((signifier) => {
    const from = counterpart(draft, signifier);
    const known = from && names.signifiers[from.key];
    return known ? [[signifier.key, { ...known, parts: fittedParts(from, signifier, known.parts) }] as const] : [];
  });
  if (!fitted.length) throw new Unreadable('The definition is of another framework: none of its questions is asked by this wave.');
  return { ...names, signifiers: Object.fromEntries(fitted) };
}

function counterpart({ signifiers }: Draft, wanted: Signifier): Signifier | undefined {
  const words = Object.values(wanted.question).map(plain);
  return (
    signifiers.find(({ key, kind }) => key === wanted.key && kind === wanted.kind) ??
    signifiers.find(({ kind, question }) => kind === wanted.kind && Object.values(question).some((text) => words.includes(plain(text))))
  );
}

function fittedParts(from: Signifier, to: Signifier, ids: (string | null)[]): (string | null)[] {
  const parts = partsOf(from);
  return partsOf(to).map(({ key, label }) => {
    const words = Object.values(label).map(plain);
    const same = parts.findIndex((part) => part.key === key);
    const index = same !== -1 ? same : parts.findIndex((part) => Object.values(part.label).some((text) => words.includes(plain(text))));
    return ids[index] ?? null;
  });
}
