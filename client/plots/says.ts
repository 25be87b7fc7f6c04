import type { DyadColumn, StonesColumn, TriadColumn } from '../../triads/columns/columns.ts';
import { shareInWords } from '../../triads/figures/shares.ts';
import type { Dyad, Signifier, Stones, Triad } from '../../triads/framework/framework.ts';
import { localise } from '../../triads/framework/localise.ts';
import { type Zone, zones } from '../../triads/geometry/zones.ts';
import { dyadEnds, type Ends } from '../../triads/patterns/both-ends.ts';
import type { ChoiceCounts } from '../../triads/patterns/choice-counts.ts';
import { dyadSummary } from '../../triads/patterns/dyad-patterns.ts';
import { type Rows, stateCounts } from '../../triads/patterns/rows.ts';
import { squareCounts } from '../../triads/patterns/square-bins.ts';
import { zoneCounts } from '../../triads/patterns/zone-counts.ts';
import { listed, storiesOf } from '../parts/words.ts';
import { largestInWords } from './largest.ts';

/** The name of a zone in the words of its corners. */
export function zoneName({ corners }: Triad, zone: Zone, language: string): string {
  if (zone === 'centre') return 'the middle';
  const parts = zone.split('-') as ('top' | 'left' | 'right')[];
  return parts.map((corner) => localise(corners[corner], language)).join(' and ');
}

/** Part of what lies between two ends, from the end it is nearer to: "over 60 % quick", "10 to 40 % slow". */
export function spanInWords([from, to]: readonly [number, number], low: string, high: string): string {
  const isHigh = low === '' || from + to >= 1;
  const [near, far] = isHigh ? [from, to] : [1 - to, 1 - from];
  const percent = (share: number) => Math.round(share * 100);
  return `${far >= 0.995 ? `over ${percent(near)}` : `${percent(near)} to ${percent(far)}`} % ${isHigh ? high : low}`;
}

/** What a plot says of everybody, how many it did not apply to, and what it says of the chosen. */
export function saysOf(state: Uint8Array, rows: Rows, chosen: Rows | null, says: (rows: Rows) => string): string {
  const { placed, chosen: inWords, na } = stateCounts(state, rows);
  const answered = placed + inWords + na;
  const apart = na ? ` ${shareInWords(na, answered)} said it does not apply.` : '';
  if (!chosen) return `${says(rows)}${apart}`;
  return `Of the stories chosen: ${says(chosen)} Of all: ${says(rows)}${apart}`;
}

/** What a choice shows: the most frequent answer, and the next. */
export function choiceSays({ options }: Choice, counts: ChoiceCounts, language: string): string {
  const { answered } = counts;
  if (answered === 0) return 'No story answers this.';
  const parts = options.map(({ key, label }) => ({ words: `“${localise(label, language)}”`, count: counts.options.get(key) ?? 0 }));
  if (answered === 1) return `The one story that answered says ${listed(parts.flatMap(({ words, count }) => (count ? [words] : [])))}.`;
  const share = (count: number) => shareInWords(count, answered);
  const largest = largestInWords(parts, { one: 'the largest group says', several: 'the largest groups say', what: 'answers', share });
  return `Of ${storiesOf(answered)} that answered, ${largest}.`;
}

/** What a triad shows, in a sentence, those counted who chose a zone in words: its description for whoever does not see it, and a caption for who does. */
export function triadSays(triad: Triad, column: TriadColumn, rows: Rows, language: string): string {
  const { placed, chosen } = stateCounts(column.state, rows);
  const all = placed + chosen;
  if (all === 0) return nothingPlaced(column.state, rows);
  const counts = zoneCounts(column, rows);
  const parts = zones.map((zone, index) => ({
    words: `at ${zoneName(triad, zone, language)}`,
    count: (counts.placed[index] ?? 0) + (counts.chosen[index] ?? 0),
  }));
  if (all === 1) return `The one story placed is ${parts.find(({ count }) => count)?.words}.`;
  const share = (count: number) => shareInWords(count, all);
  const largest = largestInWords(parts, { one: 'the largest group is', several: 'the largest groups are', what: 'zones', share });
  return `Of ${all} stories placed${chosen ? ' or chosen in words' : ''}, ${largest}.`;
}

/** Where the middle of a dyad's stories lies: which pole their median is nearer to, where they have a middle and it is nearer to one. */
function middleInWords({ poles }: Dyad, median: number, { isHollow }: Ends, language: string): string {
  if (median < 0.45 || median > 0.55) return `nearer “${localise(median > 0.5 ? poles.right : poles.left, language)}”`;
  return isHollow ? 'though few lie near the middle' : 'near the middle';
}

/** A pattern at two ends: how many lie at each, and how few between. */
function endsInWords({ poles }: Dyad, { placed, left, middle, right }: Ends, language: string): string {
  const share = (count: number) => shareInWords(count, placed);
  const at = (count: number, pole: Dyad['poles']['left']) => `${share(count)} towards “${localise(pole, language)}”`;
  return `at both ends than in the middle: ${at(left, poles.left)}, ${at(right, poles.right)}, ${share(middle)} in the middle`;
}

/** Where a dyad's stories lie, without their number: at both ends, or around which median; null where none is placed. */
export function dyadLies(dyad: Dyad, column: DyadColumn, rows: Rows, language: string): string | null {
  const { median } = dyadSummary(column, rows);
  if (median === null) return null;
  const ends = dyadEnds(column, rows);
  return ends.isApart
    ? `more lie ${endsInWords(dyad, ends, language)}`
    : `median ${median.toFixed(2)}, ${middleInWords(dyad, median, ends, language)}`;
}

export function dyadSays(dyad: Dyad, column: DyadColumn, rows: Rows, language: string): string {
  const { n, lower, median, upper } = dyadSummary(column, rows);
  if (median === null || lower === null || upper === null) return nothingPlaced(column.state, rows);
  const ends = dyadEnds(column, rows);
  if (ends.isApart) return `Of ${n} stories placed more lie ${endsInWords(dyad, ends, language)}.`;
  const middle = middleInWords(dyad, median, ends, language);
  if (n === 1) return `The one story placed lies at ${median.toFixed(2)}, ${middle}.`;
  return `Of ${n} stories placed the median is ${median.toFixed(2)}, ${middle}; half lie between ${lower.toFixed(2)} and ${upper.toFixed(2)}.`;
}

/** The name of a quarter of a canvas, which are counted from the lower left, row by row: "wins together, soon". */
export function quarterName({ x, y }: Stones['axes'], quarter: number, language: string): string {
  return [quarter > 1 ? y.high : y.low, quarter % 2 ? x.high : x.low].map((end) => localise(end, language)).join(', ');
}

/** Of each stone where it lies: stones stand for different things, and are not counted together. */
export function stonesSay({ stones, axes }: Stones, column: StonesColumn, rows: Rows, language: string): string {
  const parts = stones.map(({ key, label }) => {
    const laid = column.stones.get(key);
    const { placed, unasked } = stateCounts(laid?.state ?? new Uint8Array(), laid ? rows : undefined);
    const quarters = Array.from(laid ? squareCounts(laid, 2, rows) : [], (count, quarter) => ({
      words: `at ${quarterName(axes, quarter, language)}`,
      count,
    }));
    const share = (count: number) => shareInWords(count, placed);
    const largest = largestInWords(quarters, { one: 'the largest group', several: 'the largest groups', what: 'quarters', share });
    const where = placed === 1 ? quarters.flatMap(({ words, count }) => (count ? [` ${words}`] : [])).join('') : largest && `, ${largest}`;
    return `${localise(label, language)}: ${placed} placed${where}${unasked ? `, ${unasked} not asked` : ''}.`;
  });
  return parts.join(' ');
}

function nothingPlaced(state: Uint8Array, rows: Rows): string {
  const isUnasked = rows.length > 0 && stateCounts(state, rows).unasked === rows.length;
  return isUnasked ? 'These stories were not asked this.' : 'No story is placed here.';
}

type Choice = Extract<Signifier, { kind: 'choice' }>;
