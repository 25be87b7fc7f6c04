import type { Certainty, Identifier } from '../identifier.ts';
import { follows, type Word } from '../words.ts';
import {
  abstractNames,
  addressingWords,
  beforeSomeone,
  beforeTime,
  deeds,
  namingWords,
  particles,
  plainSurnames,
  rarelyNames,
  speaking,
  statesOfThings,
  strongTitles,
  weakTitles,
} from './cues.ts';
import { isAcronym, isGivenName, isPlain, isSurname, isWordName } from './known.ts';
import { neutralFor, startOfNaming } from './neutral.ts';
import { taggedPeople } from './tagged.ts';

/** Words `from` to `to` (exclusive) are one name; the first ones may be its title. */
interface Name {
  from: number;
  to: number;
  title?: string;
  certainty: Certainty;
}

/** People named in a text: by title, by lists of names, by the words around, and by what the tagger of compromise knows. */
export function findPeople(text: string, words: readonly Word[]): Identifier[] {
  const names: Name[] = [];
  for (let at = 0; at < words.length; ) {
    const name = nameAt(words, at);
    if (name) names.push(name);
    at = name?.to ?? at + 1;
  }
  const known = new Set(names.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, step) => from + step)));
  names.push(...taggedPeople(text, words, known).map(({ from, to }) => ({ from, to, certainty: 'perhaps' as const })));
  names.push(...echoes(words, names));
  return agreed(
    words,
    names.map(({ from, to, title, certainty }) => ({
      start: (words[title ? from : startOfNaming(words, from)] as Word).start,
      end: (words[to - 1] as Word).nameEnd,
      kind: 'person',
      neutral: neutralFor(words, from, to, title),
      certainty,
    })),
    names,
  );
}

function nameAt(words: readonly Word[], at: number): Name | null {
  return titled(words, at) ?? listed(words, at) ?? typedSmall(words, at) ?? cued(words, at);
}

/** "Dr A. Khan", "Staff Nurse Bello", "nurse Aoife", "dr khan". */
function titled(words: readonly Word[], at: number): Name | null {
  const first = words[at] as Word;
  const isTitle = (word: Word) => strongTitles.has(word.plain) || weakTitles.has(word.plain);
  if (!isTitle(first)) return null;
  let name = at + 1;
  while (follows(words[name]) && isTitle(words[name] as Word) && (words[name] as Word).isCapital && follows(words[name + 1])) name += 1;
  const title = (words[name - 1] as Word).plain;
  const isStrong = strongTitles.has(title);
  const next = words[name];
  if (!next || next.opens || !(isStrong ? /^\.?[ \u00a0]{0,2}$/ : /^[ \u00a0]{1,2}$/).test(next.gap)) return null;
  const isName = next.isCapital
    ? isStrong || !(isPlain(next) || isAcronym(next)) || (isWordName(next) && first.isCapital && !isPlain(next))
    : isGivenName(next) ||
      isSurname(next) ||
      (isStrong && isParticle(words, name)) ||
      (isWordName(next) && isStrong && !deeds.has(next.plain));
  if (!isName) return null;
  const to = next.isCapital || isParticle(words, name) ? runEnd(words, name) : smallEnd(words, name);
  const takesTitle = first.isCapital || isStrong || !hasDeterminer(words, at);
  return { from: takesTitle ? at : name, to, ...(takesTitle && { title: (words[at] as Word).plain }), certainty: 'certain' };
}

const hasDeterminer = (words: readonly Word[], at: number) =>
  [1, 2, 3].some((back) => /^(?:the|my|our|a|an|his|her|their|another)$/.test(words[at - back]?.plain ?? ''));

/** A name with a capital letter that stands in a list. */
function listed(words: readonly Word[], at: number): Name | null {
  const word = words[at] as Word;
  if (!word.isCapital) return null;
  const after = words[at + 1];
  const surnameFollows = follows(after) && after.isCapital && (isSurname(after) || (isWordName(after) && !rarelyNames.has(after.plain)));
  if (isGivenName(word) && !isTime(words, at) && (word.text.length > 2 || !word.isUpper))
    return { from: at, to: runEnd(words, at), certainty: 'likely' };
  if (isWordName(word) && (surnameFollows || isMeantAsName(words, at))) return { from: at, to: runEnd(words, at), certainty: 'perhaps' };
  if (surnameFollows && !isPlain(word) && !isAcronym(word) && !isSurname(word))
    return { from: at, to: runEnd(words, at), certainty: 'likely' };
  if (isSurname(word) && !isPlain(word)) return { from: at, to: runEnd(words, at), certainty: 'likely' };
  return null;
}

/** Whether a word such as "Will", "May" or "Grace", with its capital letter, is somebody here. */
function isMeantAsName(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  const before = word.opens ? undefined : words[at - 1];
  const after = words[at + 1]?.opens ? undefined : words[at + 1];
  const isPossessive = word.nameEnd < word.end;
  if (isAcronym(word) && word.isUpper && word.text.length < 4) return false;
  const isRare = rarelyNames.has(word.plain);
  const does =
    after !== undefined && /^,? $/.test(after.gap) && !after.isCapital && (doesSomething(word, after) || /[^e]ed$/.test(after.plain));
  if (isTime(words, at) || (before?.isCapital && isPlain(before) && !before.opens)) return false;
  const paired = (side: Word | undefined, further: Word | undefined) =>
    side?.plain === 'and' && further !== undefined && further.isCapital && (isWordName(further) || isGivenName(further));
  if (paired(after, words[at + 2]) || (!word.opens && paired(before, words[at - 2]))) return true;
  if (word.opens) return does || (isPossessive && !isRare) || (isRare && after?.plain === 'from' && words[at + 2]?.plain === 'the');
  if (calendar.test(word.plain)) return does || isCue(before);
  return !isRare || does || isPossessive || isCue(before) || !isPlain(word);
}

function doesSomething(word: Word, { plain }: Word): boolean {
  if (!word.opens || !rarelyNames.has(word.plain)) return deeds.has(plain);
  return abstractNames.has(word.plain) ? speaking.has(plain) : deeds.has(plain) && !statesOfThings.has(plain);
}

const calendar = /^(?:may|april|june|august|summer|autumn|winter|sunday|monday|tuesday|wednesday|friday|christmas|easter)$/;

function isTime(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  const before = word.opens ? undefined : words[at - 1];
  if (!calendar.test(word.plain)) return false;
  return (
    (before !== undefined && beforeTime.has(before.plain) && !/^(?:for|and|to|or|after|before)$/.test(before.plain)) ||
    before?.plain === 'or'
  );
}

const isCue = (before: Word | undefined) => before !== undefined && beforeSomeone.has(before.plain);

/** Names typed without capitals: those that are no words, and others where only somebody would stand. */
function typedSmall(words: readonly Word[], at: number): Name | null {
  const word = words[at] as Word;
  if (!/^\p{Ll}/u.test(word.text) || isPlain(word)) return null;
  const isName =
    (isGivenName(word) && word.plain.length > 2) ||
    (isNamed(words, at) && (isWordName(word) || isSurname(word))) ||
    (isWordName(word) && !rarelyNames.has(word.plain) && isAddressed(words, at));
  return isName ? { from: at, to: smallEnd(words, at), certainty: 'likely' } : null;
}

/** "called Joy", "her name is Joy". */
function isNamed(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.plain ?? '';
  return namingWords.has(before) || (/^(?:is|was)$/.test(before) && words[at - 2]?.plain === 'name');
}

/** "told jack", or "jack came" where a sentence begins. */
function isAddressed(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  const after = words[at + 1];
  if (!word.opens) return addressingWords.has(words[at - 1]?.plain ?? '') && word.gap === ' ';
  return follows(after) && (speaking.has(after.plain) || (deeds.has(after.plain) && !statesOfThings.has(after.plain)));
}

/** A word with a capital letter, in no list, where only somebody would stand. */
function cued(words: readonly Word[], at: number): Name | null {
  const word = words[at] as Word;
  if (!word.isCapital || isPlain(word) || isAcronym(word) || word.text.length < 3) return null;
  const after = words[at + 1]?.opens ? undefined : words[at + 1];
  const speaks = after !== undefined && after.gap === ' ' && speaking.has(after.plain);
  const to = runEnd(words, at);
  if (word.opens)
    return speaks && !/(?:s|ing|ment|tion|one|body|ly|ness|ity|ers?)$/.test(word.plain) ? { from: at, to, certainty: 'perhaps' } : null;
  const before = words[at - 1] as Word;
  const strongCue =
    /^(?:asked|told|thanked|texted|phoned|emailed|bleeped|owe|mentor|colleague|manager|boss|friend|wife|husband|son|daughter)$/.test(
      before.plain,
    );
  return isNamed(words, at) || strongCue || speaks ? { from: at, to, certainty: 'perhaps' } : null;
}

/** Where a name that begins with a capital letter ends: with its last word that can belong to it, four further ones at most. */
function runEnd(words: readonly Word[], from: number): number {
  let end = from + 1;
  for (let at = end; at < Math.min(words.length, from + 5); at += 1) {
    const word = words[at];
    const before = words[at - 1] as Word;
    if (before.nameEnd < before.end || !joins(word, before)) break;
    if (
      word.isCapital &&
      (!isPlain(word) || isSurname(word) || plainSurnames.has(word.plain)) &&
      !(isAcronym(word) && word.text.length > 1)
    )
      end = at + 1;
    else if (!isParticle(words, at)) break;
  }
  return end;
}

/** Whether a small part of a name begins here that leads to one with a capital letter: "de la Cruz". */
function isParticle(words: readonly Word[], at: number): boolean {
  for (let part = at; part < at + 3 && particles.has(words[part]?.plain ?? '') && follows(words[part + 1]); part += 1) {
    if (words[part + 1]?.isCapital) return true;
  }
  return false;
}

const joins = (word: Word | undefined, before: Word): word is Word =>
  follows(word) && (word.gap[0] !== '.' || before.text.length === 1 || strongTitles.has(before.plain));

function smallEnd(words: readonly Word[], from: number): number {
  const next = words[from + 1];
  return follows(next) && !isPlain(next) && (isSurname(next) || isGivenName(next)) ? from + 2 : from + 1;
}

/** The same names again: "Dr Brightwell … Brightwell". */
function echoes(words: readonly Word[], names: readonly Name[]): Name[] {
  const known = new Set(
    names
      .filter(({ certainty }) => certainty !== 'perhaps')
      .flatMap(({ from, to }) => words.slice(from, to))
      .filter((word) => word.isCapital && word.text.length > 3 && !isPlain(word) && !isWordName(word) && !weakTitles.has(word.plain))
      .map(({ plain }) => plain),
  );
  return words.flatMap((word, at) =>
    word.isCapital && known.has(word.plain) ? [{ from: at, to: at + 1, certainty: 'likely' as const }] : [],
  );
}

/** One name has one neutral word throughout a text. */
function agreed(words: readonly Word[], finds: Identifier[], names: readonly Name[]): Identifier[] {
  const last = (index: number) => words[(names[index]?.to ?? 1) - 1]?.plain ?? '';
  const said = new Map<string, Identifier['neutral']>();
  finds.forEach(({ neutral }, index) => {
    const before = said.get(last(index));
    if (isPerson(neutral) && (before === undefined || before === 'someone')) said.set(last(index), neutral);
  });
  return finds.map((find, index) => (isPerson(find.neutral) ? { ...find, neutral: said.get(last(index)) ?? find.neutral } : find));
}

const isPerson = (neutral: Identifier['neutral']) => /^(?:colleague|patient|someone)$/.test(neutral);
