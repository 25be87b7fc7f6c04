import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsFrom } from '../../triads/columns/from-rows.ts';
import type { Signifier } from '../../triads/framework/framework.ts';
import { sharingScopes } from '../../triads/framework/scopes.ts';
import { kinds } from '../../triads/identifiers/identifier.ts';
import { Combinations, type Fact } from '../../triads/release/combinations.ts';
import { type Exposed, exposure } from '../../triads/release/exposure.ts';
import { tallyOf } from '../../triads/release/tally.ts';

const options = ['a', 'b', 'c'];
const keys = ['role', 'age', 'setting'];
const choices: Signifier[] = keys.map((key) => ({
  key,
  kind: 'choice',
  about: 'participant',
  question: { en: key },
  short: { en: key },
  several: key === 'setting',
  options: options.map((option) => ({ key: option, label: { en: option } })),
}));
type Told = Record<string, string[]>;
const told = fc.record({
  role: fc.constantFrom(...options).map((option) => [option]),
  age: fc.option(fc.constantFrom(...options), { nil: null }).map((option) => (option ? [option] : [])),
  setting: fc.subarray(options),
});

function combinationsOf(stories: Told[], cut: number): Combinations {
  const combinations = new Combinations();
  for (const part of [stories.slice(0, cut), stories.slice(cut)]) {
    const rows = part.map((story) => ({
      week: '2026-W40',
      wave: 'first',
      readable: true,
      answers: Object.fromEntries(Object.entries(story).flatMap(([key, chosen]) => (chosen.length ? [[key, { options: chosen }]] : []))),
    }));
    const columns = columnsFrom(choices, rows);
    combinations.add(columns.length, columns.choices);
  }
  return combinations;
}

const factsOf = (story: Told): Fact[] =>
  Object.entries(story).flatMap(([signifier, chosen]) => chosen.map((option) => ({ signifier, option })));
const has = (story: Told, { signifier, option }: Fact) => story[signifier]?.includes(option) ?? false;

describe('rare combinations of answers about participants', () => {
  it('are counted as by hand, over any segments', () => {
    fc.assert(
      fc.property(
        fc.array(told, { minLength: 1, maxLength: 30 }),
        fc.nat(30),
        fc.integer({ min: 2, max: 6 }),
        (stories, cut, threshold) => {
          const combinations = combinationsOf(stories, cut);
          const [story] = stories;
          if (!story) return;
          const facts = factsOf(story);
          const count = (wanted: Fact[]) => stories.filter((other) => wanted.every((fact) => has(other, fact))).length;
          expect(combinations.stories(facts)).toBe(count(facts));
          const rare = combinations.rare(facts, threshold);
          for (const { facts: named, stories: shared } of rare) expect([shared, shared < threshold]).toEqual([count(named), true]);
          const alone = facts.filter((fact) => count([fact]) < threshold);
          expect(rare.filter(({ facts: named }) => named.length === 1)).toHaveLength(alone.length);
          const common = facts.filter((fact) => !alone.includes(fact));
          const pairs = common.flatMap((one, at) => common.slice(at + 1).map((other) => [one, other] as [Fact, Fact]));
          const rarePairs = pairs.filter(([one, other]) => one.signifier !== other.signifier && count([one, other]) < threshold);
          expect(rare.filter(({ facts: named }) => named.length === 2)).toHaveLength(rarePairs.length);
        },
      ),
    );
  });

  it('of an answer that no story has yet are none', () => {
    expect(new Combinations().rare([{ signifier: 'role', option: 'a' }], 5)).toEqual([
      { facts: [{ signifier: 'role', option: 'a' }], stories: 0 },
    ]);
  });
});

describe('the exposure of a story', () => {
  const exposed = fc.record({
    tally: fc.dictionary(fc.constantFrom(...kinds), fc.record({ likely: fc.nat(5), perhaps: fc.nat(5) })),
    rarest: fc.option(fc.integer({ min: 1, max: 4 })),
    threshold: fc.constant(5),
    scopes: fc.subarray([...sharingScopes], { minLength: 1 }).map((scopes) => new Set<string>(scopes)),
  });

  it('grows with every find, with a rarer combination and with a wider scope', () => {
    fc.assert(
      fc.property(exposed, fc.constantFrom(...kinds), (story: Exposed, kind) => {
        const before = exposure(story);
        const { likely = 0, perhaps = 0 } = story.tally?.[kind] ?? {};
        expect(exposure({ ...story, tally: { ...story.tally, [kind]: { likely: likely + 1, perhaps } } })).toBeGreaterThan(before);
        expect(exposure({ ...story, rarest: Math.max(1, (story.rarest ?? 5) - 1) })).toBeGreaterThanOrEqual(before);
        expect(exposure({ ...story, scopes: new Set([...story.scopes, 'publish']) })).toBeGreaterThanOrEqual(before);
        expect(before).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('is nothing where it may go nowhere, and three for a bare story that may be published', () => {
    const bare = { tally: {}, rarest: null, threshold: 5 };
    expect(exposure({ ...bare, scopes: new Set() })).toBe(0);
    expect(exposure({ ...bare, scopes: new Set(['publish']) })).toBe(3);
    expect(exposure({ ...bare, rarest: 1, scopes: new Set(['workshop-own']) })).toBe(9);
  });

  it('counts what is said twice once', () => {
    const tally = tallyOf(['Dr Okafor rang.', 'Then Dr Okafor rang again on 07700 900123.']);
    expect([tally.person?.likely, tally.phone?.likely]).toEqual([1, 1]);
  });
});
