import { z } from 'zod';
import type { Signifier } from '../../triads/framework/framework.ts';
import { Foreign, mostSignifiers } from './foreign.ts';
import type { ReadFramework } from './read-framework.ts';

/** Exports wrap single values in lists, and write an empty object where there is no list. */
const unwrapped = (value: unknown) => (Array.isArray(value) && value.length === 1 ? value[0] : value);
const text = z.preprocess(unwrapped, z.string()).optional();
const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (value === null || (typeof value === 'object' && !Array.isArray(value)) ? [] : value), z.array(item)).optional();

const entry = z.looseObject({ id: z.string().optional(), title: text, text, tooltip: text, image: text });
const axis = z.looseObject({ name: text, start_label: text, end_label: text }).optional();
const signifierFile = z.looseObject({
  id: z.preprocess(unwrapped, z.string().min(1)),
  type: z.preprocess(unwrapped, z.string()),
  title: text,
  tooltip: text,
  allow_na: z.preprocess(unwrapped, z.boolean()).optional(),
  required: z.preprocess(unwrapped, z.boolean()).optional(),
  fragment: z.preprocess(unwrapped, z.boolean()).optional(),
  content: z
    .looseObject({
      labels: listOf(entry),
      stones: listOf(entry),
      items: listOf(entry),
      axis: z.looseObject({ x: axis, y: axis }).optional(),
      max_responses: z.preprocess(unwrapped, z.number()).optional(),
    })
    .default({}),
});
type SignifierFile = z.infer<typeof signifierFile>;

const file = z.looseObject({
  name: text,
  title: text,
  language: text,
  signifiers: listOf(z.unknown()),
  sections: listOf(z.looseObject({ title: text, signifiers: listOf(z.unknown()) })),
});

/** Kinds that SenseMaker has and a framework here has no place for. */
const withoutEquivalent = new Set(['label', 'photo', 'audio', 'video', 'imageselect', 'uniqueid', 'embedded']);
const known = new Set(['triad', 'dyad', 'stones', 'list', 'freetext']);

/** Reads a SenseMaker framework definition. Its corners are listed top, left, right, as ours are. */
export function readSensemaker(value: object): ReadFramework {
  const parsed = file.safeParse(value);
  if (!parsed.success) return { faults: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) };
  const { name, title, language, sections = [], signifiers = [] } = parsed.data;
  const foreign = new Foreign(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language ?? '') ? (language as string) : 'en');
  const entries = [
    ...signifiers.map((entry, index) => ({ path: `signifiers.${index}`, entry })),
    ...sections.flatMap((section, at) =>
      (section.signifiers ?? []).map((entry, index) => ({ path: `sections.${at}.signifiers.${index}`, entry })),
    ),
  ];
  if (!entries.length) foreign.fault('signifiers', 'has no signifiers');
  if (entries.length > mostSignifiers) {
    return { faults: [{ path: 'signifiers', message: `has ${entries.length} signifiers: a framework has up to ${mostSignifiers}` }] };
  }
  if (sections.length > 1) foreign.remark('sections', 'have no equivalent: signifiers follow each other one a page');
  for (const [name, value] of Object.entries(parsed.data)) {
    if (!usedOfAll.has(name) && !isEmpty(value)) foreign.remark(name, 'has no equivalent and was left out');
  }
  const ids = new Map<string, string>();
  let prompt: SignifierFile | undefined;
  for (const { path, entry } of entries) {
    const one = readOne(foreign, ids, path, entry);
    if (!one) continue;
    if (one.type === 'freetext' && one.fragment && !prompt) prompt = one;
    else foreign.signifiers.push(signifierFrom(foreign, path, one));
  }
  if (foreign.faults.length) return { faults: foreign.faults };
  const called = title ?? name ?? 'Imported framework';
  const question = foreign.text('prompt', prompt?.title);
  const draft = foreign.draft(called, foreign.text('title', called), { prompt: { question, hint: {}, title: {} } });
  return { format: 'sensemaker', draft, remarks: foreign.remarks };
}

/** One entry that has an equivalent; null for one that is a fault or has none, which is noted. */
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
  if (withoutEquivalent.has(one.type)) {
    foreign.remark(`${path}.type`, `a ${one.type} has no equivalent here: “${one.title ?? one.id}” was left out`);
    return null;
  }
  if (!known.has(one.type)) {
    foreign.fault(`${path}.type`, `"${one.type}" is no kind of signifier that is known`);
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
const usedOfAll = new Set(['name', 'title', 'language', 'signifiers', 'sections', 'id', 'code', 'version', 'definition_version', 'server']);
const usedOfOne = new Set(['id', 'name', 'order', 'type', 'title', 'tooltip', 'allow_na', 'required', 'fragment', 'content']);
const used = new Set(['labels', 'stones', 'items', 'axis', 'max_responses', 'min_responses', 'multiline', 'default', 'other_text']);
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
  const hint = foreign.text(`${path}.tooltip`, tooltip && /^I'm (?:a |an )?\w+$/.test(tooltip) ? '' : tooltip);
  const head = {
    key: foreign.key(title),
    about: 'story' as const,
    question,
    short: Object.fromEntries(Object.entries(question).map(([tag, words]) => [tag, shortened(words)])),
    ...(Object.keys(hint).length && { hint }),
  };
  const labels = content.labels ?? [];
  const label = (index: number) => foreign.text(`${at}.labels.${index}`, labels[index]?.text ?? labels[index]?.title);
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
        return { path: `.${list}.${index}.title`, name, label: name };
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
          foreign.text(`${at}.axis.${which}.start_label`, start_label),
          foreign.text(`${at}.axis.${which}.end_label`, end_label),
        ];
        return { name: foreign.text(`${at}.axis.${which}.name`, name), low, high };
      };
      const stones = content.stones ?? [];
      if (stones.length > 12) foreign.fault(`${at}.stones`, `has ${stones.length} stones: up to 12 can be laid`);
      return { ...head, kind: 'stones', axes: { x: side('x'), y: side('y') }, stones: named('stones', stones.slice(0, 12)) };
    }
    case 'list': {
      const items = content.items ?? [];
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
