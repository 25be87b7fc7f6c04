import { describe, expect, test } from 'vitest';
import file from '../../server/demonstration/ccpl.json' with { type: 'json' };
import { ccpl2022 } from '../../server/demonstration/ccpl-2022.ts';
import { ccplPulse, stories } from '../../server/demonstration/ccpl-pulse.ts';
import { ccplFramework, demonstrationCollections } from '../../server/demonstration/collections.ts';
import { fragments, type Mood } from '../../server/demonstration/pulse-words.ts';
import type { InventedStory } from '../../server/demonstration/story.ts';
import { submissionFor } from '../../triads/answers/submission.ts';
import { checkFramework } from '../../triads/framework/checks.ts';

const told2022 = ccpl2022(ccplFramework, 2022);
const pulse = [...ccplPulse(ccplFramework, 2026)];
const version = '11111111-1111-4111-8111-111111111111';
const accepts = submissionFor(ccplFramework, { version, languages: ['en-GB'], randomOrder: false, rotation: false });

function faultsOf({ language, story, answers, consent }: InventedStory) {
  return accepts.safeParse({ version, language, story, answers, consent, receiptHash: 'A'.repeat(43) }).error?.issues ?? [];
}

function optionsOf({ answers }: InventedStory, key: string): string[] {
  const answer = answers[key];
  return answer && 'options' in answer ? answer.options : [];
}

function tally(stories: InventedStory[], key: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const story of stories) {
    const options = optionsOf(story, key);
    for (const option of options.length ? options : ['skipped']) counts[option] = (counts[option] ?? 0) + 1;
  }
  return counts;
}

function rightOf(stories: InventedStory[], key: string): number[] {
  return stories.flatMap(({ answers }) => {
    const answer = answers[key];
    return answer && 'right' in answer ? [answer.right] : [];
  });
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? Number.NaN)) / 2;
}

const wordCount = (text: string) => text.split(/\s+/).length;
const share = <Item>(items: Item[], holds: (item: Item) => boolean) => items.filter(holds).length / items.length;

describe('the CCPL framework', () => {
  test('has no faults', () => {
    expect(checkFramework(file).faults).toEqual([]);
  });

  test.each([
    ['role of governance', 'shaped', 'how it was governed'],
    ['role of diversity', 'shaped', 'the mix of people'],
    ['role of resources', 'shaped', 'time and money'],
    ['impact', 'impact', 'people receiving care'],
    ['changes to where information is sourced', 'changes', 'where information comes from'],
    ['changes to communication styles', 'changes', 'communication styles'],
    ['changes to how decisions are made', 'decided', 'how decisions were made'],
    ['where action was focused', 'focus', 'Action was focused on'],
    ['areas for improvement', 'next-time', 'Next time'],
    ['compromises being made', 'gave-way', 'give way'],
    ['perceptions of risk', 'weighing', 'risk'],
    ['perceptions of risk', 'risk', 'moving too fast'],
    ['decision-making styles', 'decisions', 'through ongoing interactions'],
    ['place versus system focus', 'place-system', 'the whole system'],
  ])('covers "%s" by `%s`', (_concept, key, says) => {
    expect(JSON.stringify(ccplFramework.signifiers.find((signifier) => signifier.key === key))).toContain(says);
  });

  test('has triad corners of at most four words and poles of at most six', () => {
    for (const signifier of ccplFramework.signifiers) {
      if (signifier.kind === 'triad') {
        for (const corner of Object.values(signifier.corners)) expect(wordCount(corner['en-GB'] ?? '')).toBeLessThanOrEqual(4);
      }
      if (signifier.kind === 'dyad') {
        for (const pole of Object.values(signifier.poles)) expect(wordCount(pole['en-GB'] ?? '')).toBeLessThanOrEqual(6);
      }
    }
  });

  test('promises confidentiality, never anonymity', () => {
    expect(JSON.stringify(file)).toContain('confidential');
    expect(JSON.stringify(file)).not.toMatch(/anonym/i);
  });
});

describe('the twenty stories of 2022', () => {
  test.each([
    ['role', { 'senior-clinician': 12, 'strategic-lead': 2, 'programme-manager': 1, 'operational-lead': 1, other: 4 }],
    ['age', { 'age-35-44': 4, 'age-45-54': 8, 'age-55-64': 5, 'age-65-over': 1, skipped: 2 }],
    ['sex', { female: 10, male: 8, skipped: 2 }],
    ['ethnic-group', { white: 15, 'white-and-asian': 2, indian: 1, skipped: 2 }],
    ['region', { midlands: 8, 'north-west': 3, 'east-of-england': 3, 'south-west': 3, 'south-east': 2, 'north-east-and-yorkshire': 1 }],
    [
      'setting',
      {
        ...{ 'community-healthcare': 7, 'primary-care': 6, 'social-care': 5, acute: 4, 'community-social-care': 3 },
        ...{ 'residential-social-care': 1, hospice: 1, other: 12 },
      },
    ],
    ['feeling', { 'very-positive': 4, positive: 8, neutral: 2, negative: 3, 'very-negative': 3 }],
  ])('tally as the study reported: %s', (key, reported) => {
    expect(tally(told2022, key)).toEqual(reported);
  });

  test('are all readable, and thirteen may be shared', () => {
    expect(told2022).toHaveLength(20);
    expect(told2022.every(({ consent }) => consent.includes('read'))).toBe(true);
    const sharing = told2022.map(({ consent }) => consent.filter((scope) => scope !== 'patterns' && scope !== 'read'));
    expect(sharing.filter((scopes) => scopes.length === 3)).toHaveLength(13);
    expect(sharing.filter((scopes) => scopes.length === 0)).toHaveLength(7);
    expect(told2022.filter(({ release }) => release === 'released')).toHaveLength(13);
  });

  test('are twenty different texts of 40 to 130 words, from the weeks of the study', () => {
    expect(new Set(told2022.map(({ story }) => story?.text)).size).toBe(20);
    for (const { story, week } of told2022) {
      expect(wordCount(story?.text ?? '')).toBeGreaterThanOrEqual(40);
      expect(wordCount(story?.text ?? '')).toBeLessThanOrEqual(130);
      expect(['2022-W08', '2022-W09', '2022-W10', '2022-W11', '2022-W12']).toContain(week);
    }
  });

  test('say where "other" is wherever it was chosen', () => {
    for (const key of ['setting', 'role']) {
      for (const story of told2022.filter((told) => optionsOf(told, key).includes('other')))
        expect(story.answers[key]).toHaveProperty('other');
    }
  });

  test('lie towards ongoing interactions, and mostly away from information sources', () => {
    expect(median(rightOf(told2022, 'decisions'))).toBeGreaterThan(0.6);
    expect(share(rightOf(told2022, 'changes'), (right) => right < 1 / 3)).toBeGreaterThan(0.8);
  });

  test('hold every state of an answer', () => {
    const answers = told2022.flatMap((told) => Object.values(told.answers));
    expect(answers.some((answer) => 'na' in answer)).toBe(true);
    expect(answers.some((answer) => 'by' in answer && answer.by === 'choice')).toBe(true);
    expect(told2022.some((told) => ccplFramework.signifiers.some(({ key, kind }) => kind === 'triad' && !told.answers[key]))).toBe(true);
  });
});

describe('the pulse', () => {
  const spring = pulse.filter(({ wave }) => wave === 'spring-2026');
  const autumn = pulse.filter(({ wave }) => wave === 'autumn-2026');

  test('has two waves, none of whose stories comes after today', () => {
    expect([spring.length, autumn.length]).toEqual([240, 280]);
    const weeks = (told: InventedStory[]) => told.map(({ week }) => week).toSorted();
    expect([weeks(spring)[0], weeks(spring).at(-1)]).toEqual(['2026-W10', '2026-W22']);
    expect([weeks(autumn)[0], weeks(autumn).at(-1)]).toEqual(['2026-W38', '2026-W47']);
  });

  test('moves on `decisions` from about 0.72 to about 0.55', () => {
    expect(median(rightOf(spring, 'decisions'))).toBeCloseTo(0.72, 1);
    expect(median(rightOf(autumn, 'decisions'))).toBeCloseTo(0.55, 1);
  });

  test('lies at two ends on `risk`', () => {
    const right = rightOf(pulse, 'risk');
    expect(share(right, (value) => value < 0.3)).toBeGreaterThan(0.2);
    expect(share(right, (value) => value > 0.7)).toBeGreaterThan(0.4);
    expect(share(right, (value) => value > 0.4 && value < 0.6)).toBeLessThan(0.15);
  });

  test('has all seven regions in unequal numbers', () => {
    const { skipped: _skipped, 'prefer-not': _preferNot, ...regions } = tally(pulse, 'region');
    expect(Object.keys(regions)).toHaveLength(7);
    expect(Math.min(...Object.values(regions))).toBeGreaterThan(10);
    expect(Math.max(...Object.values(regions))).toBeGreaterThan(100);
  });

  test('has believable shares of states, consent and release', () => {
    const many = [...stories(ccplFramework, 7, 5000)];
    const shapes = ccplFramework.signifiers.filter(({ kind }) => kind !== 'choice');
    const answers = many.flatMap((told) => shapes.map(({ key }) => told.answers[key]));
    const notApplicable = share(answers, (answer) => answer !== undefined && 'na' in answer);
    const skipped = share(answers, (answer) => answer === undefined);
    const inWords = share(answers, (answer) => answer !== undefined && 'by' in answer && answer.by === 'choice');
    expect(notApplicable).toBeGreaterThan(0.03);
    expect(notApplicable).toBeLessThan(0.06);
    expect(skipped).toBeGreaterThan(0.01);
    expect(skipped).toBeLessThan(0.02);
    expect(inWords).toBeGreaterThan(0.005);
    const readers = many.filter(({ consent }) => consent.includes('read'));
    expect(readers.length / many.length).toBeCloseTo(0.88, 1);
    expect(share(readers, ({ consent }) => consent.includes('workshop-own'))).toBeCloseTo(0.65, 1);
    expect(share(readers, ({ consent }) => consent.includes('workshop-other'))).toBeCloseTo(0.5, 1);
    expect(share(readers, ({ consent }) => consent.includes('publish'))).toBeCloseTo(0.4, 1);
    const shared = many.filter(({ consent }) => consent.length > 2);
    expect(share(shared, ({ release }) => release === 'released')).toBeCloseTo(0.7, 1);
    expect(many.every(({ consent, release }) => consent.length > 2 === (release !== 'none'))).toBe(true);
  });

  test('is told in 30 to 90 words, seldom the same twice, with nothing left to fill in', () => {
    const words = pulse.flatMap(({ story }) => (story ? [story] : []));
    expect(words.filter(({ title, text }) => /[{}\n]|undefined/.test(title + text))).toEqual([]);
    const texts = words.map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) {
      expect(wordCount(text)).toBeGreaterThanOrEqual(30);
      expect(wordCount(text)).toBeLessThanOrEqual(90);
    }
  });

  test.each<Mood>(['good', 'mixed', 'bad'])('has a dozen fragments of each kind for %s stories', (mood) => {
    const { title, opening, happened, turn, ending } = fragments[mood];
    for (const parts of [title, opening, happened, [...turn.interactions, ...turn.process], ending]) {
      expect(new Set(parts).size).toBeGreaterThanOrEqual(12);
      expect(new Set(parts).size).toBe(parts.length);
    }
  });
});

describe('both', () => {
  test('keep to the submission schema of their framework', () => {
    for (const story of [...told2022, ...pulse, ...stories(ccplFramework, 3, 2000)]) expect(faultsOf(story)).toEqual([]);
  });

  test('are the same for the same seed, and others for another', () => {
    expect(ccpl2022(ccplFramework, 2022)).toEqual(told2022);
    expect([...ccplPulse(ccplFramework, 2026)]).toEqual(pulse);
    expect([...ccplPulse(ccplFramework, 2027)]).not.toEqual(pulse);
  });

  test('fill the demonstration collections, wave by wave, any number of times', () => {
    for (const { waves, stories } of demonstrationCollections) {
      const told = [...stories];
      expect(new Set(told.map(({ wave }) => wave))).toEqual(new Set(waves.map(({ key }) => key)));
      expect([...stories]).toEqual(told);
    }
  });
});
