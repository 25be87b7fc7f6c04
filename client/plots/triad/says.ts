import type { TriadColumn } from '../../../triads/columns/columns.ts';
import { shareInWords } from '../../../triads/figures/shares.ts';
import type { Triad } from '../../../triads/framework/framework.ts';
import { localise } from '../../../triads/framework/localise.ts';
import { zones } from '../../../triads/geometry/zones.ts';
import type { Group } from '../../../triads/patterns/group.ts';
import { type Rows, stateCounts } from '../../../triads/patterns/rows.ts';
import { zoneCounts } from '../../../triads/patterns/zone-counts.ts';
import { type Centre, fewestForCentre, triadCentre } from '../../../triads/statistics/centre.ts';
import { zeroReplacement } from '../../../triads/statistics/log-ratio.ts';
import { saysOf, triadSays, zoneName } from '../says.ts';

/** What a triad's plot draws. `overlaid` and `difference` compare groups. */
export type TriadView = 'bins' | 'hexagons' | 'points' | 'zones' | 'contours' | 'overlaid' | 'difference';

const drawnAs: Record<TriadView, string> = {
  bins: 'Triangular bins',
  hexagons: 'Hexagonal bins',
  points: 'One point a story',
  zones: 'Shares of the seven zones',
  contours: 'Contours around 25, 50, 75 and 95 in 100 stories',
  overlaid: 'Groups over each other',
  difference: 'Difference of two groups',
};

/** How a triad is drawn and what it shows, in sentences: its description for whoever does not see it. */
export function triadViewSays(
  view: TriadView,
  triad: Triad,
  column: TriadColumn,
  rows: Rows,
  chosen: Rows | null,
  groups: readonly Group[],
  language: string,
): string {
  if (view === 'difference') return `${drawnAs[view]}. ${differenceSays(triad, column, groups, language)}`;
  const says = (some: Rows) => triadSays(triad, column, some, language);
  if (!groups.length) return `${drawnAs[view]}. ${saysOf(column.state, rows, chosen, says)}`;
  const each = groups.map(({ words, rows }) => `${words}: ${says(rows)}`);
  return [`${drawnAs[view]}.`, ...each].join(' ');
}

/** Where the shares of two groups differ most: where the first has more of its stories than the second, and where fewer. */
export function differenceSays(triad: Triad, column: TriadColumn, groups: readonly Group[], language: string): string {
  const [one, other] = groups;
  if (!one || !other) return 'It takes two groups.';
  const [placed, others] = [one, other].map(({ rows }) => stateCounts(column.state, rows).placed) as [number, number];
  if (!placed || !others) return `Nothing is placed by ${placed ? other.words : one.words}.`;
  const [counts, counted] = [one, other].map(({ rows }) => zoneCounts(column, rows).placed) as [Uint32Array, Uint32Array];
  const shares = zones
    .map((zone, index) => ({ zone, of: counts[index] ?? 0, against: counted[index] ?? 0 }))
    .map((share) => ({ ...share, far: share.of / placed - share.against / others }))
    .sort((a, b) => b.far - a.far);
  const gap = (share: (typeof shares)[number] | undefined, how: string) =>
    share && Math.abs(share.far) >= 0.005
      ? [
          `${how} at ${zoneName(triad, share.zone, language)} (${shareInWords(share.of, placed)}, against ${shareInWords(share.against, others)})`,
        ]
      : [];
  const gaps = [...gap(shares[0], `more than ${other.words}`), ...gap(shares.at(-1), 'fewer')];
  return gaps.length ? `${one.words} has ${gaps.join(' and ')}: the widest gaps.` : 'In zones the two do not differ.';
}

/** What the ring round a drawn centre is, and how the centre was reckoned. */
export const ringSays = `The ring is the centre’s 95 % region; shares of nothing count as ${zeroReplacement}.`;

/**
 * The centres of stories, or of each group of them where they are compared, in sentences.
 * @param isDrawn whether the plot draws them, and so their rings
 */
export function centresSay(
  triad: Triad,
  column: TriadColumn,
  rows: Rows,
  groups: readonly Group[],
  isDrawn: boolean,
  language: string,
): string[] {
  const found = (groups.length ? groups : [{ words: '', rows }]).map(({ words, rows }) => ({ words, centre: triadCentre(column, rows) }));
  const sentences = found.map(({ words, centre }) => `${words && `${words}: `}${centreSays(centre, triad, language)}`);
  return isDrawn && found.some(({ centre }) => !centre.fault) ? [...sentences, ringSays] : sentences;
}

/** The centre in words, or why there is none. */
export function centreSays({ fault, n, centre }: Centre, { corners }: Triad, language: string): string {
  if (fault === 'few') return `${n} placed: too few to speak of a centre, which needs ${fewestForCentre}. Read the stories instead.`;
  if (fault === 'apart' || !centre)
    return 'These stories lie at ends with few between them, so a centre would stand where hardly any are. Read the zones.';
  const [top, left, right] = centre.map((share) => Math.round(100 * share));
  const named = (corner: keyof typeof corners) => localise(corners[corner], language);
  return `The centre of ${n} placed is ${top} % ${named('top')}, ${left} % ${named('left')}, ${right} % ${named('right')}.`;
}
