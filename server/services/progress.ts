import { weeksFrom } from '../../triads/columns/weeks.ts';
import type { Rules } from '../../triads/disclosure/figure.ts';
import { suppress, suppressList } from '../../triads/disclosure/suppress.ts';
import type { ShownCount } from '../../triads/disclosure/table.ts';
import type { Progress as Standing } from '../contract/collections.ts';
import type { WeeksTable } from '../contract/settings.ts';
import type { Collection } from '../repositories/collections.ts';
import type { Listings } from '../repositories/listings.ts';
import type { SharingOut } from './sharing-out/sharing-out.ts';
import { byThreshold, type Steps } from './steps.ts';

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
   * Stories by region and week under the small-number rules, in steps: all who look so are shown tables of the same stories.
   * @param known which exact sums whoever looks has from elsewhere, since they lead too: the whole's, and their own region's
   */
  async weeks(collection: Collection, known: { regions: boolean; whole: boolean }): Promise<WeeksTable> {
    const { threshold, roundingBase } = collection;
    const rules = { threshold, roundingBase };
    const now = await this.#listings.countByWeek(collection.id);
    const all = [sum(now.map(({ stories }) => stories))];
    const make = async () => ({ counts: all, shown: now });
    const counts = await this.#steps.shown(collection, 'weeks', make, byThreshold(collection, all));
    const { weeks, regions, cells } = tableOf(counts);
    const said = (isKnown: boolean) => (isKnown ? 'known' : 'shown');
    const totals = { rows: said(known.regions), columns: 'shown', whole: said(known.whole) } as const;
    const shown = cells.length ? suppress({ cells, totals }, rules) : null;
    const table = shown && {
      cells: shown.cells,
      regions: shown.rows ?? [],
      weeks: shown.columns ?? [],
      whole: shown.whole ?? 'hidden',
    };
    return { exact: false, threshold, weeks, regions, table, release: await this.#release(collection, rules, table?.whole) };
  }

  /** The same as it is now, for researchers: they read the same numbers exactly on every other page. */
  async weeksExactly(collection: Collection): Promise<WeeksTable> {
    const { weeks, regions, cells } = tableOf(await this.#listings.countByWeek(collection.id));
    const { released, none, ...waiting } = await this.#listings.countByRelease(collection.id, null);
    const table = {
      cells,
      regions: cells.map(sum),
      weeks: weeks.map((_, column) => sum(cells.map((row) => row[column] ?? 0))),
      whole: sum(cells.flat()),
    };
    const release = { released, waiting: sum(Object.values(waiting)), none };
    return { exact: true, threshold: collection.threshold, weeks, regions, table, release };
  }

  /**
   * The same for leads, of the step that their patterns come from: the own region beside all others together, or all regions for a lead of all.
   */
  async weeksForLeads(collection: Collection, own: string | null): Promise<WeeksTable> {
    const { threshold, weeks: found, regions: rows, columns } = await this.#sharingOut.weeks(collection);
    const weeks = columnsOf(found);
    const asColumns = (counts: readonly ShownCount[]) =>
      weeks.map((week) =>
        together(counts.filter((_, at) => (found[at] ?? '') === week || (week === null && !weeks.includes(found[at] ?? '')))),
      );
    const whole = sum(rows.map(({ stories }) => stories));
    const shown = rows
      .filter(({ region }) => own === null || region === own)
      .map(({ region, stories, cells }) => ({ key: region ?? 'unknown', stories, cells: asColumns(cells) }));
    if (own !== null) {
      const cells = asColumns(columns).map((all, at) => lessThan(all, shown[0]?.cells[at] ?? 0));
      shown.push({ key: 'elsewhere', stories: whole - (shown[0]?.stories ?? 0), cells });
    }
    const table = {
      cells: shown.map(({ cells }) => cells),
      regions: shown.map(({ stories }) => stories),
      weeks: asColumns(columns),
      whole,
    };
    const rules = { threshold, roundingBase: collection.roundingBase };
    return {
      exact: false,
      threshold,
      weeks,
      regions: shown.map(({ key }) => key),
      table,
      release: await this.#release(collection, rules, whole),
    };
  }

  /** Under the same rules as the weeks, beside them: the whole that these show is known, and where they hide it nothing is said. */
  async #release(collection: Collection, rules: Rules, whole: ShownCount | undefined): Promise<WeeksTable['release']> {
    const { released, none, ...waiting } = await this.#listings.countByRelease(collection.id, null);
    const now = [released, sum(Object.values(waiting)), none];
    // Of their own: reviewers release when no story comes any more.
    const counts = await this.#steps.shown(collection, 'release', async () => ({ counts: now, shown: now }), byThreshold(collection, now));
    if (typeof whole !== 'number') return null;
    const shown = suppressList(counts, 'known', rules);
    if (!shown) return null;
    const [of = 'hidden', awaiting = 'hidden', rest = 'hidden'] = shown.counts;
    return { released: of, waiting: awaiting, none: rest };
  }
}

/** Counts as rows of regions, by week. */
function tableOf(counts: readonly { week: string; region: string | null; stories: number }[]) {
  const weeks = columnsOf(counts.map(({ week }) => week));
  const regionOf = (region: string | null) => region ?? 'unknown';
  const regions = [...new Set(counts.map(({ region }) => regionOf(region)))].sort();
  const cells = regions.map(() => weeks.map(() => 0));
  for (const { week, region, stories } of counts) {
    const row = cells[regions.indexOf(regionOf(region))];
    const column = Math.max(weeks.indexOf(week), 0);
    if (row) row[column] = (row[column] ?? 0) + stories;
  }
  return { weeks, regions, cells };
}

/** Counts as one: hidden where one of them is not said. */
function together(counts: readonly ShownCount[]): ShownCount {
  const said = counts.filter((count) => typeof count === 'number');
  const [first = 0] = counts;
  return counts.length === 1 ? first : said.length === counts.length ? sum(said) : 'hidden';
}

/** What one count leaves of another, which whoever sees both can work out. */
function lessThan(all: ShownCount, own: ShownCount): ShownCount {
  if (own === 0 || all === 0) return all;
  return typeof all === 'number' && typeof own === 'number' ? all - own : 'hidden';
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
