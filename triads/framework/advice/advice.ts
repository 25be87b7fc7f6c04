import { checks, type Fault } from '../checks.ts';
import { written } from '../draft.ts';
import type { Document, Draft, Framework, Localised, Signifier } from '../framework.ts';
import { preferNot } from '../region.ts';
import { textsOf } from '../texts.ts';
import { duration } from './duration.ts';
import { leaning } from './lexicon.ts';
import { longWords, readingAge, wordsOf } from './reading-age.ts';
import { isNegative, isUneven, shapeOf } from './shapes.ts';

export type AdviceKind =
  | ('uneven' | 'laden' | 'leading' | 'double' | 'reading-age' | 'too-many' | 'too-long' | 'no-way-out')
  | ('unfinished' | 'key' | 'choice' | 'untranslated');

/** One thing to look at, by its path in the document. */
export interface Advice {
  path: string;
  kind: AdviceKind;
  /** `refused` cannot be published, since it would break data or leave a phone without words; `advice` is the designer's to weigh. */
  severity: 'advice' | 'refused';
  why: string;
  whatToDo: string;
}

export const most = { signifiers: 20, minutes: 8, readingAge: 12 } as const;

/**
 * What to look at in a framework as it is written. Wording is looked at in one language, and only in English, since the lists of
 * words are English; what cannot be published is named in every language.
 * @param language the one whose texts are looked at
 */
export function adviceOn(document: Draft | Framework, language: string): Advice[] {
  const whole = written(document);
  const isEnglish = /^en\b/i.test(language);
  return [
    ...refusals(whole),
    ...onWhole(whole, language),
    ...whole.signifiers.flatMap(wayOut),
    ...(isEnglish ? onWording(whole, language) : []),
  ];
}

const whatToDoAbout: Record<'unfinished' | 'key' | 'choice' | 'untranslated', string> = {
  unfinished: 'Finish this before publishing.',
  key: 'Give it a short key of its own: keys name the columns of every export.',
  choice: 'Mend this before publishing.',
  untranslated: 'Write the text in this language, or take the language away.',
};

function refusals(document: Framework): Advice[] {
  const refused = (kind: keyof typeof whatToDoAbout, faults: Iterable<Fault>) =>
    [...faults].map(({ path, message }): Advice => {
      return { path, kind, severity: 'refused', why: `${path || 'The framework'} ${message}.`, whatToDo: whatToDoAbout[kind] };
    });
  return [
    ...refused('unfinished', checks.shape(document)),
    ...refused('key', checks.keys(document)),
    ...refused('choice', checks.choices(document)),
    ...refused('untranslated', checks.languages(document)),
  ];
}

const advised = (path: string, kind: AdviceKind, why: string, whatToDo: string): Advice => ({
  path,
  kind,
  severity: 'advice',
  why,
  whatToDo,
});

function onWhole(document: Document, language: string): Advice[] {
  const { length } = document.signifiers;
  const minutes = duration(document, language) / 60;
  return [
    ...(length > most.signifiers
      ? [
          advised(
            'signifiers',
            'too-many',
            `There are ${length} signifiers: people tire and skip the last ones.`,
            `Keep up to ${most.signifiers}.`,
          ),
        ]
      : []),
    ...(minutes > most.minutes
      ? [
          advised(
            'signifiers',
            'too-long',
            `It takes about ${minutes.toFixed(0)} minutes, by our estimate: many give up on a phone after ${most.minutes}.`,
            'Leave out what you can do without; text questions and stones take longest.',
          ),
        ]
      : []),
  ];
}

/** Every signifier can be said not to apply on the form; a question about oneself needs an answer that gives nothing away. */
function wayOut(signifier: Signifier, index: number): Advice[] {
  if (signifier.kind !== 'choice' || signifier.about !== 'participant') return [];
  if (signifier.options.some(({ key }) => key === preferNot)) return [];
  return [
    advised(
      `signifiers.${index}.options`,
      'no-way-out',
      'Nobody should have to say this about themselves.',
      `Add an option “Prefer not to say” with the key "${preferNot}".`,
    ),
  ];
}

function onWording(document: Document, language: string): Advice[] {
  const read = (texts: Localised) => texts[language] ?? '';
  return [
    ...leadingIn('prompt.question', read(document.prompt.question)),
    ...doubleIn('prompt.question', read(document.prompt.question), false),
    ...document.signifiers.flatMap((signifier, index) => {
      const path = `signifiers.${index}`;
      const question = read(signifier.question);
      return [
        ...leadingIn(`${path}.question`, question),
        // Stones ask for two things at once by their nature.
        ...(signifier.kind === 'stones'
          ? repeating(`${path}.stones`, signifier.stones, read)
          : doubleIn(`${path}.question`, question, true)),
        ...(signifier.kind === 'choice' ? repeating(`${path}.options`, signifier.options, read) : []),
        ...anchorsOf(signifier).flatMap(([name, labels]) => comparing(`${path}.${name}`, Object.entries(labels), read)),
      ];
    }),
    ...[...textsOf(document)].flatMap(({ path, texts }) => (namesOneself(document, path) ? [] : readingOf(path, read(texts)))),
  ];
}

/** Options about the participant are names of posts and places, which one knows of oneself. */
function namesOneself({ signifiers }: Document, path: string): boolean {
  const index = /^signifiers\.(\d+)\.options\./.exec(path)?.[1];
  return index !== undefined && signifiers[Number(index)]?.about === 'participant';
}

/** What a placement lies between: sets of labels that should attract alike. Stones are laid one by one, so their axes' ends are such sets. */
function anchorsOf(signifier: Signifier): [string, Record<string, Localised>][] {
  if (signifier.kind === 'triad') return [['corners', signifier.corners]];
  if (signifier.kind === 'dyad') return [['poles', signifier.poles]];
  if (signifier.kind !== 'stones') return [];
  return Object.entries(signifier.axes).map(([name, { low, high }]) => [`axes.${name}`, { low, high }]);
}

const saysTheSame = (path: string) => advised(path, 'uneven', 'Two of these say the same.', 'Make each say one thing of its own.');

function repeating(path: string, named: readonly { label: Localised }[], read: (texts: Localised) => string): Advice[] {
  const texts = named.map(({ label }) => read(label).trim().toLowerCase()).filter(Boolean);
  return new Set(texts).size < texts.length ? [saysTheSame(path)] : [];
}

function comparing(path: string, named: [string, Localised][], read: (texts: Localised) => string): Advice[] {
  const labels = named.map(([name, texts]) => ({ path: `${path}.${name}`, text: read(texts) })).filter(({ text }) => text.trim());
  if (labels.length < 2) return [];
  const found: Advice[] = [];
  const uneven = (why: string, whatToDo: string) => found.push(advised(path, 'uneven', why, whatToDo));
  const texts = labels.map(({ text }) => text);
  const shapes = new Set(texts.map(shapeOf));
  if (new Set(texts.map((text) => text.trim().toLowerCase())).size < texts.length) found.push(saysTheSame(path));
  if (shapes.size > 1)
    uneven(`These are not of one kind: ${[...shapes].join(', ')}.`, 'Put all into one form: all things, all doings, or all qualities.');
  if (isUneven(texts)) uneven('One of these is much longer than another and draws the eye.', 'Make them about equally long.');
  if (new Set(texts.map(isNegative)).size > 1)
    uneven('One of these says what was not; the others say what was.', 'Say each as what was there.');
  const leanings = labels.map(({ path, text }) => ({ path, ...leaning(wordsOf(text)) }));
  if (new Set(leanings.map(({ leans }) => leans)).size > 1) {
    for (const { path, leans, by } of leanings) {
      if (!leans) continue;
      const why = `“${by.join(', ')}” ${leans > 0 ? 'praises, which draws answers here' : 'blames, which drives answers away from here'}.`;
      found.push(advised(path, 'laden', why, 'Make all equally attractive, or all equally plain.'));
    }
  }
  return found;
}

const pushing =
  /\b(?:don[’']t you|isn[’']t it|wouldn[’']t you|do you agree|surely|obviously|of course|clearly|everyone knows|as you know|admit)\b/i;
const presuming = /\b(?:how (?:much|far|well|greatly) (?:did|has|have|does|do)|why (?:did|was|were|is|are|does|do))\b/i;
const opining = /\b(?:should|what do you think|(?:in )?your (?:opinion|view)|do you (?:think|believe|feel) that)\b/i;

function leadingIn(path: string, question: string): Advice[] {
  const { leans, by } = leaning(wordsOf(question));
  const found = question.match(pushing) ?? question.match(presuming);
  return [
    ...(found
      ? [advised(path, 'leading', `“${found[0]}” takes the answer for granted.`, 'Ask so that every answer is as easy to give.')]
      : []),
    ...(leans
      ? [
          advised(
            path,
            'leading',
            `“${by.join(', ')}” asks for one sort of story only.`,
            'Leave it out, or name both sides: “good, bad or in between”.',
          ),
        ]
      : []),
    ...(opining.test(question)
      ? [advised(path, 'leading', 'This asks what people think, not what happened.', 'Ask for one time that they remember.')]
      : []),
  ];
}

const twoAsks = /\b(how|what|who|where|when|why|which)\b[^?.]*\b(?:and|or)\b[^?.]*\b(how|what|who|where|when|why|which)\b/i;
/** Pairs that are one thing. */
const onePair = /\b(?:health and (?:social )?care|more or less|now and then|again and again|yes or no|mother and baby|black and white)\b/gi;

/** Two things joined by "and" in one answer; "or" mostly says one thing in two words. */
function doubleIn(path: string, question: string, inOneWord: boolean): Advice[] {
  const plain = question.replace(onePair, '');
  const joined = inOneWord ? plain.match(/\p{L}+ and \p{L}+/iu)?.[0] : undefined;
  const isDouble = twoAsks.test(plain) || (plain.match(/\?/g) ?? []).length > 1;
  if (!isDouble && !joined) return [];
  const why = joined && !isDouble ? `“${joined}” may be two things in one.` : 'This asks two things at once: an answer could be to either.';
  return [advised(path, 'double', why, 'Ask one thing; make a second question of the other.')];
}

function readingOf(path: string, text: string): Advice[] {
  const age = readingAge(text);
  const hard = longWords(text);
  // A hint or a label is too short for the formula: there single words decide.
  const why =
    age !== null && Math.round(age) > most.readingAge
      ? `This reads easily from about ${Math.round(age)} years of age on${hard.length ? ` (long words: ${hard.join(', ')})` : ''}.`
      : age === null && hard.length
        ? `Hard for some at 11 or 12: ${hard.join(', ')}.`
        : null;
  return why === null ? [] : [advised(path, 'reading-age', why, 'Use shorter sentences and words that everybody knows.')];
}
