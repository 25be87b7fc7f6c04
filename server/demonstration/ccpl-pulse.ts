import type { Answer, Answers, StonesAnswer } from '../../triads/answers/answer.ts';
import type { Choice, Framework, Signifier, Stones } from '../../triads/framework/framework.ts';
import type { Scope } from '../../triads/framework/scopes.ts';
import { dyadAt, fine, type Hand, handOf, notApplicable, triadAt, triadInWords } from './placing.ts';
import { type Circumstances, chances, clouds, stoneSpots, warmth } from './pulse-patterns.ts';
import { fragments, groups, type Mood, otherRoles, otherSettings, people, topics } from './pulse-words.ts';
import { Random } from './random.ts';
import type { InventedStory } from './story.ts';

/** The autumn wave is open: no story has a week after the demonstration's today, 22 November 2026. */
const waves = [
  { key: 'spring-2026', firstWeek: 10, weeks: 13 },
  { key: 'autumn-2026', firstWeek: 38, weeks: 10 },
] as const;

/**
 * Invented stories of two waves, one after the other, made as they are asked for.
 * @param framework the CCPL framework; signifiers of other keys are answered too, without any pattern
 * @param counts how many stories in the first wave and in the second
 */
export function* ccplPulse(framework: Framework, seed: number, counts: readonly [number, number] = [240, 280]): Generator<InventedStory> {
  const random = new Random(seed);
  for (const [wave, { key, firstWeek, weeks }] of waves.entries()) {
    for (let told = 0; told < (counts[wave] ?? 0); told += 1) {
      const week = firstWeek + Math.floor(weeks * random.uniform() ** 1.4);
      yield { wave: key, week: `2026-W${week}`, language: 'en-GB', ...invent(framework, wave === 1, random) };
    }
  }
}

/** Any number of invented stories, in the proportion of the two waves. */
export function stories(framework: Framework, seed: number, count: number): Generator<InventedStory> {
  const first = Math.round((count * 240) / 520);
  return ccplPulse(framework, seed, [first, count - first]);
}

function invent(framework: Framework, later: boolean, random: Random): Pick<InventedStory, 'story' | 'answers' | 'consent' | 'release'> {
  const consent = consentOf(random);
  const mayRead = consent.includes('read');
  const choices = choicesOf(framework, later, mayRead, random);
  const about = (key: string) => choices[key]?.options[0] ?? '';
  const circumstances = { later, mood: moodOf(about('feeling'), random), region: about('region'), role: about('role') };
  const placements = placementsOf(framework, circumstances, random);
  const answers: Answers = { ...placements, ...choices };
  return {
    ...(mayRead && { story: tell(circumstances.mood, answers, random) }),
    answers,
    consent,
    release: consent.length <= 2 ? 'none' : random.chance(0.7) ? 'released' : 'waiting',
  };
}

/** Sharing is of a piece: who allows nothing in the own region seldom allows anything elsewhere. */
function consentOf(random: Random): Scope[] {
  if (!random.chance(0.88)) return ['patterns'];
  const own = random.chance(0.65);
  const other = random.chance(own ? 0.74 : 0.05);
  const publish = random.chance(own ? 0.57 : 0.09);
  return [
    'patterns',
    'read',
    ...(own ? ['workshop-own' as const] : []),
    ...(other ? ['workshop-other' as const] : []),
    ...(publish ? ['publish' as const] : []),
  ];
}

function moodOf(feeling: string, random: Random): Mood {
  if (feeling === 'neutral' || feeling === '' || random.chance(0.08)) return 'mixed';
  return feeling.endsWith('positive') ? 'good' : 'bad';
}

type Choices = Record<string, { options: string[]; other?: string }>;

/** The answers about the participant come first, since how a story felt depends on where it was told. */
function choicesOf(framework: Framework, later: boolean, mayRead: boolean, random: Random): Choices {
  const answers: Choices = {};
  const asked = framework.signifiers.filter((signifier) => signifier.kind === 'choice');
  for (const choice of asked.toSorted((a, b) => Number(a.about === 'story') - Number(b.about === 'story'))) {
    if (random.chance(0.015)) continue;
    const tilt = choice.key === 'feeling' ? (warmth[answers.region?.options[0] ?? ''] ?? 0) + (later ? 0.06 : 0) : 0;
    const options = optionsOf(choice, tilt, random);
    const said = { setting: otherSettings, role: otherRoles }[choice.key];
    const writes = mayRead && said && choice.other && options.includes(choice.other) && random.chance(0.85);
    answers[choice.key] = { options, ...(writes && { other: random.pick(said) }) };
  }
  return answers;
}

const standsAlone = ['none', 'not-sure', 'prefer-not'];

function optionsOf({ key, options, several }: Choice, tilt: number, random: Random): string[] {
  const known = chances[key];
  const weight = (option: string) => {
    const level = options.length / 2 - 0.5 - options.findIndex((named) => named.key === option);
    return (known ? (known[option] ?? 0.3) : 1) * Math.exp(tilt * level);
  };
  const keys = options.map((option) => option.key);
  const chosen = [random.weighted(keys, weight)];
  while (several && chosen.length < 3 && random.chance(0.32)) {
    const further = random.weighted(keys, weight);
    if (![...chosen, further].some((option, index, all) => standsAlone.includes(option) || all.indexOf(option) < index))
      chosen.push(further);
  }
  return keys.filter((option) => chosen.includes(option));
}

function placementsOf(framework: Framework, circumstances: Circumstances, random: Random): Answers {
  const hand = handOf(random);
  const prefersWords = random.chance(0.03);
  const answers: Answers = {};
  for (const [index, signifier] of framework.signifiers.entries()) {
    if (signifier.kind === 'choice' || signifier.kind === 'text') continue;
    if (random.chance(0.012 + 0.0006 * index)) continue;
    const doesNotApply = random.chance(0.03 + 0.01 * (index % 4));
    answers[signifier.key] = doesNotApply ? notApplicable : placementOn(signifier, circumstances, random, hand, prefersWords);
  }
  return answers;
}

type Placed = Exclude<Signifier, { kind: 'choice' | 'text' }>;

function placementOn(signifier: Placed, circumstances: Circumstances, random: Random, hand: Hand, prefersWords: boolean): Answer {
  if (signifier.kind === 'stones') return stonesLaid(signifier, circumstances, random, hand);
  const even = signifier.kind === 'triad' ? [1 / 3, 1 / 3, 1 / 3] : [0.5, 0.5];
  const gathered = clouds[signifier.key]?.(circumstances) ?? [{ weight: 1, at: even, tightness: 3 }];
  const { at, tightness } = random.weighted(gathered, ({ weight }) => weight);
  const shares = random.shares(at, tightness);
  if (signifier.kind === 'dyad') return dyadAt(shares[1] ?? 0, hand);
  return prefersWords ? triadInWords(shares) : triadAt(drawnToTheEdge(shares, random), hand);
}

/** Some people put the dot right into a corner, or on the line between two, when it comes near. */
function drawnToTheEdge(shares: number[], random: Random): number[] {
  const most = Math.max(...shares);
  const least = Math.min(...shares);
  if (most > 0.75 && random.chance(0.14)) return shares.map((share) => (share === most ? 1 : 0));
  if (least < 0.08 && random.chance(0.12)) return shares.map((share) => (share === least ? 0 : share / (1 - least)));
  return shares;
}

function stonesLaid({ stones }: Stones, circumstances: Circumstances, random: Random, hand: Hand): Answer {
  const laid: StonesAnswer['stones'] = {};
  for (const [index, { key }] of stones.entries()) {
    if (index > 0 && random.chance(0.04)) continue;
    const [x, y] = stoneSpots[key]?.(circumstances) ?? [0.5, 0.5];
    laid[key] = random.chance(0.04) ? { na: true } : { x: fine(x + 0.14 * random.normal()), y: fine(y + 0.13 * random.normal()) };
  }
  return { stones: laid, by: hand };
}

function tell(mood: Mood, answers: Answers, random: Random): { title: string; text: string } {
  const { title, opening, happened, turn, ending } = fragments[mood];
  const decisions = answers.decisions;
  const right = decisions && 'right' in decisions ? decisions.right : 0.5;
  const way = right + 0.1 * random.normal() > 0.5 ? 'interactions' : 'process';
  const person = random.pick(people);
  const second = random.pick(people.filter((other) => other !== person));
  const fills: Record<string, string> = {
    ...{ person, 'a person': withArticle(person), 'a second person': withArticle(second) },
    ...{ topic: random.pick(topics), group: random.pick(groups) },
  };
  const fill = (text: string) => text.replace(/\{([a-z ]+)\}/g, (_, name: string) => fills[name] ?? '');
  const parts = [opening, happened, turn[way], ending].map((choices) => sentence(fill(random.pick(choices))));
  return { title: sentence(fill(random.pick(title))), text: parts.join(' ') };
}

function withArticle(person: string): string {
  return `${/^[aeiou]/.test(person) ? 'an' : 'a'} ${person}`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
