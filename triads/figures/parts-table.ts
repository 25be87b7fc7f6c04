import type { ShownCount } from '../disclosure/table.ts';
import { inks } from './inks.ts';
import { type Box, type Mark, text } from './plate.ts';
import { percentOf } from './shares.ts';
import { countInWords } from './shown.ts';
import { broken, type Measure } from './wrap.ts';

/** Named parts of a plot, such as zones, with how many of each group lie in each. */
export interface Parts {
  /** What they are: "Zones". */
  head: string;
  /** What shares are shares of: "of 224 placed". One group alone has no words. */
  groups: readonly { key: string; words: string; base: string }[];
  /** Whether they are everybody and the chosen, whom the cells that are drawn count already. */
  isOfChosen?: boolean;
  /** A count for each group, and of how many it is. */
  rows: readonly { words: string; counts: readonly ShownCount[]; of: readonly number[] }[];
}

/** So wide is the column of one group at least, and the counts of one alone. */
export const groupWidth = 84;
const widest = 150;

/** Parts as a table, a column for each group: how many, and where all are known what share of the group. */
export function partsTable(
  { head, groups, rows }: Parts,
  box: Pick<Box, 'x' | 'y' | 'width'>,
  size: number,
  threshold: number,
  measure: Measure,
): { marks: Mark[]; to: number } {
  const leading = size * 1.36;
  const isOne = groups.length === 1;
  const across = isOne ? groupWidth : Math.min(widest, Math.max(groupWidth, (box.width * 0.56) / groups.length));
  const named = box.width - across * groups.length - 12;
  const right = (group: number) => box.x + box.width - across * (groups.length - 1 - group);
  const marks: Mark[] = [];
  let y = box.y;
  /** Lines from here on; says how many. */
  const put = (words: string, x: number, width: number, look: Parameters<typeof text>[4]) => {
    const lines = broken(words, measure, width / (size * (look.weight === 'strong' ? 1.06 : 1)));
    for (const [nth, line] of lines.entries()) marks.push(text(line, x, y + (nth + 1) * leading, size, look));
    return lines.length;
  };
  const [strong, quiet] = [{ weight: 'strong', fill: inks.ink }, { fill: inks.quiet }] as const;
  const title = put(isOne ? `${head}, ${groups[0]?.base}` : head, box.x, isOne ? box.width : named, strong);
  const heads = isOne ? [] : groups.map(({ words }, nth) => put(words, right(nth), across - 14, { ...strong, anchor: 'end' }));
  y += Math.max(title, ...heads) * leading;
  if (!isOne) {
    const bases = groups.map(({ base }, nth) => put(base, right(nth), across - 14, { ...quiet, anchor: 'end' }));
    y += Math.max(...bases) * leading;
  }
  y += 3;
  for (const { words, counts, of } of rows) {
    const lines = put(words, box.x, named, { fill: inks.ink });
    for (const [nth, count] of counts.entries()) {
      const [at, total] = [right(nth), of[nth]];
      marks.push(text(countInWords(count, threshold), at - size * 3.7, y + leading, size, { anchor: 'end', fill: inks.ink }));
      const share = total && typeof count === 'number' ? percentOf(count, total) : null;
      if (share) marks.push(text(share, at, y + leading, size, { ...quiet, anchor: 'end' }));
    }
    y += lines * leading + 5;
    marks.push({ kind: 'path', d: `M${box.x},${(y - 1).toFixed(1)}h${box.width}`, stroke: inks.grid, width: 0.75 });
  }
  return { marks, to: y };
}
