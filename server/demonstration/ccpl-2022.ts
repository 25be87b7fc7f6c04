import type { Answer, Answers, StonesAnswer } from '../../triads/answers/answer.ts';
import type { Framework, Signifier } from '../../triads/framework/framework.ts';
import { scopes } from '../../triads/framework/scopes.ts';
import { dyadAt, fine, type Hand, handOf, notApplicable, triadAt, triadInWords } from './placing.ts';
import { Random } from './random.ts';
import type { InventedStory } from './story.ts';
import { rows } from './table-2022.ts';
import { words } from './words-2022.ts';

/**
 * Twenty invented stories whose tallies are those that the study of 2022 reported.
 * @param framework the CCPL framework
 * @param seed moves each placement a little around where its row says it lies, and says by which hand it was made
 */
export function ccpl2022(framework: Framework, seed: number): InventedStory[] {
  const random = new Random(seed);
  return words.map(({ title, text, other }, index) => {
    const row = rows[index] ?? {};
    const hand = handOf(random);
    const answers: Answers = {};
    for (const signifier of framework.signifiers) {
      const answer = answerTo(signifier, row, { ...other }, random, hand);
      if (answer) answers[signifier.key] = answer;
    }
    const shared = row.shared === 'yes';
    return {
      wave: 'spring-2022',
      week: `2022-${row.week}`,
      language: 'en-GB',
      story: { title, text },
      answers,
      consent: shared ? [...scopes] : ['patterns', 'read'],
      release: shared ? 'released' : 'none',
    };
  });
}

function answerTo(signifier: Signifier, row: Record<string, string>, other: Record<string, string>, random: Random, hand: Hand) {
  if (signifier.kind === 'stones') return stonesOf(signifier.stones, row, random, hand);
  const cell = row[signifier.key];
  if (cell === undefined) return undefined;
  if (cell === 'na') return notApplicable;
  if (signifier.kind === 'triad') {
    const shares = hundredths(cell);
    return cell.endsWith('*') ? triadInWords(shares) : triadAt(random.shares(shares, 150), hand);
  }
  if (signifier.kind === 'dyad') return dyadAt(near(hundredths(cell)[0] ?? 0, random), hand);
  const said = other[signifier.key];
  return { options: cell.split(','), ...(said && { other: said }) };
}

function stonesOf(stones: { key: string }[], row: Record<string, string>, random: Random, hand: Hand): Answer {
  const laid: StonesAnswer['stones'] = {};
  for (const { key } of stones) {
    const cell = row[key];
    if (cell === undefined) continue;
    const [x = 0, y = 0] = hundredths(cell);
    laid[key] = cell === 'na' ? { na: true } : { x: near(x, random), y: near(y, random) };
  }
  return { stones: laid, by: hand };
}

function hundredths(cell: string): number[] {
  return cell
    .replace('*', '')
    .split('/')
    .map((part) => Number(part) / 100);
}

function near(value: number, random: Random): number {
  return fine(value + 0.02 * random.normal());
}
