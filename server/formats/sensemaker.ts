import { z } from 'zod';
import type { Signifier } from '../../triads/framework/framework.ts';
import { Foreign, mostSignifiers, withoutMarkup } from './foreign.ts';
import type { DefinedNames } from './imports/called.ts';
import type { ReadFramework } from './read-framework.ts';

/** Exports wrap single values in lists, leave a list of one bare, and write an empty object for nothing. */
const isNothing = (value: unknown) => value === null || (typeof value === 'object' && Object.keys(value).length === 0);
const unwrapped = (value: unknown) => {
  const inner = Array.isArray(value) && value.length === 1 ? value[0] : value;
  return isNothing(inner) ? undefined : inner;
};
const text = z.preprocess((value) => (typeof value === 'number' ? String(value) : unwrapped(value)), z.string().optional());
const optional = <Value extends z.ZodType>(value: Value) => z.preprocess(unwrapped, value.optional());
const listed = (value: unknown) => {
  if (value === undefined || isNothing(value)) return [];
  if (Array.isArray(value) || typeof value !== 'object') return value;
  const inner = Object.values(value as object);
  return inner.every((one) => typeof one === 'object' && one !== null) ? inner : [value];
};
const listOf = <Item extends z.ZodType>(item: Item) => z.preprocess(listed, z.array(item));

/** A label, stone or item; some definitions have its bare words in its place. */
const entry = z.preprocess(
  (value) => (typeof value === 'string' ? { text: value } : value),
  z.looseObject({ id: text, title: text, text, tooltip: text, image: text }),
);
const axis = optional(z.looseObject({ name: text, start_label: text, end_label: text }));
const signifierFile = z.looseObject({
  id: z.preprocess(unwrapped, z.union([z.string().min(1), z.number().transform(String)])),
  type: z.preprocess(unwrapped, z.string()),
  title: text,
  tooltip: text,
  allow_na: optional(z.boolean()),
  required: optional(z.boolean()),
  fragment: optional(z.boolean()),
  content: z.preprocess(
    (value) => unwrapped(value) ?? {},
    z.looseObject({
      text,
      labels: listOf(entry),
      stones: listOf(entry),
      items: listOf(entry),
      axis: optional(z.looseObject({ x: axis, y: axis })),
      max_responses: optional(z.number()),
    }),
  ),
});
type SignifierFile = z.infer<typeof signifierFile>;

const file = z.looseObject({
  name: text,
  title: text,
  language: text,
  fragment_signifier_id: text,
  signifiers: listOf(z.unknown()),
  sections: listOf(z.unknown()),
});

/** Kinds that a framework here has a place for; texts, pictures, buttons and what else there is are left out, and said. */
const known = new Set(['triad', 'dyad', 'stones', 'list', 'freetext']);
/** Kinds that only move participants through the pages. */
const withoutWords = new Set(['navigation', 'save']);

type Nested = { path: string; entry: unknown };

/** Nothing nests deeper; and no definition has more entries, of any kind. */
const most = { depth: 8, entries: 1000 };

/** Signifiers in the order of the file, out of the sections and groups that hold them. */
function* flattened(entries: readonly unknown[], at: string, depth = 0): Generator<Nested> {
  for (const [index, entry] of entries.entries()) {
    const path = `${at}.${index}`;
    const { signifiers, sections } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
    if ((signifiers === undefined && sections === undefined) || depth === most.depth) yield { path, entry };
    else
      for (const [name, inner] of Object.entries({ signifiers, sections })) {
        const list = listed(inner);
        if (Array.isArray(list)) yield* flattened(list, `${path}.${name}`, depth + 1);
      }
  }
}

/** A definition out of what a file may be: the definition itself, a list of one, a list of signifiers, or a single signifier. */
function definitionIn(value: object): object {
  const list = Array.isArray(value) ? value : [value];
  const [first] = list as (object | undefined)[];
  if (list.length === 1 && first && typeof first === 'object' && ('signifiers' in first || 'sections' in first)) return first;
  return { signifiers: list };
}

/** Reads a SenseMaker framework definition. Its corners are listed top, left, right, as ours are. */
export function readSensemaker(value: object): ReadFramework {
  const parsed = file.safeParse(definitionIn(value));
  if (!parsed.success) return { faults: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) };
  const { name, title, language, sections, signifiers, fragment_signifier_id: promptId } = parsed.data;
  const foreign = new Foreign(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language ?? '') ? (language as string) : 'en');
  const entries = [...flattened(signifiers, 'signifiers'), ...flattened(sections, 'sections')];
  if (!entries.length) foreign.fault('signifiers', 'has no signifiers');
  if (entries.length > most.entries) return { faults: [tooMany(entries.length)] };
  if (sections.length > 1) foreign.remark('sections', 'have no equivalent: signifiers follow each other one a page');
  for (const [name, value] of Object.entries(parsed.data)) {
    if (!usedOfAll.has(name) && !isEmpty(value)) foreign.remark(name, 'has no equivalent and was left out');
  }
  const ids = new Map<string, string>();
  const names: DefinedNames = { story: null, title: null, brackets: null, signifiers: {} };
  let prompt: SignifierFile | undefined;
  for (const { path, entry } of entries) {
    const one = readOne(foreign, ids, path, entry);
    if (!one) continue;
    if (one.type === 'freetext' && (one.fragment || one.id === promptId) && !prompt) prompt = one;
    else {
      const signifier = signifierFrom(foreign, path, one);
      foreign.signifiers.push(signifier);
      names.signifiers[signifier.key] = { id: one.id, parts: partIds(one) };
    }
  }
  const { length } = foreign.signifiers;
  if (length > mostSignifiers) return { faults: [tooMany(length)] };
  if (entries.length && !length && !prompt && !foreign.faults.length)
    foreign.fault('signifiers', 'are none of the kinds that a framework has here');
  if (foreign.faults.length) return { faults: foreign.faults };
  const called = title ?? name ?? 'Imported framework';
  const question = foreign.text('prompt', prompt?.title);
  const draft = foreign.draft(called, foreign.text('title', called), { prompt: { question, hint: {}, title: {} } });
  return { format: 'sensemaker', draft, remarks: foreign.remarks, names: { ...names, story: prompt?.id ?? null } };
}

/** The ids of corners, poles, stones or items, in the order in which a draft has them. */
function partIds({ type, content }: SignifierFile): (string | null)[] {
  const parts = { triad: content.labels, dyad: content.labels, stones: content.stones, list: content.items }[type] ?? [];
  return parts.map(({ id }) => id ?? null);
}

const tooMany = (count: number) => ({
  path: 'signifiers',
  message: `has ${count} signifiers: a framework has up to ${mostSignifiers}`,
});

/** One entry that has an equivalent; null for one that is a fault or has none, which is noted where it says anything. */
function readOne(foreign: Foreign, ids: Map<string, string>, path: string, entry: unknown): SignifierFile | null {
  const parsed = signifierFile.safeParse(entry);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) foreign.fault([path, ...issue.path].join('.'), issue.message);
    return null;
  }
  const one = parsed.data;
  const earlier = ids.get(one.id);
  if (earlier) foreign.fault(`${path}.id`, `"${one.id}" is already the id of ${earlier}`);
  ids.set(one.id, path);
  if (withoutWords.has(one.type)) return null;
  if (!known.has(one.type)) {
    const { words } = withoutMarkup(one.content.text ?? one.title ?? '');
    const said = words.length > 160 ? `${words.slice(0, 160)}…` : words;
    foreign.remark(`${path}.type`, `a ${one.type} has no equivalent here${said ? `: “${said}”` : ''} was left out`);
    return null;
  }
  if (one.required) foreign.remark(`${path}.required`, 'has no equivalent: nobody has to answer a signifier here');
  if (one.allow_na === false) foreign.remark(`${path}.allow_na`, 'has no equivalent: everything can be said not to apply here');
  for (const [name, value] of Object.entries(one)) {
    if (!usedOfOne.has(name) && !isEmpty(value)) foreign.remark(`${path}.${name}`, 'has no equivalent and was left out');
  }
  for (const [name, value] of Object.entries(one.content)) {
    if (!used.has(name) && !isEmpty(value)) foreign.remark(`${path}.content.${name}`, 'has no equivalent and was left out');
  }
  return one;
}

/** Fields that are read, and those that only name or number things. */
const usedOfAll = new Set([
  'name',
  'title',
  'language',
  'signifiers',
  'sections',
  'id',
  'code',
  'version',
  'definition_version',
  'server',
  'fragment_signifier_id',
]);
const usedOfOne = new Set(['id', 'name', 'order', 'type', 'title', 'tooltip', 'allow_na', 'required', 'fragment', 'content', 'error']);
const used = new Set(['labels', 'stones', 'items', 'axis', 'text', 'max_responses', 'min_responses', 'multiline', 'default', 'other_text']);
/** Nothing worth telling of; what nests deeper than any definition does is something. */
const isEmpty = (value: unknown, depth = 4): boolean =>
  value === null ||
  value === '' ||
  value === false ||
  (typeof value === 'object' && depth > 0 && Object.values(value).every((inner) => isEmpty(inner, depth - 1)));

function signifierFrom(foreign: Foreign, path: string, { type, title = '', tooltip, content }: SignifierFile): Signifier {
  const at = `${path}.content`;
  const question = foreign.text(`${path}.title`, title);
  // What the editor of SenseMaker writes before anybody else does.
  const hint = foreign.text(`${path}.tooltip`, tooltip && /^I'm (?:an? )?\w+(?: \w+)?$/.test(tooltip) ? '' : tooltip);
  const head = {
    key: foreign.key(withoutMarkup(title).words),
    about: 'story' as const,
    question,
    short: Object.fromEntries(Object.entries(question).map(([tag, words]) => [tag, shortened(words)])),
    ...(Object.keys(hint).length && { hint }),
  };
  const { labels, stones, items } = content;
  const label = (index: number) => foreign.label(`${at}.labels.${index}`, labels[index]?.text ?? labels[index]?.title);
  const counted = (count: number) => {
    if (labels.length !== count) foreign.fault(`${at}.labels`, `has ${labels.length} labels, where a ${type} has ${count}`);
  };
  const named = (list: string, entries: z.infer<typeof entry>[]) =>
    foreign.named(
      at,
      entries.map(({ image, title, text, tooltip }, index) => {
        if (image) foreign.remark(`${at}.${list}.${index}.image`, 'has no equivalent: pictures were left out');
        const name = title ?? text ?? '';
        if (tooltip && tooltip !== name)
          foreign.remark(`${at}.${list}.${index}.tooltip`, 'has no equivalent: only a whole signifier has a hint');
        return { path: `.${list}.${index}.title`, name: withoutMarkup(name).words, label: name };
      }),
    );
  switch (type) {
    case 'triad':
      counted(3);
      return { ...head, kind: 'triad', corners: { top: label(0), left: label(1), right: label(2) } };
    case 'dyad':
      counted(2);
      return { ...head, kind: 'dyad', poles: { left: label(0), right: label(1) } };
    case 'stones': {
      const side = (which: 'x' | 'y') => {
        const { name, start_label, end_label } = content.axis?.[which] ?? {};
        const [low, high] = [
          foreign.label(`${at}.axis.${which}.start_label`, start_label),
          foreign.label(`${at}.axis.${which}.end_label`, end_label),
        ];
        return { name: foreign.label(`${at}.axis.${which}.name`, name), low, high };
      };
      if (stones.length > 12) foreign.fault(`${at}.stones`, `has ${stones.length} stones: up to 12 can be laid`);
      return { ...head, kind: 'stones', axes: { x: side('x'), y: side('y') }, stones: named('stones', stones.slice(0, 12)) };
    }
    case 'list': {
      if (items.length > 60) foreign.fault(`${at}.items`, `has ${items.length} items: up to 60 can be offered`);
      if (items.length < 2) foreign.remark(`${at}.items`, 'has fewer than two items: a choice needs two');
      return { ...head, kind: 'choice', several: (content.max_responses ?? 1) !== 1, options: named('items', items.slice(0, 60)) };
    }
    default:
      return { ...head, kind: 'text', limit: 2000 };
  }
}

/** A few words for a small plot: the first that fit. */
function shortened(words: string): string {
  return words.length <= 40 ? words : `${words.slice(0, 40).replace(/\s+\S*$/, '')}…`;
}
