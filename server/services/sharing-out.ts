import { createHash } from 'node:crypto';
import type { State } from '../../triads/answers/answer.ts';
import type { Columns } from '../../triads/columns/columns.ts';
import { sharedOut } from '../../triads/disclosure/shared-out.ts';
import { type Cut, cutOf, type Tally, tallyOf } from '../../triads/disclosure/tallies.ts';
import type { Signifier } from '../../triads/framework/framework.ts';
import type { Rows } from '../../triads/patterns/rows.ts';
import type { SharedAnswers, SharedPattern } from '../contract/shared-out.ts';
import type { Collection } from '../repositories/collections.ts';
import type { Patterns } from './patterns.ts';
import type { Steps } from './steps.ts';

/** Stories of the own region or of all others, counted at one moment. */
interface Part {
  stories: number;
  tallies: Tally[];
}

/** What was published last to the leads of one region, true counts and all. */
interface Published {
  /** Of the rules when the step was made: a weaker one holds from the next on. */
  threshold: number;
  keys: string[];
  cuts: Cut[];
  parts: [own: Part, elsewhere: Part];
}

/**
 * Patterns for workshop leads, in steps. A step is made once both the own region and all others have become n stories more or fewer, and counts both
 * anew: were one of them in two steps, cells that the first hides and the second shows would give its small counts away.
 */
export class SharingOut {
  readonly #patterns: Patterns;
  readonly #steps: Steps;

  constructor(patterns: Patterns, steps: Steps) {
    this.#patterns = patterns;
    this.#steps = steps;
  }

  /** @param region the lead's; null for a lead of all regions */
  async pattern(collection: Collection, region: string | null): Promise<SharedPattern> {
    const published = await this.#published(collection, region);
    const asked = new Map((await this.#patterns.signifiers(collection)).map((signifier) => [signifier.key, signifier]));
    const rules = { threshold: Math.max(published.threshold, collection.threshold), roundingBase: collection.roundingBase };
    const [own, elsewhere] = published.parts;
    const shown = {
      threshold: rules.threshold,
      region,
      stories: { own: region === null ? null : own.stories, whole: own.stories + elsewhere.stories },
      signifiers: published.keys.flatMap((key, index) => {
        const [cut, here, there] = [published.cuts[index], own.tallies[index], elsewhere.tallies[index]];
        const signifier = asked.get(key);
        if (!cut || !here || !there || !signifier || !isShared(signifier, collection)) return [];
        const lists = there.cells.map((cells, list) => {
          const mine = here.cells[list] ?? cells.map(() => 0);
          return region === null ? sharedOut(null, mine, rules) : sharedOut(mine, cells, rules);
        });
        const whole: SharedAnswers = { states: statesOf(here, there), cells: lists.map((list) => list.whole) };
        return [{ key, cut, own: region === null ? null : { states: statesOf(here), cells: lists.map((list) => list.own) }, whole }];
      }),
    };
    // Of what is shown, since settings change that too.
    return { step: createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22), ...shown };
  }

  /** How many stories the step published last was made of: of the region and all. A lead of all regions has all as own. */
  async stories(collection: Collection, region: string | null): Promise<{ own: number; whole: number }> {
    const [own, elsewhere] = (await this.#published(collection, region)).parts;
    return { own: own.stories, whole: own.stories + elsewhere.stories };
  }

  async #published(collection: Collection, region: string | null): Promise<Published> {
    const { columns, signifiers } = await this.#patterns.columns(collection);
    const [own, elsewhere] = partsOf(columns, signifiers, region);
    const counts = [own.length, elsewhere.length];
    const name = region === null ? 'pattern' : `pattern ${region}`;
    const make = async () => ({ counts, shown: counted(collection, columns, signifiers, [own, elsewhere]) });
    return this.#steps.shown<Published>(collection, name, counts, make, 'all');
  }
}

/** Free texts have no pattern; of what is asked about the participant only declared tables are shown. */
function isShared({ key, kind, about }: Signifier, { breakdowns }: Collection): boolean {
  return kind !== 'text' && (about === 'story' || breakdowns.includes(key));
}

/** Rows of the region, and all others; a lead of all regions has all as own. */
function partsOf(columns: Columns, signifiers: readonly Signifier[], region: string | null): [own: Rows, elsewhere: Rows] {
  const all = Uint32Array.from({ length: columns.length }, (_, row) => row);
  if (region === null) return [all, new Uint32Array(0)];
  const asked = signifiers.find((signifier) => signifier.kind === 'choice' && signifier.role === 'region');
  const isOwn = asked && columns.choices.get(asked.key)?.options.get(region);
  return [all.filter((row) => isOwn?.[row] === 1), all.filter((row) => isOwn?.[row] !== 1)];
}

function counted(
  { threshold }: Collection,
  columns: Columns,
  signifiers: readonly Signifier[],
  rows: [own: Rows, elsewhere: Rows],
): Published {
  const asked = signifiers.filter(({ kind }) => kind !== 'text');
  const finestFrom = rows[0].length >= threshold ? rows[0] : Uint32Array.from({ length: columns.length }, (_, row) => row);
  const cuts = asked.map((signifier) => cutOf(signifier, columns, threshold, finestFrom));
  const part = (of: Rows): Part => ({
    stories: of.length,
    tallies: asked.map((signifier, at) => tallyOf(signifier, columns, cuts[at] ?? { by: 'options' }, of)),
  });
  return { threshold, keys: asked.map(({ key }) => key), cuts, parts: [part(rows[0]), part(rows[1])] };
}

function statesOf(...tallies: Tally[]): SharedAnswers['states'] {
  const sum = (state: State) => tallies.reduce((before, { states }) => before + states[state], 0);
  return { placed: sum('placed') + sum('chosen'), na: sum('na'), skipped: sum('skipped'), unasked: sum('unasked') };
}
