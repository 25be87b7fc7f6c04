import { describe, expect, it } from 'vitest';
import { keyFrom } from '../../client/design/wording.ts';
import { cy as tryingCy } from '../../client/tell/trying/wording/cy.ts';
import { en as tryingEn } from '../../client/tell/trying/wording/en.ts';
import { ur as tryingUr } from '../../client/tell/trying/wording/ur.ts';
import { cy } from '../../client/tell/wording/cy.ts';
import { en } from '../../client/tell/wording/en.ts';
import { ur } from '../../client/tell/wording/ur.ts';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { problems } from '../../server/problems.ts';

/** Every sentence of some wording by its path; those that take numbers or labels with some put in. */
function sentences(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([name, value]): [string, string][] => {
    const here = path ? `${path}.${name}` : name;
    const said = typeof value === 'function' ? value(...(name === 'until' ? ['2026-12-06T09:00:00Z'] : ['7', '3', '9'])) : value;
    if (typeof said === 'string') return [[here, said]];
    return Array.isArray(said) ? said.map((one, index) => [`${here}.${index}`, one]) : sentences(said, here);
  });
}

const languages = { en, cy, ur };
const ofTryOuts = { en: tryingEn, cy: tryingCy, ur: tryingUr };

/** Whether a language says something wherever English does, and never with a mark where a number belongs. */
function expectWhole(words: object, english: object): void {
  const silent = new Set(sentences(english).flatMap(([path, said]) => (said ? [] : [path])));
  for (const [path, said] of sentences(words)) expect([path, said === '', said.includes('#')]).toEqual([path, silent.has(path), false]);
}

it.each(Object.entries(ofTryOuts))('the words of a try-out in %s are whole', (_, words) => {
  expectWhole(words, tryingEn);
  expect(sentences(words).length).toBe(sentences(tryingEn).length);
});

describe.each(Object.entries(languages))('the form’s own words in %s', (_, words) => {
  it('say something wherever English does, and never with a mark where a number belongs', () => expectWhole(words, en));

  it('call nothing anonymous: before a release a story is confidential', () => {
    for (const [path, said] of sentences(words)) expect([path, /anonym|dienw|anhysbys|گمنام/i.test(said)]).toEqual([path, false]);
  });

  it('say why a story was refused, for every way the server refuses one', () => {
    const refusals = [problems.closed(), problems.notOpenYet(), problems.withdrawn(), problems.conflict(), problems.invalid([])];
    const ofCodes = [problems.unknownReceipt(), problems.wordsAlreadyHere(), problems.tooLarge(), problems.tooMany(), problems.failed()];
    for (const { problem } of [...refusals, ...ofCodes, problems.notFound()]) {
      expect([problem.type, (problem.type.split(':').at(-1) ?? '') in words.problems]).toEqual([problem.type, true]);
    }
  });
});

it('numbers take the form that the language has for them', () => {
  expect([en.left(1), en.left(2)]).toEqual(['1 character left', '2 characters left']);
  expect([ur.left(1), ur.left(2)]).toEqual(['1 حرف باقی ہے', '2 حروف باقی ہیں']);
  expect(en.share('People', 45)).toBe('People 45%');
});

it('the demonstration’s notices say who is responsible, on what basis, who reads it and where to turn', () => {
  const { welcome, privacy, concern } = ccplFramework.notices;
  for (const text of ['can take part', 'minutes', 'invented']) expect(welcome['en-GB']).toContain(text);
  for (const text of ['Who is responsible', 'On what basis', 'Who will read this', 'confidential', 'Your rights']) {
    expect(privacy['en-GB']).toContain(text);
  }
  for (const text of ['Nobody can reply', '999', 'Freedom to Speak Up Guardian']) expect(concern['en-GB']).toContain(text);
  expect(JSON.stringify(ccplFramework)).not.toMatch(/anonym/i);
});

it('a key of a long title ends with a whole word; one long word is cut', () => {
  expect(keyFrom('Clinical and care professional leadership')).toBe('clinical-and-care-professional');
  expect(keyFrom('A ward of its own, by day')).toBe('a-ward-of-its-own-by-day');
  expect(keyFrom('exactly thirty two letters long ok')).toBe('exactly-thirty-two-letters-long');
  expect(keyFrom('x'.repeat(40))).toBe('x'.repeat(32));
  expect(keyFrom('12', [], 'wave')).toBe('wave');
});
