import { expect, it } from 'vitest';
import { Random } from '../../../server/demonstration/random.ts';
import { nextStep } from '../../../triads/disclosure/in-steps.ts';
import { type Published, published } from '../../../triads/disclosure/published.ts';
import { Attacker } from '../../attacker/attacker.ts';
import { expectNothingExcluded, type Told, tell } from '../../attacker/tables.ts';

const rules = { threshold: 5, roundingBase: 1 } as const;
const totals = { rows: 'known', columns: 'shown', whole: 'known' } as const;
const sum = (counts: readonly number[]) => counts.reduce((before, count) => before + count, 0);

/** How many of the answers in a step are told. */
const toldIn = (step: Published | undefined) =>
  sum([...(step?.shown.cells.flat() ?? []), ...(step?.shown.columns ?? [])].map((count) => (typeof count === 'number' ? count : 0)));

/** Stories of seven regions as they come, from none to about `each` a region: tables of seven zones and those who answered in words. */
function grown(each: number, seed: number) {
  const random = new Random(seed);
  const drawn = Array.from({ length: 8 }, () => random.uniform());
  const sizes = Array.from({ length: 7 }, () => 0.5 + random.uniform());
  const pick = (weights: readonly number[]) => random.weighted([...weights.keys()], (at) => weights[at] ?? 0);
  let counted = sizes.map(() => drawn.map(() => 0));
  const now = counted.map((row) => [...row]);
  let trail: Published[] = [];
  const told: Told[] = [];
  const alone: number[] = [];
  for (let stories = 0; stories < 7 * each; stories += 1) {
    const row = now[pick(sizes)] ?? [];
    const at = pick(drawn);
    row[at] = (row[at] ?? 0) + 1;
    const moved = now.map((counts, region) => sum(counts) - sum(counted[region] ?? []));
    const due = sum(moved.filter((by) => by >= rules.threshold));
    if (due === 0 || due < 0.1 * sum(counted.map(sum))) continue;
    counted = counted.map((counts, region) => ((moved[region] ?? 0) >= rules.threshold ? [...(now[region] ?? [])] : counts));
    const unsaid = [...counted.keys()].filter((region) => sum(counted[region] ?? []) < rules.threshold);
    const table = { cells: counted, totals, unsaid };
    const next = nextStep(table, rules, trail);
    const newest = next?.at(-1);
    if (!next || !newest) continue;
    trail = next;
    told.push({ ...newest, grewOnly: counted.map(() => true) });
    alone.push(toldIn(published(table, rules, [])?.at(-1)));
  }
  return { told, alone, left: sum(now.map(sum)) / sum(told.at(-1)?.cells.map(sum) ?? []) };
}

it.each([
  [75, 1, 0.4],
  [75, 2, 0.4],
  [75, 3, 0.4],
  [700, 4, 0.8],
])(
  'steps keep coming as %d stories come in each of seven regions, tell most of what they could, and no small count',
  (each, seed, most) => {
    const { told, alone, left } = grown(each, seed);
    const sizes = told.map(({ cells }) => sum(cells.map(sum)));
    for (const [at, size] of sizes.entries()) if (at > 0) expect(size / (sizes[at - 1] ?? 0)).toBeLessThan(2.5);
    expect(left).toBeLessThan(2.2);
    const last = told.length - 1;
    expect(toldIn(told[last] as Published) / (alone[last] ?? 0)).toBeGreaterThan(most);
    const attacker = new Attacker();
    expectNothingExcluded(attacker, tell(attacker, told));
  },
);
