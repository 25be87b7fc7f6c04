import type { Pilot, SignifierPilot } from '../../../server/contract/pilot.ts';
import type { Signifier } from '../../../triads/framework/framework.ts';
import { fewest, type Standing } from '../../../triads/pilot/standing.ts';
import { listed, worded } from '../../parts/words.ts';
import { partName } from './parts.ts';

/** One thing that a pilot looks at, in words. */
export interface Finding {
  what: string;
  standing: Standing;
  /** What was found, with its numbers. */
  words: string;
  /** What to do about it; empty where nothing is called out. */
  advice: string;
}

type Count = SignifierPilot['asked'];

/** "fewer than 5" where a count is small, "some" where it is kept back. */
export function countWords(count: Count, threshold: Pilot['threshold']): string {
  if (count === 'small') return `fewer than ${threshold}`;
  return count === 'hidden' ? 'kept back' : String(count);
}

/** What a pilot says of one signifier, thing by thing, as far as each was tried. */
export function findings(entry: SignifierPilot, { threshold, signifiers }: Pilot): Finding[] {
  const { signifier, asked, na, skipped, times, order, rotation, means, piles, same } = entry;
  const of = (count: Count) => `${countWords(count, threshold)} of ${countWords(asked, threshold)}`;
  const few = `needs ${fewest.asked} answers`;
  return [
    {
      what: 'Does not apply',
      standing: na.standing,
      words: na.standing === 'few' ? `${of(na.count)}; ${few}` : `said by ${of(na.count)}`,
      advice: 'It does not fit many stories. Ask it more widely, or leave it to where it fits.',
    },
    {
      what: 'Skipping',
      standing: skipped.standing,
      words: skipped.standing === 'few' ? `${of(skipped.count)}; ${few}` : `left by ${of(skipped.count)}`,
      advice: 'Many pass it by. Say it shorter and more plainly, or ask it earlier.',
    },
    ...(times ? [ofTimes(times)] : []),
    ...(order ? [ofOrder(order)] : []),
    ...(rotation ? [ofRotation(rotation)] : []),
    ...(means ? [ofMeans(means)] : []),
    ...(piles ? [ofPiles(piles, signifier)] : []),
    ...(same ? [ofSame(same, signifiers)] : []),
  ].map((finding) => (finding.standing === 'flagged' ? finding : { ...finding, advice: '' }));
}

const percent = (share: number) => `${Math.round(100 * share)} %`;
const byChance = (p: number | null) => (p === null ? '' : p <= 0.001 ? ', p 0.001 or less' : `, p ${p.toFixed(3)}`);

function ofTimes({ standing, quartiles, expected }: NonNullable<SignifierPilot['times']>): Finding {
  const median = quartiles
    ? `half took ${Math.round(quartiles.median)} s or more, about ${Math.round(expected)} s is usual`
    : 'no times yet';
  return {
    what: 'Answer time',
    standing,
    words: standing === 'few' ? `${median}; needs ${fewest.times} times` : median,
    advice: 'It takes long. Look for long labels, rare words, or two questions in one.',
  };
}

function ofOrder({ standing, early, late, p }: NonNullable<SignifierPilot['order']>): Finding {
  const isTired = (late ?? 0) > (early ?? 0);
  return {
    what: 'Order',
    standing,
    words:
      early === null || late === null
        ? `needs ${fewest.group} answers early and ${fewest.group} late in the order`
        : `left unanswered by ${percent(early)} where asked early, by ${percent(late)} where asked late${byChance(p)}`,
    advice: isTired
      ? 'People tire before they reach it. Ask fewer questions, or this one earlier.'
      : 'It is harder to answer early. Ask it after what prepares for it.',
  };
}

function ofRotation({ standing, pull, p }: NonNullable<SignifierPilot['rotation']>): Finding {
  const [place, most] = Object.entries(pull ?? {}).toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a))[0] ?? ['top', 0];
  const where = place === 'top' ? 'at the top' : `on the ${place}`;
  const points = Math.abs(Math.round(100 * most));
  return {
    what: 'Place of the corners',
    standing,
    words: pull
      ? `a corner shown ${where} gets ${points} points ${most < 0 ? 'less' : 'more'} of the whole${byChance(p)}`
      : `needs ${fewest.group} placements for each turn of the corners`,
    advice: 'Where a corner stands sways the answer. Keep corners turning at random, and make their labels alike in length.',
  };
}

function ofMeans({ standing, pairs, same, kappa }: NonNullable<SignifierPilot['means']>): Finding {
  const agreed = `${same} of ${pairs} lie where the same people chose words${kappa === null ? '' : `, κ ${kappa.toFixed(2)}`}`;
  return {
    what: 'Placing and choosing',
    standing,
    words: standing === 'few' ? `${agreed}; needs ${fewest.pairs} people` : agreed,
    advice: 'The shape is read otherwise than its words. Make its labels shorter and of one kind, and watch somebody answer it.',
  };
}

const pileAdvice: Record<string, string> = {
  centre: 'Many stay in the middle. Are the corners of one kind, and is it clear what they compete for?',
  corners: 'It is answered as a choice of one. Corners that can be true together say more.',
  edges: 'Most leave one corner out. Does it belong with the others?',
  ends: 'It is answered as yes or no. Poles of which one can have too much say more.',
  '2': 'Many stay in the middle. Are the poles two ends of one thing, and both plain?',
  'middle middle': 'Many stay in the middle. Are both axes plain?',
};

function ofPiles({ standing, at }: NonNullable<SignifierPilot['piles']>, signifier: Signifier): Finding {
  const names = at.map((part) => partName(signifier, part));
  const [first = ''] = at;
  const oneSided = 'Most say the same. It may be the answer that sounds right: make all ends equally attractive.';
  return {
    what: 'Pile-ups',
    standing,
    words:
      standing === 'few'
        ? `needs ${fewest.placements} placements`
        : names.length
          ? `placements pile up ${listed(names.map((name) => `at ${name}`))}`
          : 'placements are spread over the shape',
    advice: pileAdvice[first] ?? (signifier.kind === 'triad' && first.includes('-') ? (pileAdvice.edges ?? '') : oneSided),
  };
}

function ofSame({ standing, with: others }: NonNullable<SignifierPilot['same']>, signifiers: readonly SignifierPilot[]): Finding {
  const named = others.map(({ key, rv }) => {
    const short = signifiers.find(({ signifier }) => signifier.key === key)?.signifier.short;
    return `“${short ? worded(short) : key}” (RV ${rv.toFixed(2)})`;
  });
  return {
    what: 'Saying the same',
    standing,
    words:
      standing === 'few'
        ? `needs ${fewest.placements} stories placed on both of two shapes`
        : named.length
          ? `lies as ${listed(named)} does`
          : 'no other shape says the same',
    advice: 'Two shapes measure one thing. Keep the one that is easier to answer, or ask the other for something else.',
  };
}
