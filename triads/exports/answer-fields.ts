import { type Answer, type State, stateOf } from '../answers/answer.ts';
import type { Choice, Localised, Signifier, Stones } from '../framework/framework.ts';
import { localise } from '../framework/localise.ts';
import type { Cell, ExportedStory, Field, FieldSource } from './field.ts';
import { stateValues } from './states.ts';

/**
 * The fields that hold the answers to some signifiers: per triad `<key>.state`, `.top`, `.left`, `.right`; per dyad `.state`,
 * `.left`, `.right`; per stone `<key>.<stone>.state`, `.x`, `.y`; a choice of one is `<key>`, one of several a flag
 * `<key>.<option>` each; words are `<key>`, or `<key>.<option>.words` beside an option that asks for some.
 * @param signifiers of one version, or the union of several
 */
export function answerFields(signifiers: readonly Signifier[]): Field[] {
  return signifiers.flatMap(fieldsOf);
}

function fieldsOf(signifier: Signifier): Field[] {
  switch (signifier.kind) {
    case 'triad':
      return [stateField(signifier), ...sides.triad.map((side) => share(signifier, side, signifier.corners[side]))];
    case 'dyad':
      return [stateField(signifier), ...sides.dyad.map((side) => share(signifier, side, signifier.poles[side]))];
    case 'stones':
      return [stateField(signifier), ...signifier.stones.flatMap((stone) => stoneFields(signifier, stone))];
    case 'choice':
      return [stateField(signifier), ...choiceFields(signifier), ...otherWords(signifier)];
    case 'text':
      return [stateField(signifier), wordsField(signifier, signifier.key, null, signifier.question)];
  }
}

/** What a version asks: the keys of its signifiers, and `<key>.<part>` of their stones and options. */
export function askedIn(signifiers: readonly Signifier[]): Set<string> {
  const partsOf = (signifier: Signifier) =>
    signifier.kind === 'stones' ? signifier.stones : signifier.kind === 'choice' ? signifier.options : [];
  return new Set(signifiers.flatMap((signifier) => [signifier.key, ...partsOf(signifier).map((part) => `${signifier.key}.${part.key}`)]));
}

const sides = { triad: ['top', 'left', 'right'], dyad: ['left', 'right'] } as const;

function stateField(signifier: Signifier): Field {
  return {
    ...category(signifier, `${signifier.key}.state`, 'state', null),
    label: joined(signifier.question, { 'en-GB': 'state of the answer' }),
    state: null,
    cell: (story) => stateIn(story, signifier),
  };
}

/** The share of one corner or pole; the left pole has what the right leaves. */
function share(signifier: Signifier, side: 'top' | 'left' | 'right', label: Localised): Field {
  return {
    ...numeric(signifier, `${signifier.key}.${side}`, { part: 'share', of: side }),
    label: joined(signifier.question, label),
    unit: 'share of the whole, 0 to 1',
    cell: ({ answers }) => {
      const answer = answers[signifier.key];
      if (!answer || !('right' in answer)) return null;
      if ('top' in answer) return answer[side];
      return side === 'left' ? 1 - answer.right : answer.right;
    },
  };
}

function stoneFields(signifier: Stones, { key: stone, label }: Stones['stones'][number]): Field[] {
  const prefix = `${signifier.key}.${stone}`;
  const laid = (answer: Answer | undefined) => (answer && 'stones' in answer ? answer.stones[stone] : undefined);
  const axis = (side: 'x' | 'y'): Field => ({
    ...numeric(signifier, `${prefix}.${side}`, { part: side, of: stone }),
    label: joined(signifier.question, label, signifier.axes[side].name),
    unit: 'place on the axis, 0 to 1',
    state: `${prefix}.state`,
    cell: ({ answers }) => {
      const place = laid(answers[signifier.key]);
      return place && !('na' in place) ? place[side] : null;
    },
  });
  const state: Field = {
    ...category(signifier, `${prefix}.state`, 'stone-state', stone),
    label: joined(signifier.question, label, { 'en-GB': 'state of the answer' }),
    state: null,
    cell: (story): State => {
      if (!story.asked.has(prefix)) return 'unasked';
      const answer = story.answers[signifier.key];
      if (!answer || 'na' in answer) return stateOf(answer);
      const place = laid(answer);
      return place && !('na' in place) ? stateOf(answer) : stateOf(place);
    },
  };
  return [state, axis('x'), axis('y')];
}

function choiceFields(signifier: Choice): Field[] {
  const chosenIn = ({ answers }: ExportedStory) => {
    const answer = answers[signifier.key];
    return answer && 'options' in answer ? answer.options : null;
  };
  if (!signifier.several) {
    const one = { ...category(signifier, signifier.key, 'chosen', null), values: signifier.options, label: signifier.question };
    return [{ ...one, cell: (story) => chosenIn(story)?.[0] ?? null }];
  }
  return signifier.options.map(({ key, label }) => ({
    ...numeric(signifier, `${signifier.key}.${key}`, { part: 'option', of: key }),
    type: 'flag',
    label: joined(signifier.question, label),
    cell: (story) => (story.asked.has(`${signifier.key}.${key}`) ? (chosenIn(story)?.includes(key) ?? null) : null),
  }));
}

function otherWords(signifier: Choice): Field[] {
  const option = signifier.options.find(({ key }) => key === signifier.other);
  return option
    ? [wordsField(signifier, `${signifier.key}.${option.key}.words`, option.key, joined(signifier.question, option.label))]
    : [];
}

function wordsField(signifier: Signifier, name: string, option: string | null, label: Localised): Field {
  const cell = ({ words }: ExportedStory): Cell => words?.answers[signifier.key] || null;
  return { ...numeric(signifier, name, { part: 'words', of: option }), type: 'text', label, cell };
}

/** Text answers travel with the words: where those are not at hand, nobody can tell an answer from none. */
function stateIn({ asked, answers, words }: ExportedStory, { key, kind }: Signifier): State | null {
  if (!asked.has(key)) return 'unasked';
  const answer = answers[key];
  if (kind !== 'text' || answer) return stateOf(answer);
  if (!words) return null;
  return words.answers[key] ? 'placed' : 'skipped';
}

function category(signifier: Signifier, name: string, part: FieldSource['part'], of: string | null) {
  return { ...numeric(signifier, name, { part, of }), type: 'category' as const, values: stateValues };
}

function numeric(signifier: Signifier, name: string, source: Omit<FieldSource, 'signifier'>) {
  const state = `${signifier.key}.state`;
  return { name, type: 'number' as const, unit: null, values: [], state, source: { signifier, ...source } };
}

/** Several texts as one, in each language of the first. */
function joined(first: Localised, ...more: Localised[]): Localised {
  const inLanguage = (language: string) => [first, ...more].map((texts) => localise(texts, language)).join(' – ');
  return Object.fromEntries(Object.keys(first).map((language) => [language, inLanguage(language)]));
}
