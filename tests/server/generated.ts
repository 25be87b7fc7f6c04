import fc from 'fast-check';
import type { Answer, Answers } from '../../triads/answers/answer.ts';
import type { Framework, Signifier } from '../../triads/framework/framework.ts';
import { type Scope, sharingScopes } from '../../triads/framework/scopes.ts';

const by = fc.constantFrom('touch' as const, 'mouse' as const, 'keys' as const);
const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
const na = fc.constant({ na: true as const });
/** Text that may be stored: any well-formed Unicode but U+0000, of so many code points. */
const text = (maxLength: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength })
    .filter((value) => !value.includes('\0') && value.isWellFormed() && [...value].length <= maxLength);

/** Any three shares that sum to one, corners and edges among them. */
const triad = fc
  .tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000), by)
  .filter(([a, b, c]) => a + b + c > 0)
  .map(([a, b, c, by]) => ({ top: a / (a + b + c), left: b / (a + b + c), right: c / (a + b + c), by }));
const inWords = fc
  .constantFrom([0.8, 0.1, 0.1], [0.1, 0.45, 0.45], [1 / 3, 1 / 3, 1 / 3])
  .map(([top = 0, left = 0, right = 0]) => ({ top, left, right, by: 'choice' as const }));

function placed(signifier: Signifier, withWords: boolean): fc.Arbitrary<Answer> {
  switch (signifier.kind) {
    case 'triad':
      return fc.oneof({ weight: 5, arbitrary: triad }, { weight: 1, arbitrary: inWords });
    case 'dyad':
      return fc.record({ right: share, by });
    case 'stones': {
      const stone = fc.oneof(fc.record({ x: share, y: share }), na);
      const keys = signifier.stones.map(({ key }) => key);
      return fc
        .tuple(fc.subarray(keys, { minLength: 1 }), fc.array(stone, { minLength: keys.length, maxLength: keys.length }), by)
        .map(([touched, laid, by]) => ({
          stones: Object.fromEntries(touched.map((key, index) => [key, laid[index] ?? { na: true as const }])),
          by,
        }));
    }
    case 'choice': {
      const keys = signifier.options.map(({ key }) => key);
      return fc
        .tuple(fc.subarray(keys, { minLength: 1, maxLength: signifier.several ? keys.length : 1 }), fc.option(text(40), { nil: undefined }))
        .map(([options, other]) =>
          withWords && other !== undefined && signifier.other && options.includes(signifier.other) ? { options, other } : { options },
        );
    }
    case 'text':
      return text(Math.min(signifier.limit, 200)).map((text) => ({ text }));
  }
}

function answers(framework: Framework, withWords: boolean): fc.Arbitrary<Answers> {
  const askable = framework.signifiers.filter(({ kind }) => withWords || kind !== 'text');
  const entries = askable.map((signifier) =>
    fc
      .oneof(
        { weight: 6, arbitrary: placed(signifier, withWords) },
        { weight: 1, arbitrary: na },
        { weight: 1, arbitrary: fc.constant(undefined) },
      )
      .map((answer) => [signifier.key, answer] as const),
  );
  return fc.tuple(...entries).map((all) => Object.fromEntries(all.filter(([, answer]) => answer !== undefined)) as Answers);
}

export interface Told {
  story?: { title: string; text: string };
  answers: Answers;
  consent: Scope[];
}

/** What a participant may send on a framework: with words and any sharing scopes, or counted only. */
export function told(framework: Framework): fc.Arbitrary<Told> {
  const readable = fc
    .tuple(
      fc.tuple(
        text(60),
        text(400).filter((value) => value.trim() !== ''),
      ),
      answers(framework, true),
      fc.subarray([...sharingScopes]),
    )
    .map(([story, answers, sharing]) => ({
      story: { title: story[0], text: story[1] },
      answers,
      consent: ['patterns', 'read', ...sharing] as Scope[],
    }));
  const counted = answers(framework, false).map((answers) => ({ answers, consent: ['patterns'] as Scope[] }));
  return fc.oneof({ weight: 3, arbitrary: readable }, { weight: 1, arbitrary: counted });
}
