import { setImmediate } from 'node:timers/promises';
import { defaultRules, roundedTo } from '../../triads/disclosure/rules.ts';
import { changesBetween } from '../../triads/framework/changes.ts';
import type { Document, Signifier } from '../../triads/framework/framework.ts';
import { presentable } from '../../triads/framework/presentable.ts';
import { unionOf } from '../../triads/framework/union.ts';
import type { Answered } from '../../triads/pilot/answered.ts';
import { pilotReport, type SignifierReport } from '../../triads/pilot/report.ts';
import type { Pilot as Report } from '../contract/pilot.ts';
import { Random } from '../demonstration/random.ts';
import type { Collection, Collections } from '../repositories/collections.ts';
import type { FrameworkHistory } from '../repositories/frameworks.ts';
import type { Listings } from '../repositories/listings.ts';
import type { TryOuts } from '../repositories/try-outs.ts';
import type { Designer, Designs } from './designs.ts';
import { type Sight, shownPilot } from './shown-pilot.ts';
import { byThreshold, type Steps } from './steps.ts';

/** So many are read at most: ids are random, so the first by id are a fair sample, and the same one each time. */
export const sample = 2000;
const seed = 20_261_122;

/** What a pilot says of each signifier: read from a collection's stories, or from the try-outs of a framework's drafts. */
export class Pilot {
  readonly #collections: Collections;
  readonly #listings: Listings;
  readonly #designs: Designs;
  readonly #tryOuts: TryOuts;
  readonly #steps: Steps;
  readonly #exact = new Map<string, { stamp: string; report: Promise<Report> }>();

  constructor(collections: Collections, listings: Listings, designs: Designs, tryOuts: TryOuts, steps: Steps) {
    this.#collections = collections;
    this.#listings = listings;
    this.#designs = designs;
    this.#tryOuts = tryOuts;
    this.#steps = steps;
  }

  /**
   * Of a collection's stories.
   * @param isExact for researchers; else all numbers stand under the collection's small-number rules, and come in steps
   */
  async ofStories(collection: Collection, isExact: boolean): Promise<Report> {
    const { id, threshold, roundingBase } = collection;
    if (!isExact) {
      const sight = { rules: { threshold, roundingBase }, leastChosen: threshold };
      const stories = await this.#listings.count(id);
      const make = async () => {
        const { stories, report } = await this.#stories(collection, sight);
        return { counts: [stories], shown: report };
      };
      return this.#steps.shown(collection, 'pilot', make, byThreshold(collection, [stories]));
    }
    const stamp = await this.#collections.stamp(id);
    const made = this.#exact.get(id);
    if (made?.stamp === stamp) return made.report;
    const report = this.#stories(collection, { rules: null, leastChosen: 0 }).then(({ report }) => report);
    this.#exact.set(id, { stamp, report });
    report.catch(() => this.#exact.delete(id));
    return report;
  }

  async #stories(collection: Collection, sight: Sight): Promise<{ stories: number; report: Report }> {
    const waves = await Promise.all(
      collection.waves.map(async ({ id, versionId }) => {
        const { signifiers } = (await this.#collections.version(versionId)).framework;
        return { id, signifiers, asked: new Set(signifiers.map(({ key }) => key)) };
      }),
    );
    const signifiers = unionOf(waves.map((wave) => wave.signifiers));
    const askedIn = new Map(waves.map(({ id, asked }) => [id, asked]));
    const rows: Answered[] = [];
    for await (const page of this.#listings.shownPages(collection.id)) {
      for (const { waveId, ...row } of page) rows.push({ ...row, asked: askedIn.get(waveId) ?? new Set() });
      if (rows.length >= sample) break;
      await setImmediate();
    }
    const stories = rows.length < sample ? rows.length : await this.#listings.count(collection.id);
    const { threshold } = sight.rules ?? { threshold: 0 };
    if (stories < threshold) return { stories, report: { of: 'stories', read: 'small', all: 'small', threshold, signifiers: [] } };
    return { stories, report: { of: 'stories', ...(await reported(signifiers, rows.slice(0, sample), stories, sight)) } };
  }

  /**
   * Of all try-outs of a framework's drafts. Answers to a shape that meant something else then are left out; numbers are exact, since designers hear of
   * each try-out anyway, but how many chose words is not said of few.
   */
  async ofTryOuts(designer: Designer, id: string): Promise<Report> {
    const framework = await this.#designs.seen(designer, id);
    const newest = documentOf(framework);
    const rows: Answered[] = [];
    for (const { tag, document } of await this.#tryOuts.documents(id)) {
      const alike = new Set(
        changesBetween(document, newest, sameMeaningOf(framework)).signifiers.flatMap(({ key, isComparable }) => (isComparable ? key : [])),
      );
      for await (const page of this.#tryOuts.pages(id, tag)) {
        rows.push(...page.map((row) => only(row, alike)));
        if (rows.length >= sample) break;
        await setImmediate();
      }
    }
    const all = await this.#tryOuts.count(id);
    const sight = { rules: null, leastChosen: defaultRules.threshold };
    return { of: 'try-outs', ...(await reported(newest.signifiers, rows.slice(0, sample), all, sight)) };
  }
}

/** What of a try-out was about the same as is asked now. */
function only({ answers, asked, times, again, ...row }: Answered, alike: ReadonlySet<string>): Answered {
  const kept = <Value>(all: Readonly<Record<string, Value>> = {}) =>
    Object.fromEntries(Object.entries(all).filter(([key]) => alike.has(key)));
  const still = new Set([...alike].filter((key) => asked?.has(key) ?? true));
  return { ...row, answers: kept(answers), asked: still, times: kept(times), again: kept(again) };
}

/** Lets others be served between pieces of the work. */
async function reported(signifiers: Signifier[], rows: Answered[], all: number, sight: Sight): Promise<Omit<Report, 'of'>> {
  const random = new Random(seed);
  const work = pilotReport(signifiers, rows, () => random.uniform());
  let made: SignifierReport[] | null = null;
  while (!made) {
    const { done, value } = work.next();
    if (done) made = value;
    await setImmediate();
  }
  const shown: Report['signifiers'] = [];
  for (const [index, report] of made.entries()) {
    const signifier = signifiers[index];
    if (signifier) shown.push(shownPilot(signifier, report, rows, sight));
    await setImmediate();
  }
  const { roundingBase, threshold } = sight.rules ?? { roundingBase: 1, threshold: null };
  return { read: roundedTo(roundingBase, rows.length), all: roundedTo(roundingBase, all), threshold, signifiers: shown };
}

/** What is asked now: the draft as a phone shows it, else the newest version. */
function documentOf({ versions }: FrameworkHistory): Document {
  const newest = versions.at(-1);
  if (!newest) throw new Error('a framework has a version');
  return newest.state === 'draft' ? presentable(newest.document) : newest.document;
}

const sameMeaningOf = ({ versions }: FrameworkHistory) =>
  versions.flatMap((version) => (version.state === 'draft' ? [] : version.sameMeaning));
