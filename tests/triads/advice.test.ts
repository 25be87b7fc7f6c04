import { describe, expect, it } from 'vitest';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { firstDraft, pieces } from '../../server/library/library.ts';
import { adviceOn } from '../../triads/framework/advice/advice.ts';
import { duration } from '../../triads/framework/advice/duration.ts';
import { longWords, readingAge, syllables } from '../../triads/framework/advice/reading-age.ts';
import type { Draft, Signifier } from '../../triads/framework/framework.ts';

const english = (text: string) => ({ 'en-GB': text });
const head = { key: 'one', about: 'story' as const, question: english('It was about…'), short: english('About') };
const triad = (top: string, left: string, right: string, question = 'It was about…'): Signifier => ({
  ...head,
  kind: 'triad',
  question: english(question),
  corners: { top: english(top), left: english(left), right: english(right) },
});

/** A draft that nothing is wrong with but what the test writes into it. */
function draftWith(change: (draft: Draft) => void): Draft {
  const draft = firstDraft({ key: 'test', title: english('Test'), languages: ['en-GB'] }, pieces.slice(0, 1));
  draft.notices.privacy = english('We keep no names.');
  draft.notices.concern = english('Nobody can reply.');
  change(draft);
  return draft;
}
const kindsOf = (change: (draft: Draft) => void) =>
  adviceOn(draftWith(change), 'en-GB')
    .filter(({ kind }) => kind !== 'reading-age')
    .map(({ path, kind }) => `${path} ${kind}`);
const onTriad = (...labels: Parameters<typeof triad>) => kindsOf((draft) => void draft.signifiers.splice(0, 1, triad(...labels)));
const onPrompt = (question: string) => kindsOf((draft) => void Object.assign(draft.prompt, { question: english(question) }));

describe('advice on corners', () => {
  it('finds nothing in corners of one kind that are equally attractive', () => {
    for (const labels of [
      ['time', 'trust', 'clarity'],
      ['talking together', 'trying things out', 'writing things down'],
      ['who took part', 'how long they took', 'what they drew on'],
      ['my time', 'my skills', 'my company'],
    ] as const)
      expect([labels, onTriad(labels[0], labels[1], labels[2])]).toEqual([labels, []]);
  });

  it('says where corners are of different kinds or lengths, say the same, or say what was not', () => {
    expect(onTriad('talking together', 'clear rules', 'local people')).toEqual(['signifiers.0.corners uneven']);
    expect(onTriad('to listen', 'clear rules', 'local people')).toEqual(['signifiers.0.corners uneven']);
    expect(onTriad('money', 'time', 'the people who had been there for a long while')).toEqual(['signifiers.0.corners uneven']);
    expect(onTriad('money', 'Money ', 'time')).toEqual(['signifiers.0.corners uneven']);
    expect(onTriad('the staff', 'the place', 'not the rules')).toEqual(['signifiers.0.corners uneven']);
  });

  it('says which corner praises or blames where the others do not, and nothing where all do', () => {
    expect(onTriad('good teamwork', 'the money', 'the place')).toEqual(['signifiers.0.corners.top laden']);
    expect(onTriad('the staff', 'poor planning', 'the place')).toEqual(['signifiers.0.corners.left laden']);
    expect(onTriad('good staff', 'good plans', 'good places')).toEqual([]);
  });
});

describe('advice on questions', () => {
  it('says what takes the answer for granted, asks for one sort of story, or for opinions', () => {
    expect(onPrompt('Think of one time on the ward. What happened?')).toEqual([]);
    expect(onPrompt('Think of a good or bad day. What happened?')).toEqual([]);
    for (const question of [
      'Tell us about a time when care was excellent.',
      'How much did the change help?',
      'Why was the plan so late?',
      'It went well, don’t you agree?',
      'What do you think we should do?',
    ])
      expect([question, onPrompt(question)]).toEqual([question, expect.arrayContaining(['prompt.question leading'])]);
  });

  it('says where two things are asked at once', () => {
    expect(onPrompt('What happened and how did it feel?')).toEqual(['prompt.question double']);
    expect(onPrompt('What happened? Who was there?')).toEqual(['prompt.question double']);
    expect(onTriad('time', 'trust', 'clarity', 'Pay and hours came from…')).toEqual(['signifiers.0.question double']);
    expect(onTriad('time', 'trust', 'clarity', 'In health and care it came from…')).toEqual([]);
  });

  it('misses "Prefer not to say" where a question is about oneself', () => {
    const options = ['Yes', 'No'].map((label) => ({ key: label.toLowerCase(), label: english(label) }));
    const asked = (about: 'story' | 'participant') =>
      kindsOf((draft) => void draft.signifiers.splice(0, 1, { ...head, about, kind: 'choice', several: false, options }));
    expect([asked('participant'), asked('story')]).toEqual([['signifiers.0.options no-way-out'], []]);
  });
});

describe('advice on a whole framework', () => {
  it('refuses what cannot be published: keys twice, texts missing in a language, parts missing', () => {
    const found = adviceOn(
      draftWith((draft) => {
        draft.languages.push('cy');
        draft.signifiers.push(structuredClone(draft.signifiers[0] as Signifier));
        draft.signifiers.push({ ...head, key: 'Big Key', kind: 'choice', several: false, options: [] });
      }),
      'en-GB',
    );
    const refused = found.filter(({ severity }) => severity === 'refused').map(({ path, kind }) => `${path} ${kind}`);
    expect(refused).toEqual(
      expect.arrayContaining(['signifiers.1.key key', 'signifiers.2.key unfinished', 'prompt.question untranslated']),
    );
    expect(found.find(({ path }) => path === 'prompt.question')?.why).toBe('prompt.question has no text in cy.');
  });

  it('counts signifiers and minutes', () => {
    const many = (count: number) =>
      kindsOf((draft) => {
        draft.signifiers = Array.from({ length: count }, (_, index) => ({ ...triad('time', 'trust', 'clarity'), key: `key-${index}` }));
      });
    expect([many(10), many(20), many(21)]).toEqual([[], ['signifiers too-long'], ['signifiers too-many', 'signifiers too-long']]);
  });

  it('finds nothing that would keep the CCPL framework from being published, and what we agree with', () => {
    const found = adviceOn(ccplFramework, 'en-GB');
    expect(found.filter(({ severity }) => severity === 'refused')).toEqual([]);
    expect(found.filter(({ kind }) => kind !== 'reading-age').map(({ path, kind }) => `${path} ${kind}`)).toEqual([
      'signifiers.0.question double',
      'signifiers.10.stones uneven',
    ]);
    expect(duration(ccplFramework, 'en-GB') / 60).toBeCloseTo(7.5, 0);
  });

  it('finds nothing but long words in the library', () => {
    for (const piece of pieces.filter(({ field }) => field['en-GB'] !== 'Health and care leadership')) {
      expect([piece.signifier.key, kindsOf((draft) => void draft.signifiers.splice(0, 1, piece.signifier))]).toEqual([
        piece.signifier.key,
        [],
      ]);
    }
  });

  it('looks at wording in English alone', () => {
    const welsh = draftWith((draft) => {
      draft.languages = ['cy'];
      draft.prompt.question = { cy: 'good best excellent' };
    });
    expect(adviceOn(welsh, 'cy').filter(({ severity }) => severity === 'advice')).toEqual([]);
  });
});

describe('reading age', () => {
  it('counts syllables as they are spoken', () => {
    const spoken = { cat: 1, time: 1, table: 2, asked: 1, wanted: 2, story: 2, organisation: 5, rhythm: 1, boxes: 2, care: 1 };
    expect(Object.fromEntries(Object.keys(spoken).map((word) => [word, syllables(word)]))).toEqual(spoken);
  });

  it('is by the Flesch–Kincaid grade, and says nothing of a few words', () => {
    const simple = 'The cat sat on the mat. It was a big cat. The sun was hot. It went to bed and had a nap. Then it got up.';
    const hard =
      'Participants’ confidentiality considerations necessitate comprehensive organisational safeguarding arrangements, notwithstanding administrative difficulties which professional regulators periodically communicate to responsible institutions within neighbouring authorities.';
    expect(readingAge(simple)).toBeLessThan(7);
    expect(readingAge(hard)).toBeGreaterThan(20);
    expect(readingAge('Where did it take place?')).toBeNull();
    expect(longWords('Every organisation has confidentiality rules')).toEqual(['confidentiality']);
  });
});
