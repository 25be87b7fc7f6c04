import type { Rules } from './figure.ts';
import { type Published, published } from './published.ts';
import type { CountTable } from './table.ts';

/** So much of what it would tell by itself a table tells after others, or it waits until more stories have come, which let it tell more … */
const worth = 0.85;
/** … but no longer than until it holds so many times as many as the last. */
const overdue = 2;

/**
 * The next step of a table, where there is one to publish: where small counts would be given away, or most of the table had to be hidden for the sake of
 * those before, it waits. Small counts are marked as such where that can be, else the table is veiled; and regions give way to the whole: where they
 * cannot be shown, it is shown alone.
 * @param trail the steps before, oldest first
 * @returns the steps up to the new one; null to wait
 */
export function nextStep(table: CountTable, rules: Rules, trail: readonly Published[]): Published[] | null {
  const last = trail.at(-1);
  const ways = [table, { ...table, isVeiled: true }, { ...table, isVeiled: true, unsaid: [...table.cells.keys()] }];
  const enough = last ? worth * Math.max(...ways.slice(0, 2).map((way) => toldBy(published(way, rules, [])))) : 0;
  let most: Published[] | null = null;
  for (const way of ways) {
    const next = published(way, rules, trail);
    if (next && toldBy(next) >= enough) return next;
    if (next && (!most || toldBy(next) > toldBy(most))) most = next;
  }
  return !last || isStricter(rules, last.rules) || placedIn(table) >= overdue * placedIn(last) ? most : null;
}

/** Whether rules say less than others, so that what is shown under these has to be shown anew. */
export function isStricter(rules: Rules, than: Rules): boolean {
  return rules.threshold > than.threshold || rules.roundingBase > than.roundingBase;
}

function placedIn({ cells }: CountTable): number {
  return cells.flat().reduce((sum, count) => sum + count, 0);
}

/** How many answers the last step of some says where they lie, counting those of a region for the region and for the whole. */
function toldBy(steps: readonly Published[] | null): number {
  const { cells, columns } = steps?.at(-1)?.shown ?? { cells: [], columns: [] };
  return [...cells.flat(), ...(columns ?? [])].reduce<number>((sum, count) => sum + (typeof count === 'number' ? count : 0), 0);
}
