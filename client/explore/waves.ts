import type { Collection } from '../../server/contract/collections.ts';
import { partsOf } from '../../triads/framework/changes.ts';
import type { Localised, Signifier } from '../../triads/framework/framework.ts';
import { localise } from '../../triads/framework/localise.ts';
import type { Clause } from '../../triads/selection/clause.ts';
import { listed } from '../parts/words.ts';
import { shortName } from './saying.ts';

/** How one or more waves asked a signifier otherwise than the newest wave that asks it. */
export interface Otherwise {
  /** "Not asked in Autumn 2025", without its full stop. */
  words: string;
  /** Both wordings of each text that read otherwise, in a language in which they do. */
  wordings: { what: string; language: string; before: string; after: string }[];
}

/** Where the waves of a collection do not agree on one signifier; empty where they do. */
export function otherwise(signifier: Signifier, { differences, waves }: Collection, language: string): Otherwise[] {
  const parts = partsOf(signifier);
  const own = differences.filter((difference) => difference.signifier === signifier.key);
  const together = Map.groupBy(own, ({ kind, part, waves, texts }) => JSON.stringify([kind, part === null, waves, texts]));
  return [...together.values()].flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    const where = listed(waveNames(first.waves, waves, language));
    const named = alike.flatMap(({ part }) => (part === null ? [] : `“${localise(parts.get(part) ?? { en: part }, language)}”`));
    if (first.kind === 'reworded')
      return [{ words: `In other words in ${where}`, wordings: first.texts.map((text) => wording(text, language)) }];
    if (!named.length) return [{ words: `Not asked in ${where}`, wordings: [] }];
    return [{ words: `${listed(named)} ${named.length === 1 ? 'was' : 'were'} not there in ${where}`, wordings: [] }];
  });
}

/** The label of a wave; its key where it has none. */
export function waveNames(keys: readonly string[], waves: Collection['waves'], language: string): string[] {
  return keys.map((key) => localise(waves.find((wave) => wave.key === key)?.label ?? { en: key }, language));
}

/** Whether a wave asked a signifier, or at least one of these parts of it. */
export function isAsked({ differences }: Collection, wave: string, signifier: string, parts: readonly string[] = []): boolean {
  const unasked = (part: string | null) =>
    differences.some((one) => one.kind === 'unasked' && one.signifier === signifier && one.part === part && one.waves.includes(wave));
  return !unasked(null) && (parts.length === 0 || !parts.every(unasked));
}

/**
 * Which waves a choice on the board leaves out only because they did not ask what it is about, in sentences.
 * One turned round leaves out none, nor does one of which any other will do.
 * @param clauses what is chosen; waves among them say which are looked at
 */
export function leftOut(clauses: readonly Clause[], collection: Collection, language: string): string[] {
  const chosen = clauses.flatMap((clause) => (clause.kind === 'waves' && !clause.not ? [clause.waves] : []))[0];
  const looked = collection.waves.map(({ key }) => key).filter((key) => chosen?.includes(key) ?? true);
  return clauses.flatMap((clause) => {
    if (!('signifier' in clause) || clause.not) return [];
    const options = clause.kind === 'options' ? clause.options : [];
    const without = looked.filter((wave) => !isAsked(collection, wave, clause.signifier, options));
    const signifier = collection.signifiers.find(({ key }) => key === clause.signifier);
    if (!signifier || !without.length) return [];
    const what = without.every((wave) => !isAsked(collection, wave, clause.signifier)) ? '' : ' so';
    const where = listed(waveNames(without, collection.waves, language));
    return [`“${shortName(signifier, language)}” was not asked${what} in ${where}: its stories are left out.`];
  });
}

function wording(
  { path, before, after }: { path: string; before: Localised; after: Localised },
  language: string,
): Otherwise['wordings'][number] {
  const differing = Object.keys(after).filter((tag) => before[tag] !== undefined && before[tag] !== after[tag]);
  const tag = differing.includes(language) ? language : (differing[0] ?? language);
  return { what: whatIs(path), language: tag, before: localise(before, tag), after: localise(after, tag) };
}

const places: Record<string, string> = {
  question: 'Question',
  short: 'Short name',
  hint: 'Hint',
  'corners.top': 'Upper corner',
  'corners.left': 'Left corner',
  'corners.right': 'Right corner',
  'poles.left': 'Left pole',
  'poles.right': 'Right pole',
};

/** What a text of a signifier is, by its path. */
function whatIs(path: string): string {
  if (path.startsWith('options.')) return 'Option';
  if (path.startsWith('stones.')) return 'Stone';
  if (path.startsWith('axes.')) return path.startsWith('axes.x') ? 'Axis to the right' : 'Axis upwards';
  return places[path] ?? path;
}
