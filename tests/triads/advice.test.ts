import { describe, expect, it } from 'vitest';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { firstDraft, pieces } from '../../server/library/library.ts';
import { type AdviceKind, adviceOn } from '../../triads/framework/advice/advice.ts';
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
    expect(found.map(({ path, kind, why }) => `${path} ${kind} ${why}`)).toEqual([
      'signifiers.7.poles.right reading-age Hard for some at 11 or 12: interactions.',
      'signifiers.8.hint reading-age Hard for some at 11 or 12: integrated.',
      expect.stringMatching(/^notices\.concern reading-age This reads easily from about 14 years/),
    ]);
    expect(duration(ccplFramework, 'en-GB') / 60).toBeCloseTo(7.5, 0);
  });

  it('finds nothing but long words in the library', () => {
    for (const piece of pieces) {
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

type Change = (draft: Draft) => void;
const text =
  (question: string): Change =>
  (draft) =>
    void Object.assign(draft.prompt, { question: english(question) });
const asks =
  (signifier: object): Change =>
  (draft) =>
    void draft.signifiers.splice(0, 1, { ...head, ...signifier } as unknown as Signifier);
const corners =
  (...labels: [string, string, string]): Change =>
  (draft) =>
    void draft.signifiers.splice(0, 1, triad(...labels));
const poles = (left: string, right: string) => asks({ kind: 'dyad', poles: { left: english(left), right: english(right) } });
const options = (...keys: string[]) => keys.map((key) => ({ key, label: english(`It was ${key}`) }));
const choice = (more: object) => asks({ kind: 'choice', several: false, options: options('one', 'two', 'prefer-not'), ...more });
const count =
  (signifiers: number): Change =>
  (draft) => {
    draft.signifiers = Array.from({ length: signifiers }, (_, index) => ({ ...triad('time', 'trust', 'clarity'), key: `key-${index}` }));
  };
const texts =
  (number: number): Change =>
  (draft) => {
    draft.signifiers = Array.from({ length: number }, (_, index) => ({ ...head, key: `key-${index}`, kind: 'text', limit: 100 }));
  };
const keys =
  (...wanted: string[]): Change =>
  (draft) => {
    draft.signifiers = wanted.map((key) => ({ ...triad('time', 'trust', 'clarity'), key }));
  };
const regions =
  (number: number, more: object = {}): Change =>
  (draft) => {
    const region = {
      ...head,
      kind: 'choice',
      about: 'participant',
      role: 'region',
      several: false,
      options: options('north', 'prefer-not'),
    };
    draft.signifiers = Array.from({ length: number }, (_, index) => ({ ...region, key: `region-${index}`, ...more }) as Signifier);
  };

/** For each check what it is to find, and what is near that and is to be left in peace. */
const cases: Record<AdviceKind, { finds: Change[]; leaves: Change[] }> = {
  uneven: {
    finds: [
      corners('talking together', 'clear rules', 'local people'),
      corners('money', 'Money ', 'time'),
      poles('the rules', 'what people had been doing there for a long while'),
      corners('the staff', 'the place', 'not the rules'),
      choice({ options: [...options('one'), ...options('one').map((option) => ({ ...option, key: 'two' }))] }),
    ],
    leaves: [corners('my time', 'my skills', 'my company'), poles('too slow', 'too fast'), poles('talking', 'writing'), choice({})],
  },
  laden: {
    finds: [
      corners('good teamwork', 'the money', 'the place'),
      corners('the staff', 'poor planning', 'the place'),
      poles('a mess', 'a plan'),
    ],
    leaves: [
      corners('good staff', 'good plans', 'good places'),
      corners('the staff', 'the money', 'the place'),
      poles('too much', 'too little'),
    ],
  },
  leading: {
    finds: [
      text('Tell us about a time when care was excellent.'),
      text('How much did the change help?'),
      text('It went well, don’t you agree?'),
      text('What should be done about waiting?'),
    ],
    leaves: [
      text('Think of one day at work. What happened?'),
      text('Think of a good or bad day.'),
      text('Tell of a time when plans changed.'),
    ],
  },
  double: {
    finds: [
      text('What happened and how did it feel?'),
      text('What happened? Who was there?'),
      asks({ ...triad('time', 'trust', 'clarity', 'Pay and hours came from…') }),
    ],
    leaves: [
      text('Think of one day. What happened?'),
      asks({ ...triad('time', 'trust', 'clarity', 'In health and care it came from…') }),
      asks({ ...triad('time', 'trust', 'clarity', 'The changes or adjustments came from…') }),
    ],
  },
  'reading-age': {
    finds: [
      corners('interdisciplinary work', 'the place', 'the day'),
      text('Recall a multidisciplinary consultation. What happened?'),
      text(
        'Considering the multiplicity of organisational arrangements that professionals negotiate whenever responsibilities overlap, describe a particular occasion on which collaborative decision-making influenced subsequent developments.',
      ),
    ],
    leaves: [
      corners('the people', 'the place', 'the day'),
      text(
        'Think of one time when something did not go as it should have gone on the ward, at home or on the way there. What did you see?',
      ),
      choice({ about: 'participant', options: [{ key: 'one', label: english('Anaesthesiologist') }, ...options('two', 'prefer-not')] }),
    ],
  },
  'too-many': { finds: [count(21), count(30), count(100)], leaves: [count(1), count(10), count(20)] },
  'too-long': { finds: [count(20), texts(9), texts(20)], leaves: [count(5), texts(3), texts(6)] },
  'no-way-out': {
    finds: [
      choice({ about: 'participant', options: options('one', 'two') }),
      choice({ about: 'participant', several: true, options: options('one', 'two') }),
      regions(1, { options: options('north', 'south') }),
    ],
    leaves: [
      choice({ about: 'participant' }),
      choice({ options: options('one', 'two') }),
      asks({ about: 'participant', kind: 'text', limit: 9 }),
    ],
  },
  key: {
    finds: [keys('one', 'one'), keys('one', 'week'), choice({ options: options('one', 'one') })],
    leaves: [keys('one', 'two'), keys('weeks', 'story-2'), choice({ options: options('one', 'week') })],
  },
  choice: {
    finds: [choice({ other: 'three' }), regions(2), regions(1, { several: true })],
    leaves: [choice({ other: 'two' }), regions(1), choice({ several: true })],
  },
  untranslated: {
    finds: [
      (draft) => void draft.languages.push('cy'),
      (draft) => void Object.assign(draft.notices, { welcome: {} }),
      (draft) => void Object.assign(draft.prompt, { title: { 'en-GB': ' ' } }),
    ],
    leaves: [() => {}, asks({ ...triad('time', 'trust', 'clarity'), hint: {} }), (draft) => void Object.assign(draft, { key: 'other' })],
  },
  unfinished: {
    finds: [keys(''), keys('Big Key'), choice({ options: options('one') }), (draft) => void draft.signifiers.splice(0)],
    leaves: [keys('a'), choice({ options: options('one', 'two') }), asks({ kind: 'text', limit: 1 })],
  },
};

describe.each(Object.keys(cases) as AdviceKind[])('the check “%s”', (kind) => {
  const found = (change: Change) => adviceOn(draftWith(change), 'en-GB').filter((advice) => advice.kind === kind);

  it('finds what it is for, and gives a reason and something to do', () => {
    for (const [index, change] of cases[kind].finds.entries()) {
      const [one] = found(change);
      expect([index, one?.severity]).toEqual([
        index,
        ['key', 'choice', 'untranslated', 'unfinished'].includes(kind) ? 'refused' : 'advice',
      ]);
      expect(one?.why).toMatch(/^.{12,}\.$/);
      expect(one?.whatToDo).toMatch(/^[A-Z].{8,}[.”]$/);
    }
    expect(cases[kind].finds.length).toBeGreaterThanOrEqual(3);
  });

  it('leaves in peace what is near it', () => {
    for (const [index, change] of cases[kind].leaves.entries()) expect([index, found(change)]).toEqual([index, []]);
    expect(cases[kind].leaves.length).toBeGreaterThanOrEqual(3);
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
    expect(readingAge(hard, 20)).toBeGreaterThan(20);
    expect(readingAge('Where did it take place?')).toBeNull();
    expect(longWords('Every organisation has confidentiality rules')).toEqual(['confidentiality']);
  });
});
