import { type Framework, framework } from './framework.ts';
import { textsOf } from './texts.ts';

/** One thing wrong with a framework file, named by its path in the file, such as `signifiers.3.corners.top`. */
export interface Fault {
  path: string;
  message: string;
}

export type Checked = { framework: Framework; faults: [] } | { framework: null; faults: Fault[] };

/**
 * Checks a framework file: its shape, then what the shape alone cannot say (keys unique, every text in every language, one
 * region question, an "other" that is among the options).
 * @param file the parsed JSON of a `storyfield-framework/1` file
 * @returns the framework, or every fault with its path; never throws
 */
export function checkFramework(file: unknown): Checked {
  const parsed = framework.safeParse(file);
  if (!parsed.success) return { framework: null, faults: issuesOf(parsed.error) };
  const faults = [...keyFaults(parsed.data), ...choiceFaults(parsed.data), ...languageFaults(parsed.data)];
  return faults.length ? { framework: null, faults } : { framework: parsed.data, faults: [] };
}

/** The checks one by one, for a framework that is still being written: each finds what it can, whatever the others find. */
export const checks = {
  shape: (document: Framework): Fault[] => issuesOf(framework.safeParse(document).error),
  keys: keyFaults,
  choices: choiceFaults,
  languages: languageFaults,
};

function issuesOf(error: { issues: { path: PropertyKey[]; message: string }[] } | undefined): Fault[] {
  return (error?.issues ?? []).map(({ path, message }) => ({ path: path.join('.'), message }));
}

/** Columns that every pattern has beside its signifiers, and beside the options of a choice of several. */
const reserved = { signifier: new Set(['story', 'readable', 'week', 'wave']), option: new Set(['state']) };
const none = new Set<string>();

function* keyFaults({ signifiers }: Framework): Generator<Fault> {
  yield* listFaults('signifiers', signifiers, reserved.signifier);
  for (const [index, signifier] of signifiers.entries()) {
    const path = `signifiers.${index}`;
    if (signifier.kind === 'stones') yield* listFaults(`${path}.stones`, signifier.stones, none);
    if (signifier.kind === 'choice') yield* listFaults(`${path}.options`, signifier.options, signifier.several ? reserved.option : none);
  }
}

function* listFaults(path: string, named: { key: string }[], taken: Set<string>): Generator<Fault> {
  const keys = named.map(({ key }) => key);
  for (const [index, key] of keys.entries()) {
    if (keys.indexOf(key) < index) yield { path: `${path}.${index}.key`, message: `the key "${key}" is used twice` };
    if (taken.has(key)) yield { path: `${path}.${index}.key`, message: `"${key}" names a column of every pattern` };
  }
}

function* choiceFaults({ signifiers }: Framework): Generator<Fault> {
  let region: string | undefined;
  for (const [index, signifier] of signifiers.entries()) {
    if (signifier.kind !== 'choice') continue;
    const path = `signifiers.${index}`;
    if (signifier.other && !signifier.options.some(({ key }) => key === signifier.other)) {
      yield { path: `${path}.other`, message: `"${signifier.other}" is not one of the options` };
    }
    if (!signifier.role) continue;
    if (region) yield { path: `${path}.role`, message: `"${region}" is already the region question` };
    if (signifier.several) yield { path: `${path}.several`, message: 'a region question takes one answer' };
    if (signifier.about !== 'participant') yield { path: `${path}.about`, message: 'a region question is about the participant' };
    region = signifier.key;
  }
}

function* languageFaults(checked: Framework): Generator<Fault> {
  for (const [index, language] of checked.languages.entries()) {
    if (checked.languages.indexOf(language) < index) yield { path: `languages.${index}`, message: `"${language}" is named twice` };
  }
  for (const { path, texts } of textsOf(checked)) {
    for (const language of checked.languages) {
      if (!(language in texts)) yield { path, message: `has no text in ${language}` };
    }
    for (const language of Object.keys(texts)) {
      if (!checked.languages.includes(language)) yield { path, message: `${language} is not a language of this framework` };
    }
  }
}
