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
  const faults: Fault[] = [];
  const changes = after.signifiers.map((signifier, index): SignifierChange => {
    const known = earlier.get(signifier.key);
    if (!known) return only(signifier, 'new', language);
    const found = [...breaksOf(known, signifier, sameMeaning.includes(signifier.key), language)];
    faults.push(...found.map(({ path, message }) => ({ path: `signifiers.${index}${path && `.${path}`}`, message })));
    return both(known, signifier, found.length > 0, language);
  });
  const kept = new Set(after.signifiers.map(({ key }) => key));
  const gone = before.signifiers.filter(({ key }) => !kept.has(key)).map((signifier) => only(signifier, 'gone', language));
  if (before.key !== after.key) faults.push({ path: 'key', message: `is frozen: versions of this framework have the key "${before.key}"` });
  const signifiers = [...changes, ...gone];
  const isReordered = orderOf(before, kept) !== orderOf(after, new Set(earlier.keys()));
  const languages = {
    added: after.languages.filter((tag) => !before.languages.includes(tag)),
    removed: before.languages.filter((tag) => !after.languages.includes(tag)),
  };
  const texts = otherTexts(before, after);
  return { signifiers, isReordered, languages, texts, words: inWords(signifiers, isReordered, languages, texts), faults };
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

function* breaksOf(before: Signifier, after: Signifier, meansTheSame: boolean, language: string): Generator<Fault> {
  if (before.kind !== after.kind) {
    yield { path: 'kind', message: `"${before.key}" is a ${before.kind} in an earlier version: a ${after.kind} needs a key of its own` };
    return;
  }
  if (before.about !== after.about) yield { path: 'about', message: `"${before.key}" was about the ${before.about}` };
  if (before.kind === 'choice' && after.kind === 'choice' && before.several !== after.several) {
    yield { path: 'several', message: `"${before.key}" took ${before.several ? 'several answers' : 'one answer'}` };
  }
  const was = anchors(before);
  for (const [path, texts] of anchors(after)) {
    const earlier = was.get(path);
    if (!earlier || !differ(earlier, texts)) continue;
    const takenFrom = [...was].find(([other, words]) => other !== path && !differ(words, texts) && sharesLanguage(words, texts))?.[0];
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

/** Whether two texts differ in a language that both have, beyond case, spaces and punctuation. */
function differ(before: Localised, after: Localised): boolean {
  return Object.entries(before).some(([tag, text]) => after[tag] !== undefined && plain(text) !== plain(after[tag]));
}

function sharesLanguage(one: Localised, other: Localised): boolean {
  return Object.keys(one).some((tag) => tag in other);
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
