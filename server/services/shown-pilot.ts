import { columnsFrom } from '../../triads/columns/from-rows.ts';
import { partitionOf } from '../../triads/disclosure/partition.ts';
import { roundedTo, type SmallNumberRules } from '../../triads/disclosure/rules.ts';
import { suppressList } from '../../triads/disclosure/suppress.ts';
import type { ShownCount, Totals } from '../../triads/disclosure/table.ts';
import type { Signifier, Triad } from '../../triads/framework/framework.ts';
import { triangularCounts } from '../../triads/patterns/triangular-bins.ts';
import type { Answered } from '../../triads/pilot/answered.ts';
import { partsOf } from '../../triads/pilot/piles.ts';
import { isAsked } from '../../triads/pilot/rates.ts';
import type { SignifierReport } from '../../triads/pilot/report.ts';
import type { SignifierPilot } from '../contract/pilot.ts';

/**
 * Who looks, as numbers are concerned. `rules`: everything stands under small-number rules (a designer, of stories); else numbers are exact,
 * but how many chose words only from `leastChosen` on.
 */
export interface Sight {
  rules: Pick<SmallNumberRules, 'threshold' | 'roundingBase'> | null;
  leastChosen: number;
}

/** Bins a side where nothing limits them: few enough that a pilot fills some. */
const finestSide = 8;

/**
 * What of a signifier's report may be shown. Its states and its picture are one table of which the number asked is the total, so that neither can be set
 * against the other; and one partition of the placements alone is shown.
 */
export function shownPilot(signifier: Signifier, report: SignifierReport, rows: readonly Answered[], sight: Sight): SignifierPilot {
  const { rates, times, order, rotation, means, piles, same } = report;
  const isChosenSaid = [rates.chosen, rates.placed].every((count) => count === 0 || count >= sight.leastChosen);
  const picture = piles ? pictureOf(signifier, rows, sight, isChosenSaid) : null;
  // Of stones several lie in one story: their picture is a table of its own.
  const isOwnTable = signifier.kind === 'stones';
  const answers = !picture || isOwnTable ? [rates.placed + rates.chosen] : [...picture.counts, ...(isChosenSaid ? [rates.chosen] : [])];
  const [na = 'hidden', skipped = 'hidden', ...told] = shownList([rates.na, rates.skipped, ...answers], 'known', sight);
  const counts = isOwnTable ? shownList(picture?.counts ?? [], 'none', sight) : told;
  const isTold = typeof na === 'number' && typeof skipped === 'number';
  const share = ({ asked, unanswered }: { asked: number; unanswered: number }) => rounded(unanswered / asked, sight.rules ? 20 : 1000);
  return {
    signifier,
    asked: sight.rules ? roundedTo(sight.rules.roundingBase, rates.asked) : rates.asked,
    answered: isTold ? rates.asked - na - skipped : 'hidden',
    chosen: isChosenSaid ? rates.chosen : null,
    na: { count: na, standing: report.na },
    skipped: { count: skipped, standing: report.skipped },
    times,
    order: order && {
      standing: order.standing,
      early: order.effect === null ? null : share(order.early),
      late: order.effect === null ? null : share(order.late),
      p: order.adjusted === null ? null : rounded(order.adjusted, 1000),
    },
    rotation: rotation && {
      standing: rotation.standing,
      pull: rotation.pull && {
        top: rounded(rotation.pull.top, 100),
        left: rounded(rotation.pull.left, 100),
        right: rounded(rotation.pull.right, 100),
      },
      p: rotation.adjusted === null ? null : rounded(rotation.adjusted, 1000),
    },
    means: means && { ...means, kappa: means.kappa === null ? null : rounded(means.kappa, 100) },
    piles: piles && {
      standing: piles.standing,
      at: [...piles.parts, ...piles.groups].flatMap(({ at, isFlagged }) => (isFlagged ? at : [])),
    },
    figure: picture?.counts.some(Boolean) ? picture.shown(counts) : null,
    same: same && { standing: same.standing, with: same.with.map(({ key, rv }) => ({ key, rv: rounded(rv, 100) })) },
  };
}

interface Picture {
  counts: number[];
  shown: (counts: ShownCount[]) => NonNullable<SignifierPilot['figure']>;
}

function pictureOf(signifier: Signifier, rows: readonly Answered[], sight: Sight, isChosenSaid: boolean): Picture {
  const bins = signifier.kind === 'triad' && isChosenSaid ? binsOf(signifier, rows, sight) : null;
  if (bins) return bins;
  const parts = partsOf(signifier, rows, !isChosenSaid);
  return {
    counts: parts.map(({ count }) => count),
    shown: (counts) => ({ by: 'parts', parts: parts.map(({ at, area }, index) => ({ at, area, count: counts[index] ?? 'hidden' })) }),
  };
}

/** Triangular bins as fine as may be shown; null where only zones may. */
function binsOf(triad: Triad, rows: readonly Answered[], { rules }: Sight): Picture | null {
  const told = rows.filter((row) => isAsked(row, triad.key)).map(({ answers }) => ({ readable: false, week: '', wave: '', answers }));
  const column = columnsFrom([triad], told).triads.get(triad.key);
  if (!column) return null;
  const partition = rules ? partitionOf(column, rules.threshold) : { by: 'bins' as const, side: finestSide };
  if (partition.by === 'zones') return null;
  const { side } = partition;
  const counts = [...triangularCounts(column, side)];
  return { counts, shown: (all) => ({ by: 'bins', side, counts: all.slice(0, counts.length) }) };
}

function shownList(counts: readonly number[], total: Totals, { rules }: Sight): ShownCount[] {
  if (!rules) return [...counts];
  return suppressList(counts, total, rules)?.counts ?? counts.map(() => 'hidden');
}

const rounded = (value: number, steps: number) => Math.round(value * steps) / steps;
