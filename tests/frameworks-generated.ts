import fc from 'fast-check';
import { checkFramework } from '../triads/framework/checks.ts';
import type { Framework, Localised, Signifier } from '../triads/framework/framework.ts';

const key = fc.stringMatching(/^[a-z][a-z0-9-]{0,11}$/).filter((key) => !['story', 'readable', 'week', 'wave', 'state'].includes(key));
const languages = fc.uniqueArray(fc.constantFrom('en-GB', 'cy', 'ur', 'pl', 'zh-Hans'), { minLength: 1, maxLength: 4 });

/** Any framework that passes the checks: every kind, any text in any of its languages, in any order of keys. */
export const anyFramework: fc.Arbitrary<Framework> = languages.chain((languages) => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== '');
  const texts: fc.Arbitrary<Localised> = fc
    .tuple(
      fc.array(text, { minLength: languages.length, maxLength: languages.length }),
      fc.shuffledSubarray(languages, { minLength: languages.length }),
    )
    .map(([words, order]) => Object.fromEntries(order.map((language, index) => [language, words[index] ?? '-'])));
  const named = (least: number) =>
    fc.uniqueArray(fc.record({ key, label: texts }), { selector: ({ key }) => key, minLength: least, maxLength: least + 3 });
  const head = { key, about: fc.constantFrom('story' as const, 'participant' as const), question: texts, short: texts };
  const axis = fc.record({ name: texts, low: texts, high: texts });
  const signifier: fc.Arbitrary<Signifier> = fc.oneof(
    fc.record({ ...head, kind: fc.constant('triad' as const), corners: fc.record({ top: texts, left: texts, right: texts }) }),
    fc.record({ ...head, kind: fc.constant('dyad' as const), poles: fc.record({ right: texts, left: texts }) }),
    fc.record({ ...head, kind: fc.constant('stones' as const), axes: fc.record({ y: axis, x: axis }), stones: named(1) }),
    fc
      .record({ ...head, kind: fc.constant('choice' as const), options: named(2), several: fc.boolean(), hasOther: fc.boolean() })
      .map(({ hasOther, ...choice }) => ({ ...choice, ...(hasOther && { other: choice.options[0]?.key ?? '' }) })),
    fc.record({ ...head, hint: texts, kind: fc.constant('text' as const), limit: fc.integer({ min: 1, max: 10_000 }) }),
  );
  const wording = fc.record({ explanation: texts, label: texts });
  return fc
    .record({
      signifiers: fc.uniqueArray(signifier, { selector: ({ key }) => key, minLength: 1, maxLength: 8 }),
      title: texts,
      format: fc.constant('storyfield-framework/1' as const),
      key,
      languages: fc.constant(languages),
      prompt: fc.record({ title: texts, question: texts, hint: texts }),
      notices: fc.record({ concern: texts, welcome: texts, privacy: texts }),
      consent: fc.record({
        question: texts,
        introduction: texts,
        patterns: wording,
        read: wording,
        'count-only': wording,
        sharing: texts,
        'workshop-own': wording,
        'workshop-other': wording,
        publish: wording,
      }),
    })
    .map((file) => {
      const { framework, faults } = checkFramework(file);
      if (!framework) throw new Error(JSON.stringify(faults));
      return framework;
    });
});
