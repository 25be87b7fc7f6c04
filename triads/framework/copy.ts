import type { Choice, Document, Signifier } from './framework.ts';
import { areRelated, textsIn } from './languages.ts';
import { localise } from './localise.ts';
import { mapTexts, textsOf } from './texts.ts';

const mostSignifiers = 100;

/** Signifiers as another framework takes them, and what became of them on the way, in sentences. */
export interface Copies {
  signifiers: Signifier[];
  remarks: string[];
}

/**
 * Signifiers of one framework as a draft of another takes them: in that draft's languages, under keys of their own, with one region
 * question at most. What is left out or changed is said.
 * @param language in which signifiers are named in the remarks
 */
export function copiesFor(draft: Document, chosen: readonly Signifier[], language: string): Copies {
  const room = Math.max(0, mostSignifiers - draft.signifiers.length);
  const remarks =
    chosen.length > room ? [`Only ${room} of ${chosen.length} were copied: a framework has up to ${mostSignifiers} signifiers.`] : [];
  const taken = new Set(draft.signifiers.map(({ key }) => key));
  let hasRegion = draft.signifiers.some(isRegion);
  const left = new Set<string>();
  const signifiers = chosen.slice(0, room).map((original) => {
    const name = `“${localise(original.short, language) || original.key}”`;
    for (const { texts } of textsOf(original)) {
      for (const tag of Object.keys(texts)) if (!draft.languages.some((language) => areRelated(tag, language))) left.add(tag);
    }
    const inLanguages = mapTexts(original, (texts) => textsIn(texts, draft.languages));
    const copy = { ...inLanguages, key: freeKey(original.key, taken) };
    if (copy.key !== original.key) remarks.push(`${name} has the key "${copy.key}" here: "${original.key}" is taken.`);
    if (!isRegion(copy)) return copy;
    if (!hasRegion) {
      hasRegion = true;
      return copy;
    }
    remarks.push(`${name} does not say the region here: another question does.`);
    const { role: _, ...plain } = copy;
    return plain;
  });
  if (left.size)
    remarks.push(`Texts in ${[...left].join(', ')} were left out: this framework is not in ${left.size === 1 ? 'it' : 'them'}.`);
  for (const tag of draft.languages) {
    const missing = signifiers.flatMap((signifier) => [...textsOf(signifier)]).filter(({ texts }) => !texts[tag]?.trim()).length;
    if (missing) remarks.push(`${missing === 1 ? 'One text is' : `${missing} texts are`} still to be written in ${tag}.`);
  }
  return { signifiers, remarks };
}

const isRegion = (signifier: Signifier): signifier is Choice => signifier.kind === 'choice' && signifier.role === 'region';

/** The key, or the first with a number behind it that is free; it is taken from then on. */
function freeKey(wanted: string, taken: Set<string>): string {
  let key = wanted;
  for (let number = 2; taken.has(key); number += 1) key = `${wanted.slice(0, 36).replace(/-+$/, '')}-${number}`;
  taken.add(key);
  return key;
}
