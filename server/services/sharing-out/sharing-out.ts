import { createHash } from 'node:crypto';
import type { State } from '../../../triads/answers/answer.ts';
import type { Rules } from '../../../triads/disclosure/figure.ts';
import { isStricter } from '../../../triads/disclosure/in-steps.ts';
import type { ShownCount } from '../../../triads/disclosure/table.ts';
import { listsOf } from '../../../triads/disclosure/tallies.ts';
import type { Signifier } from '../../../triads/framework/framework.ts';
import type { SharedAnswers, SharedPattern } from '../../contract/shared-out.ts';
import type { Collection } from '../../repositories/collections.ts';
import type { Step } from '../../repositories/step-documents.ts';
import type { Patterns } from '../patterns.ts';
import type { Steps } from '../steps.ts';
import { counted, type Region, rowsByRegion } from './snapshot.ts';
import { figureNext, type Said, type Shared, type SharedFigure, saidOf, sharedNext } from './tables.ts';

/** What was published to all leads of a collection, true counts and all. */
interface Board {
  rules: Rules;
  /** Participants who did not say their region first, then regions in the order in which they came to be. */
  regions: Region[];
  /** By the key of the signifier. */
  figures: Record<string, SharedFigure>;
  weeks: Shared | null;
}

/** Stories by week as they may be shown; `hidden` where nothing is said. */
interface WeeksShown {
  threshold: number;
  weeks: string[];
  regions: { region: string | null; stories: number; cells: ShownCount[] }[];
  columns: ShownCount[];
}

/** Counts are looked at again once so much of what they held has come or gone, and at least n stories. */
const share = 0.1;

/**
 * What workshop leads are shown, in steps made for all of them at once: regions are the rows of one table a figure, so that leads of several regions who
 * put together what they see learn no small count. A region is counted anew once n of its stories have come or gone, and stands as it was until then.
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
    const board = await this.#board(collection);
    const row = region === null ? -1 : board.regions.findIndex((one) => one.region === region);
    const asked = await this.#patterns.signifiers(collection);
    const shown = {
      threshold: thresholdOf(board),
      region,
      stories: storiesOf(board, region),
      signifiers: asked.flatMap((signifier) => {
        const figure = board.figures[signifier.key];
        if (!figure || !isShared(signifier, collection)) return [];
        const lists = listsOf(signifier, figure.cut).map(({ list, cells }): Said => {
          const table = figure.tables[list];
          return table ? saidOf(table, row, cells) : { own: null, whole: null };
        });
        const answers = (of: readonly Region[], cells: SharedAnswers['cells']) => ({ states: statesOf(of, signifier.key), cells });
        return [
          {
            key: signifier.key,
            cut: figure.cut,
            own:
              region === null
                ? null
                : answers(
                    board.regions.slice(row, row + 1),
                    lists.map(({ own }) => own),
                  ),
            whole: answers(
              board.regions,
              lists.map(({ whole }) => whole),
            ),
          },
        ];
      }),
    };
    // Of what is shown, since settings change that too.
    return { step: createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22), ...shown };
  }

  /** How many stories the step published last was made of: of the region and all. A lead of all regions has all as own. */
  async stories(collection: Collection, region: string | null): Promise<{ own: number; whole: number }> {
    const { own, whole } = storiesOf(await this.#board(collection), region);
    return { own: own ?? whole, whole };
  }

  /** Stories by week: of every region, and of the whole. */
  async weeks(collection: Collection): Promise<WeeksShown> {
    const board = await this.#board(collection);
    const weeks = (board.weeks?.columns ?? []).toSorted();
    const nothing = weeks.map(() => 'hidden' as const);
    const said = (row: number) => (board.weeks ? saidOf(board.weeks, row, weeks) : { own: null, whole: null });
    return {
      threshold: thresholdOf(board),
      weeks,
      regions: board.regions.map(({ region, stories }, row) => ({ region, stories, cells: said(row).own ?? nothing })),
      columns: said(-1).whole ?? nothing,
    };
  }

  async #board(collection: Collection): Promise<Board> {
    const { columns, signifiers } = await this.#patterns.columns(collection);
    const asked = signifiers.filter(({ kind }) => kind !== 'text');
    const rows = rowsByRegion(columns, signifiers);
    const rules = { threshold: collection.threshold, roundingBase: collection.roundingBase };
    const isDue = ({ shown }: Step<Board>) => {
      const now = stepOf(shown.regions, rows, rules.threshold);
      const moved = now.reduce((sum, { by }) => sum + Math.abs(by), 0);
      return isStricter(rules, shown.rules) || (moved > 0 && moved >= share * sum(shown.regions.map(({ stories }) => stories)));
    };
    const make = async (last: Step<Board> | null): Promise<Step<Board>> => {
      const before = last?.shown.regions ?? [];
      const regions = stepOf(before, rows, last ? rules.threshold : 0).map(({ region, from, by }) =>
        from && by === 0 ? from : counted(region, columns, asked, (by !== 0 && rows.get(region)) || new Uint32Array(0)),
      );
      const figures = asked.map((signifier): [string, SharedFigure] => [
        signifier.key,
        figureNext(last?.shown.figures[signifier.key] ?? null, signifier, regions, rules),
      ]);
      const weeks = sharedNext(
        last?.shown.weeks ?? null,
        regions.map((region) => region.weeks),
        regions.flatMap((region) => Object.keys(region.weeks)).toSorted(),
        rules,
      );
      const shown = { rules, regions, figures: { ...last?.shown.figures, ...Object.fromEntries(figures) }, weeks };
      return { counts: [...regions.map(({ stories }) => stories), rules.threshold, rules.roundingBase], shown };
    };
    return this.#steps.shown<Board>(collection, 'board', make, isDue);
  }
}

/** By how many stories each region is to be counted anew: by none where fewer than n have come or gone. */
function stepOf(before: readonly Region[], rows: ReturnType<typeof rowsByRegion>, threshold: number) {
  const known = new Map(before.map((one) => [one.region, one]));
  const all = new Set<string | null>([null, ...known.keys(), ...rows.keys()]);
  return [...all].map((region) => {
    const from = known.get(region) ?? null;
    const by = (rows.get(region)?.length ?? 0) - (from?.stories ?? 0);
    return { region, from, by: Math.abs(by) >= threshold ? by : 0 };
  });
}

/** Free texts have no pattern; of what is asked about the participant only declared tables are shown. */
function isShared({ key, kind, about }: Signifier, { breakdowns }: Collection): boolean {
  return kind !== 'text' && (about === 'story' || breakdowns.includes(key));
}

function storiesOf({ regions }: Board, region: string | null): { own: number | null; whole: number } {
  const own = region === null ? null : (regions.find((one) => one.region === region)?.stories ?? 0);
  return { own, whole: sum(regions.map(({ stories }) => stories)) };
}

/** The strictest that any table stands under: one that waits stands under the rules of its last step. */
function thresholdOf({ rules, figures, weeks }: Board): number {
  const tables = [...Object.values(figures).flatMap(({ tables }) => Object.values(tables)), ...(weeks ? [weeks] : [])];
  return Math.max(rules.threshold, ...tables.map(({ steps }) => steps.at(-1)?.rules.threshold ?? 0));
}

function statesOf(regions: readonly Region[], key: string): SharedAnswers['states'] {
  const of = (state: State) => sum(regions.map(({ answers }) => answers[key]?.states[state] ?? 0));
  return { placed: of('placed') + of('chosen'), na: of('na'), skipped: of('skipped'), unasked: of('unasked') };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((before, count) => before + count, 0);
}
