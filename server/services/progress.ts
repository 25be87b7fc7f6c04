import { weeksFrom } from '../../triads/columns/weeks.ts';
import type { Rules } from '../../triads/disclosure/figure.ts';
import { suppress, suppressList } from '../../triads/disclosure/suppress.ts';
import type { ShownCount } from '../../triads/disclosure/table.ts';
import type { Progress as Standing } from '../contract/collections.ts';
import type { WeeksTable } from '../contract/settings.ts';
import type { Collection } from '../repositories/collections.ts';
import type { Listings } from '../repositories/listings.ts';
import type { SharingOut } from './sharing-out.ts';
import type { Steps } from './steps.ts';

/** So many weeks are named; what came before stands in one column. */
const mostWeeks = 26;

/** How a collection comes along, at a glance. */
export class Progress {
  readonly #listings: Listings;
  readonly #steps: Steps;
  readonly #sharingOut: SharingOut;

  constructor(listings: Listings, steps: Steps, sharingOut: SharingOut) {
    this.#listings = listings;
    this.#steps = steps;
    this.#sharingOut = sharingOut;
  }

  /**
   * Where release stands, over the whole collection and, for a lead of one, in the own region: as it is now. How many stories there are is what the
   * patterns were last published of, so that the two set against each other tell nothing.
   */
  async standing(collection: Collection, region: string | null): Promise<Standing> {
    const stories = await this.#sharingOut.stories(collection, region);
    const standing = async (of: string | null) => {
      const { released, none: _, ...waiting } = await this.#listings.countByRelease(collection.id, of);
      return { released, waiting: sum(Object.values(waiting)) };
    };
    return {
      whole: { stories: stories.whole, ...(await standing(null)) },
      region: region === null ? null : { key: region, stories: stories.own, ...(await standing(region)) },
    };
  }

  /**
   * Stories by region and week under the small-number rules, in steps: all who look are shown tables of the same stories.
   * @param own the one region to show beside all others together; null for all regions
   * @param known which exact sums whoever looks has from elsewhere: leads have the whole's and their own region's
   */
  async weeks(collection: Collection, own: string | null, known: { regions: boolean; whole: boolean }): Promise<WeeksTable> {
    const { threshold, roundingBase } = collection;
    const rules = { threshold, roundingBase };
    const now = await this.#listings.countByWeek(collection.id);
    const all = [sum(now.map(({ stories }) => stories))];
    const counts = await this.#steps.shown(collection, 'weeks', all, async () => ({ counts: all, shown: now }));
    const weeks = columnsOf(counts.map(({ week }) => week));
    const regionOf = (region: string | null) => (own === null ? (region ?? 'unknown') : region === own ? own : 'elsewhere');
    const regions = own === null ? [...new Set(counts.map(({ region }) => regionOf(region)))].sort() : [own, 'elsewhere'];
    const cells = regions.map(() => weeks.map(() => 0));
    for (const { week, region, stories } of counts) {
      const row = cells[regions.indexOf(regionOf(region))];
      const column = Math.max(weeks.indexOf(week), 0);
      if (row) row[column] = (row[column] ?? 0) + stories;
    }
    const said = (isKnown: boolean) => (isKnown ? 'known' : 'shown');
    const totals = { rows: said(known.regions), columns: 'shown', whole: said(known.whole) } as const;
    const shown = cells.length ? suppress({ cells, totals }, rules) : null;
    const table = shown && {
      cells: shown.cells,
      regions: shown.rows ?? [],
      weeks: shown.columns ?? [],
      whole: shown.whole ?? 'hidden',
    };
    return { threshold, weeks, regions, table, release: await this.#release(collection, rules, table?.whole) };
  }

  /** Under the same rules as the weeks, beside them: the whole that these show is known, and where they hide it nothing is said. */
  async #release(collection: Collection, rules: Rules, whole: ShownCount | undefined): Promise<WeeksTable['release']> {
    const { released, none, ...waiting } = await this.#listings.countByRelease(collection.id, null);
    const now = [released, sum(Object.values(waiting)), none];
    // Of their own: reviewers release when no story comes any more.
    const counts = await this.#steps.shown(collection, 'release', now, async () => ({ counts: now, shown: now }));
    if (typeof whole !== 'number') return null;
    const shown = suppressList(counts, 'known', rules);
    if (!shown) return null;
    const [of = 'hidden', awaiting = 'hidden', rest = 'hidden'] = shown.counts;
    return { released: of, waiting: awaiting, none: rest };
  }
}

const sum = (counts: number[]) => counts.reduce((before, count) => before + count, 0);

/** Every week from the first to the last, the oldest together under null where there are too many. */
function columnsOf(found: string[]): (string | null)[] {
  const sorted = found.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const weeks = weeksFrom(first, last);
  return weeks.length > mostWeeks ? [null, ...weeks.slice(-mostWeeks)] : weeks;
}
