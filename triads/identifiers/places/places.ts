import type { Identifier, Neutral } from '../identifier.ts';
import { hospitals, placeNouns, towns, wordTowns } from '../lists/places.ts';
import { isAcronym, isGivenName, isPlain, isWordName } from '../names/known.ts';
import { matching } from '../structured/matching.ts';
import { follows, type Word } from '../words.ts';

const numberedWard =
  /\b(?:the )?ward(?:s? (?:no\.? |number )?(?:\d{1,3}[a-z]?|[A-Z]\d{0,2})(?:(?:, | and | & |\/)\d{1,3}[a-z]?)*)(?![\p{L}\p{N}])(?! (?:times|hours?|days|weeks?|months?|years|minutes|nurses|patients|beds|of))/giu;
const street =
  /(?<![\d.])\d{1,4}[a-z]?,? (?:\p{Lu}[\p{L}'’]{1,20} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Crescent|Terrace|Grove|Gardens|Court|Way|Place|Square|Row|Mews|Hill|Walk|View)\b/gu;

/** Hospitals, wards, surgeries, homes, trusts, schools, streets and towns. */
export function* findPlaces(text: string, words: readonly Word[]): Generator<Identifier> {
  yield* matching(text, numberedWard, ([written]) =>
    /ward A$/.test(written) ? null : { kind: 'place', neutral: 'ward', certainty: 'certain' },
  );
  yield* matching(text, street, () => ({ kind: 'place', neutral: 'address', certainty: 'certain' }));
  for (let at = 0; at < words.length; ) {
    const place = longer(withNoun(words, at), listed(words, at)) ?? saint(words, at) ?? unlisted(words, at);
    if (place) yield asIdentifier(text, words, place);
    at = place?.to ?? at + 1;
  }
}

interface Place {
  from: number;
  to: number;
  neutral: Neutral;
  certainty: Identifier['certainty'];
}

const longer = (one: Place | null, other: Place | null) => (one && (!other || one.to > other.to) ? one : other);

/** "the Royal Infirmary" is replaced as a whole, since "the a hospital" would not read. */
function asIdentifier(text: string, words: readonly Word[], { from, to, neutral, certainty }: Place): Identifier {
  const before = words[from - 1];
  const first = words[from] as Word;
  const start = neutral !== 'town' && before?.plain === 'the' && first.gap === ' ' ? before.start : first.start;
  const { end } = words[to - 1] as Word;
  const hasApostrophe = /^s['’]$/i.test(text.slice(end - 1, end + 1));
  return { start, end: hasApostrophe ? end + 1 : end, kind: 'place', neutral, certainty };
}

const joiners = new Set(['of', 'and', 'the', 'for', 'upon']);
const longest = 8;

/** A run of capitals that ends with a noun for a place and has a name in it: "Huddersfield Royal Infirmary". */
function withNoun(words: readonly Word[], at: number): Place | null {
  if (!(words[at] as Word).isCapital || isFunctionWord(words[at] as Word)) return null;
  let named = false;
  let found: Place | null = null;
  for (let next = at; next < Math.min(words.length, at + longest); next += 1) {
    const word = words[next] as Word;
    if (next > at && !continues(words, next)) break;
    const pair = `${words[next - 1]?.plain ?? ''} ${word.plain}`;
    const neutral = word.isCapital ? (placeNouns[pair] ?? (next > at ? placeNouns[word.plain] : undefined)) : undefined;
    if (pair === 'royal college') return null;
    if (neutral && named) found = { from: at, to: next + 1, neutral, certainty: 'likely' };
    else if (word.isCapital && !placeNouns[word.plain] && (!isPlain(word) || towns.has(word.plain))) named = true;
    else if (/^(?:royal|queen|queen's|king|king's|prince|princess|saint|st)$/.test(word.plain) && word.isCapital) named = true;
  }
  return found;
}

const functionWord = /^(?:the|a|an|at|in|on|our|my|we|i|it|from|to|for|and|but|when|then|if|was|his|her|their|this|that|every|one)$/;
const isFunctionWord = (word: Word) => functionWord.test(word.plain);

function continues(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  // A small word with a capital letter stands in a headline, not in a name.
  if (!/^\.?[ \u00a0]$/.test(word.gap) || word.opens || (word.isCapital && (isFunctionWord(word) || joiners.has(word.plain)))) return false;
  return word.isCapital || (joiners.has(word.plain) && follows(words[at + 1]) && (words[at + 1] as Word).isCapital);
}

/** "St Mary's", "St. James", "Royal Stoke". */
function saint(words: readonly Word[], at: number): Place | null {
  const word = words[at] as Word;
  const next = words[at + 1];
  if (!word.isCapital || !follows(next) || !next.isCapital) return null;
  const third = words[at + 2];
  if (/^(?:st|saint)$/.test(word.plain) && !(next.plain === 'john' && third?.plain === 'ambulance'))
    return { from: at, to: at + 2, neutral: 'hospital', certainty: 'likely' };
  if (word.plain === 'royal' && (!isPlain(next) || towns.has(next.plain)) && !/^(?:mail|college)$/.test(next.plain))
    return { from: at, to: at + 2, neutral: 'hospital', certainty: 'likely' };
  return null;
}

/** A town or a hospital that is in a list, of one to four words. */
function listed(words: readonly Word[], at: number): Place | null {
  for (let count = Math.min(4, words.length - at); count >= 1; count -= 1) {
    const run = words.slice(at, at + count);
    if (run.slice(1).some((word) => !/^[ -]$/.test(word.gap))) continue;
    const spelled = run.map((word, index) => (index === count - 1 ? word.plain : word.text.toLowerCase())).join(' ');
    const whole = run.map(({ text }) => text.toLowerCase().replaceAll('’', "'")).join(' ');
    const isHospital = hospitals.has(spelled) || hospitals.has(whole);
    const isTown = towns.has(spelled);
    if (isHospital || (isTown && !namesSomethingElse(words, at + count))) {
      const isWritten = run.every((word) => word.isCapital || joiners.has(word.plain));
      if (!isWritten && !afterPreposition(words, at)) continue;
      if (count === 1 && isTown && (isGivenName(run[0] as Word) || isWordName(run[0] as Word)) && !afterPreposition(words, at)) continue;
      return { from: at, to: at + count, neutral: isHospital ? 'hospital' : 'town', certainty: 'likely' };
    }
    if (count === 1 && wordTowns.has(spelled) && (run[0] as Word).isCapital && !(run[0] as Word).opens && afterPreposition(words, at))
      return { from: at, to: at + 1, neutral: 'town', certainty: 'perhaps' };
  }
  return null;
}

/** "Glasgow Coma Scale", "Liverpool Care Pathway": a town in the name of something that is no place. */
function namesSomethingElse(words: readonly Word[], next: number): boolean {
  const word = words[next];
  return follows(word) && word.isCapital && isPlain(word) && !placeNouns[word.plain] && !isFunctionWord(word);
}

const prepositions = /^(?:in|at|from|near|outside|around|to|of|via|through|past|left|for|the)$/;
const afterPreposition = (words: readonly Word[], at: number) => prepositions.test(words[at - 1]?.plain ?? '') && words[at]?.gap === ' ';

/** A capital in no list after "in", "at" or "near". */
function unlisted(words: readonly Word[], at: number): Place | null {
  const word = words[at] as Word;
  const before = words[at - 1];
  if (!word.isCapital || word.opens || word.gap !== ' ' || !before || !/^(?:in|at|near|outside|around)$/.test(before.plain)) return null;
  if (isPlain(word) || isAcronym(word) || isGivenName(word) || isWordName(word) || word.nameEnd < word.end) return null;
  let to = at + 1;
  while (follows(words[to]) && words[to]?.isCapital && !isPlain(words[to] as Word) && to < at + 3) to += 1;
  return { from: at, to, neutral: 'place', certainty: 'perhaps' };
}
