import { describe, expect, it } from 'vitest';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { firstDraft } from '../../server/library/library.ts';
import { submissionFor } from '../../triads/answers/submission.ts';
import { breaksBetween, changesBetween } from '../../triads/framework/changes.ts';
import { draftOf } from '../../triads/framework/draft.ts';
import type { Choice, Framework, Signifier, Stones, Triad } from '../../triads/framework/framework.ts';
import { presentable } from '../../triads/framework/presentable.ts';
import { differencesOf, unionOf } from '../../triads/framework/union.ts';

const english = (text: string) => ({ 'en-GB': text });
const named = <Kind>(framework: Framework, key: string) => framework.signifiers.find((one) => one.key === key) as Kind;

/** What changes between the CCPL framework and a copy that was changed in one way. */
function changedBy(change: (framework: Framework) => void, sameMeaning: string[] = []) {
  const next = structuredClone(ccplFramework);
  change(next);
  return changesBetween(ccplFramework, next, sameMeaning);
}
const faultsOf = (...parameters: Parameters<typeof changedBy>) => changedBy(...parameters).faults.map(({ path }) => path);
const standings = ({ signifiers }: ReturnType<typeof changedBy>) =>
  signifiers.filter(({ standing }) => standing !== 'same').map(({ key, standing }) => `${key} ${standing}`);

describe('what changed between two versions', () => {
  it('is nothing where nothing did, nor where only case, spaces or punctuation did', () => {
    for (const change of [
      () => {},
      (next: Framework) => void Object.assign(named<Triad>(next, 'next-time').corners.top, english(' Time. ')),
    ]) {
      const changes = changedBy(change);
      expect([standings(changes), changes.faults, changes.words]).toEqual([
        [],
        [],
        ['19 of 19 signifiers can be read together in both versions.'],
      ]);
    }
  });

  it('leaves texts free and holds keys to their meaning: corners, poles, axes, kinds, "about", one or several', () => {
    expect(faultsOf((next) => void Object.assign(named<Triad>(next, 'changes').question, english('It took changes to…')))).toEqual([]);
    expect(faultsOf((next) => void Object.assign(named<Triad>(next, 'changes').corners.left, english('habits')))).toEqual([
      'signifiers.0.corners.left',
    ]);
    expect(faultsOf((next) => void Object.assign(named<Triad>(next, 'changes').corners.left, english('habits')), ['changes'])).toEqual([]);
    expect(faultsOf((next) => void Object.assign(named<Stones>(next, 'weighing').axes.x.high, english('some effort')))).toEqual([
      'signifiers.10.axes.x.high',
    ]);
    expect(faultsOf((next) => void Object.assign(named<Choice>(next, 'setting'), { several: false }))).toEqual(['signifiers.13.several']);
    expect(faultsOf((next) => void Object.assign(named<Choice>(next, 'setting'), { about: 'participant' }))).toEqual([
      'signifiers.13.about',
    ]);
    expect(faultsOf((next) => void next.signifiers.splice(0, 1, { ...named<Choice>(next, 'setting'), key: 'changes' }))).toEqual([
      'signifiers.0.kind',
    ]);
  });

  it('refuses corners that exchange places, whatever is said of their meaning', () => {
    const exchange = (next: Framework) => {
      const { corners } = named<Triad>(next, 'changes');
      [corners.top, corners.left] = [corners.left, corners.top];
    };
    expect(faultsOf(exchange, ['changes'])).toEqual(['signifiers.0.corners.top', 'signifiers.0.corners.left']);
  });

  it('refuses labels of options and stones that move to another key, whatever is said of their meaning', () => {
    const exchange = (parts: { label: Record<string, string> }[]) => {
      const [one, other] = parts as [{ label: Record<string, string> }, { label: Record<string, string> }];
      [one.label, other.label] = [other.label, one.label];
    };
    expect(faultsOf((next) => exchange(named<Choice>(next, 'feeling').options), ['feeling'])).toEqual([
      'signifiers.11.options.0.label',
      'signifiers.11.options.1.label',
    ]);
    expect(faultsOf((next) => exchange(named<Stones>(next, 'weighing').stones), ['weighing'])).toEqual([
      'signifiers.10.stones.0.label',
      'signifiers.10.stones.1.label',
    ]);
    // A label on a key that is new takes nothing from anybody, and the order of options is free.
    expect(faultsOf((next) => void Object.assign(named<Choice>(next, 'feeling').options[0] as object, { key: 'elated' }))).toEqual([]);
    expect(faultsOf((next) => void named<Choice>(next, 'feeling').options.reverse())).toEqual([]);
  });

  it('holds a version against the newest that had its language; where none had, only the designer can say that it means the same', () => {
    const inLanguage = (language: string, top: string): Framework => {
      const next = structuredClone(ccplFramework);
      const triad = named<Triad>(next, 'changes');
      const worded = (text = '') => ({ [language]: text });
      const { left, right } = triad.corners;
      return {
        ...next,
        signifiers: [{ ...triad, corners: { top: worded(top), left: worded(left['en-GB']), right: worded(right['en-GB']) } }],
      };
    };
    const [english, welsh] = [inLanguage('en-GB', 'learning'), inLanguage('cy', 'dysgu')];
    const all = ['top', 'left', 'right'].map((corner) => `signifiers.0.corners.${corner}`);
    const paths = (...parameters: Parameters<typeof breaksBetween>) => breaksBetween(...parameters).map(({ path }) => path);
    expect(paths([english], welsh)).toEqual(all);
    expect(changesBetween(english, welsh).signifiers[0]?.isComparable).toBe(false);
    expect(paths([english], welsh, ['changes'])).toEqual([]);
    expect(paths([english, welsh], inLanguage('en-GB', 'forgetting'))).toEqual([all[0]]);
    expect(paths([english, welsh], inLanguage('en-GB', 'learning'))).toEqual([]);
    expect(paths([english, inLanguage('en-GB', 'forgetting'), welsh], inLanguage('en-GB', 'learning'))).toEqual([all[0]]);
  });

  it('says what came and went, in order and in words', () => {
    const changes = changedBy((next) => {
      const [first] = next.signifiers.splice(0, 1) as [Triad];
      next.signifiers.push({ ...first, key: 'habits', short: english('Habits') });
      named<Choice>(next, 'feeling').options.pop();
      named<Stones>(next, 'weighing').stones.push({ key: 'helped', label: english('what helped') });
      next.languages.push('cy');
      next.prompt.question = english('Think of one shift. What happened?');
    });
    expect(standings(changes)).toEqual(['weighing extended', 'feeling extended', 'habits new', 'changes gone']);
    expect(changes.words).toEqual([
      '18 of 20 signifiers can be read together in both versions.',
      '“Effort and risk” now has “what helped”.',
      '“How it felt” no longer has “Very negative”.',
      '“Habits” is new.',
      '“Changes to…” is no longer asked.',
      'The prompt asks in other words: stories may tell of other things.',
      'Languages added: cy.',
    ]);
    expect(changedBy(({ signifiers }) => void signifiers.reverse()).isReordered).toBe(true);
  });
});

describe('versions read together', () => {
  it('have the newest’s signifiers and options first, then what only older ones have', () => {
    const next = structuredClone(ccplFramework);
    const [gone] = next.signifiers.splice(0, 1);
    named<Choice>(next, 'feeling').options.splice(0, 1);
    named<Choice>(next, 'feeling').question = english('How does it feel?');
    const union = unionOf([ccplFramework.signifiers, next.signifiers]);
    expect(union.map(({ key }) => key)).toEqual([...next.signifiers.map(({ key }) => key), gone?.key]);
    const feeling = union.find(({ key }) => key === 'feeling') as Choice;
    expect([feeling.options.at(-1)?.key, feeling.question]).toEqual(['very-positive', english('How does it feel?')]);
    const rounds = [
      { wave: 'spring', signifiers: ccplFramework.signifiers },
      { wave: 'autumn', signifiers: next.signifiers },
    ];
    expect(differencesOf(rounds)).toEqual([
      {
        signifier: 'feeling',
        part: null,
        kind: 'reworded',
        waves: ['spring'],
        texts: [
          {
            path: 'question',
            before: named<Choice>(ccplFramework, 'feeling').question,
            after: english('How does it feel?'),
          },
        ],
      },
      { signifier: 'feeling', part: 'very-positive', kind: 'unasked', waves: ['autumn'], texts: [] },
      { signifier: 'changes', part: null, kind: 'unasked', waves: ['autumn'], texts: [] },
    ]);
  });

  it('have each older wording once, with the waves that asked in it; an option’s key is never taken for a text', () => {
    const worded = (wave: string, words: string): { wave: string; signifiers: Signifier[] } => {
      const { signifiers } = structuredClone(ccplFramework);
      const feeling = signifiers.find((one): one is Choice => one.key === 'feeling');
      feeling?.options.push({ key: 'top', label: english(words) });
      return { wave, signifiers };
    };
    const rounds = [worded('spring', 'Elated'), worded('summer', 'Elated'), worded('autumn', 'Overjoyed'), worded('winter', 'On top')];
    const said = differencesOf(rounds).map(({ kind, waves, texts }) => [kind, waves, texts.map(({ path, before }) => [path, before])]);
    expect(said).toEqual([
      ['reworded', ['spring', 'summer'], [['options.top.label', english('Elated')]]],
      ['reworded', ['autumn'], [['options.top.label', english('Overjoyed')]]],
    ]);
  });
});

it('a draft can be shown before it is finished: every text says something, every key is its own', () => {
  const draft = draftOf(structuredClone(ccplFramework));
  draft.languages.push('cy');
  draft.signifiers[1] = { ...draft.signifiers[1], key: 'changes' } as Triad;
  named<Choice>(draft as unknown as Framework, 'feeling').options.push({ key: '', label: {} });
  const shown = presentable(draft);
  expect(new Set(shown.signifiers.map(({ key }) => key)).size).toBe(shown.signifiers.length);
  expect(named<Choice>(shown, 'feeling').options.at(-1)).toEqual({ key: 'unnamed-6', label: { 'en-GB': '…', cy: '…' } });
  expect(shown.title).toEqual({ 'en-GB': ccplFramework.title['en-GB'], cy: ccplFramework.title['en-GB'] });
  const empty = presentable(firstDraft({ key: 'x', title: english('X'), languages: ['en-GB'] }, []));
  expect(() => submissionFor(empty, { version: 'v', languages: ['en-GB'], randomOrder: false, rotation: false })).not.toThrow();
});
