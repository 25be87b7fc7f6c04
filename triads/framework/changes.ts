import type { Fault } from './checks.ts';
import type { Document, Localised, Signifier } from './framework.ts';
import { localise } from './localise.ts';
import { textsOf } from './texts.ts';

/** What became of one signifier between two versions. */
export interface SignifierChange {
  key: string;
  /** `extended`: options or stones came or went; `other`: it means something else under the same key, which cannot be published. */
  standing: 'same' | 'reworded' | 'extended' | 'new' | 'gone' | 'other';
  /** Whether answers to the two may be read together, where parts agree. */
  isComparable: boolean;
  /** Keys of options or stones that only one of the two versions has. */
  parts: { added: string[]; removed: string[] };
  /** The change in sentences. */
  words: string[];
}

/** What changed between two versions of a framework. */
export interface Changes {
  /** In the order of the later version, then what is gone. */
  signifiers: SignifierChange[];
  /** Whether the signifiers that both have come in another order. */
  isReordered: boolean;
  languages: { added: string[]; removed: string[] };
  /** Paths of other texts that read otherwise: prompt, consent, notices. */
  texts: string[];
  /** All of it in sentences, the most important first. */
  words: string[];
  /** What would break the data, by its path in the later version. */
  faults: Fault[];
}

/**
 * What changed between two versions, and what remains comparable. Texts may change and keys keep their meaning. Corners, poles
 * and axes have no keys of their own: their words are their meaning, so that a changed one makes a new signifier, unless
 * the designer says that it means the same.
 * @param sameMeaning keys of signifiers whose corners, poles or axes were put in other words that mean the same
 * @param language in which labels are quoted
 */
export function changesBetween(before: Document, after: Document, sameMeaning: readonly string[] = [], language = 'en-GB'): Changes {
  const earlier = new Map(before.signifiers.map((signifier) => [signifier.key, signifier]));
  const faults = breaksBetween([before], after, sameMeaning, language);
  const changes = after.signifiers.map((signifier, index): SignifierChange => {
    const known = earlier.get(signifier.key);
    if (!known) return only(signifier, 'new', language);
    const isOther = faults.some(({ path }) => path.startsWith(`signifiers.${index}.`));
    return both(known, signifier, isOther, language);
  });
  const kept = new Set(after.signifiers.map(({ key }) => key));
  const gone = before.signifiers.filter(({ key }) => !kept.has(key)).map((signifier) => only(signifier, 'gone', language));
  const signifiers = [...changes, ...gone];
  const isReordered = orderOf(before, kept) !== orderOf(after, new Set(earlier.keys()));
  const languages = {
    added: after.languages.filter((tag) => !before.languages.includes(tag)),
    removed: before.languages.filter((tag) => !after.languages.includes(tag)),
  };
  const texts = otherTexts(before, after);
  return { signifiers, isReordered, languages, texts, words: inWords(signifiers, isReordered, languages, texts), faults };
}

/**
 * What a version would break of the data of all that came before it, by its path in that version. In each language it is held against the newest that has
 * it; where none has a language in common, only the designer can say that it means the same.
 * @param earlier oldest first
 */
export function breaksBetween(
  earlier: readonly Document[],
  after: Document,
  sameMeaning: readonly string[] = [],
  language = 'en-GB',
): Fault[] {
  const faults = after.signifiers.flatMap((signifier, index) => {
    const known = earlier.flatMap(({ signifiers }) => signifiers.filter(({ key }) => key === signifier.key));
    const found = [...breaksOf(known, signifier, sameMeaning.includes(signifier.key), language)];
    return found.map(({ path, message }) => ({ path: `signifiers.${index}.${path}`, message }));
  });
  const { key = after.key } = earlier.at(-1) ?? {};
  if (key !== after.key) faults.push({ path: 'key', message: `is frozen: versions of this framework have the key "${key}"` });
  return faults;
}

function orderOf({ signifiers }: Document, kept: ReadonlySet<string>): string {
  return signifiers.flatMap(({ key }) => (kept.has(key) ? key : [])).join(' ');
}

function only(signifier: Signifier, standing: 'new' | 'gone', language: string): SignifierChange {
  const name = quoted(signifier.short, signifier.key, language);
  const words = [standing === 'new' ? `${name} is new.` : `${name} is no longer asked.`];
  return { key: signifier.key, standing, isComparable: false, parts: { added: [], removed: [] }, words };
}

function both(before: Signifier, after: Signifier, isOther: boolean, language: string): SignifierChange {
  const name = quoted(after.short, after.key, language);
  const [had, has] = [partsOf(before), partsOf(after)];
  const parts = {
    added: [...has.keys()].filter((key) => !had.has(key)),
    removed: [...had.keys()].filter((key) => !has.has(key)),
  };
  const reworded = rewordings(before, after);
  const words = [
    ...(isOther ? [`${name} means something else than before under the same key.`] : []),
    ...parts.added.map((key) => `${name} now has ${quoted(has.get(key), key, language)}.`),
    ...parts.removed.map((key) => `${name} no longer has ${quoted(had.get(key), key, language)}.`),
    ...(reworded.length ? [`${name} is worded otherwise (${reworded.map(({ path }) => path).join(', ')}).`] : []),
  ];
  const isExtended = parts.added.length > 0 || parts.removed.length > 0;
  const standing = isOther ? 'other' : isExtended ? 'extended' : reworded.length ? 'reworded' : 'same';
  return { key: after.key, standing, isComparable: !isOther, parts, words };
}

/** The options or stones of a signifier, by key. */
export function partsOf(signifier: Signifier): Map<string, Localised> {
  const named = signifier.kind === 'choice' ? signifier.options : signifier.kind === 'stones' ? signifier.stones : [];
  return new Map(named.map(({ key, label }) => [key, label]));
}

/** The texts whose words are their meaning, by path: what a placement lies between. */
function anchors(signifier: Signifier): Map<string, Localised> {
  const anchored =
    signifier.kind === 'triad'
      ? { corners: signifier.corners }
      : signifier.kind === 'dyad'
        ? { poles: signifier.poles }
        : signifier.kind === 'stones'
          ? { axes: signifier.axes }
          : {};
  return new Map([...textsOf(anchored)].map(({ path, texts }) => [path, texts]));
}

/** The texts at each path in every language that they ever had, as they read last. */
function readLast(versions: readonly Map<string, Localised>[]): Map<string, Localised> {
  const last = new Map<string, Localised>();
  for (const [path, texts] of versions.flatMap((version) => [...version])) last.set(path, { ...last.get(path), ...texts });
  return last;
}

/** @param known the signifier as earlier versions had it, oldest first */
function* breaksOf(known: readonly Signifier[], after: Signifier, meansTheSame: boolean, language: string): Generator<Fault> {
  const before = known.at(-1);
  if (!before) return;
  if (before.kind !== after.kind) {
    yield { path: 'kind', message: `"${before.key}" is a ${before.kind} in an earlier version: a ${after.kind} needs a key of its own` };
    return;
  }
  if (before.about !== after.about) yield { path: 'about', message: `"${before.key}" was about the ${before.about}` };
  if (before.kind === 'choice' && after.kind === 'choice' && before.several !== after.several) {
    yield { path: 'several', message: `"${before.key}" took ${before.several ? 'several answers' : 'one answer'}` };
  }
  const had = readLast(known.map(partsOf));
  for (const [index, [key, label]] of [...partsOf(after)].entries()) {
    const takenFrom = takenIn(had, key, label);
    const path = `${after.kind === 'choice' ? 'options' : 'stones'}.${index}.label`;
    if (takenFrom)
      yield { path, message: `stood at the key "${takenFrom}" before: answers are kept by key, so labels cannot be exchanged` };
  }
  const was = readLast(known.map(anchors));
  for (const [path, texts] of anchors(after)) {
    const earlier = was.get(path);
    if (!earlier || alike(earlier, texts)) continue;
    const takenFrom = takenIn(was, path, texts);
    if (takenFrom) yield { path, message: `stood at ${takenFrom} before: answers are kept by place, so places cannot be exchanged` };
    else if (!meansTheSame) {
      const [now, then] = [texts, earlier].map((one) => localise(one, language));
      yield {
        path,
        message: `reads "${now}" where answers were given to "${then}": that makes a new signifier, with a key of its own, unless it means the same`,
      };
    }
  }
}

/** Where else a text stood before, when something else stood in its own place. */
function takenIn(was: ReadonlyMap<string, Localised>, place: string, texts: Localised): string | undefined {
  const own = was.get(place);
  if (!own || alike(own, texts)) return undefined;
  return [...was].find(([other, words]) => other !== place && alike(words, texts))?.[0];
}

/** Whether two texts have a language in common and read the same in all that they have. */
function alike(before: Localised, after: Localised): boolean {
  return Object.keys(before).some((tag) => tag in after) && !differ(before, after);
}

/** Whether two texts differ in a language that both have, beyond case, spaces and punctuation. */
function differ(before: Localised, after: Localised): boolean {
  return Object.entries(before).some(([tag, text]) => after[tag] !== undefined && plain(text) !== plain(after[tag]));
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();

/** A text that reads otherwise in a language that both versions have; options and stones stand in its path by their keys. */
export interface Rewording {
  path: string;
  before: Localised;
  after: Localised;
}

/** The texts of a signifier that read otherwise. */
export function rewordings(before: Signifier, after: Signifier): Rewording[] {
  return rewordingsIn(byKey(before), byKey(after));
}

function rewordingsIn(earlier: object, later: object): Rewording[] {
  const had = new Map([...textsOf(earlier)].map(({ path, texts }) => [path, texts]));
  return [...textsOf(later)].flatMap(({ path, texts: after }) => {
    const before = had.get(path);
    return before && differ(before, after) ? [{ path, before, after }] : [];
  });
}

/** Options and stones under their keys, so that another order is no other wording. */
function byKey(signifier: Signifier): object {
  if (signifier.kind !== 'choice' && signifier.kind !== 'stones') return signifier;
  const { options, stones, ...rest } = signifier as Signifier & { options?: unknown; stones?: unknown };
  const within = options ? 'options' : 'stones';
  return { ...rest, ...Object.fromEntries([...partsOf(signifier)].map(([key, label]) => [`${within}.${key}`, { label }])) };
}

function otherTexts(before: Document, after: Document): string[] {
  const texts = ({ title, prompt, consent, notices }: Document) => ({ title, prompt, consent, notices });
  return rewordingsIn(texts(before), texts(after)).map(({ path }) => path);
}

function inWords(
  signifiers: readonly SignifierChange[],
  isReordered: boolean,
  { added, removed }: Changes['languages'],
  texts: readonly string[],
): string[] {
  const comparable = signifiers.filter(({ isComparable }) => isComparable).length;
  return [
    `${comparable} of ${signifiers.length} signifiers can be read together in both versions.`,
    ...signifiers.flatMap(({ words }) => words),
    ...(isReordered ? ['The signifiers come in another order.'] : []),
    ...(texts.includes('prompt.question') ? ['The prompt asks in other words: stories may tell of other things.'] : []),
    ...(texts.some((path) => path.startsWith('consent'))
      ? ['The consent wording changed; each story keeps the wording it was given on.']
      : []),
    ...(added.length ? [`Languages added: ${added.join(', ')}.`] : []),
    ...(removed.length ? [`Languages no longer offered: ${removed.join(', ')}.`] : []),
  ];
}

function quoted(texts: Localised | undefined, key: string, language: string): string {
  return `“${(texts && localise(texts, language)) || key}”`;
}
