import { between, inks } from '../inks.ts';
import { type Box, type Mark, rectangle, text } from '../plate.ts';
import { percentOf } from '../shares.ts';
import { type ChoicePlot, countInWords } from '../shown.ts';
import { broken, type Measure } from '../wrap.ts';

/** A choice in a box: options in rows with a column of bars for each group, or one stacked bar a group; in a narrow box each bar lies under its option. */
export function drawChoice(plot: ChoicePlot, box: Box, measure: Measure, threshold: number): Mark[] {
  if (plot.look === 'stacked') return stacked(plot, box, measure, threshold);
  const isGrouped = plot.groups.length > 2 || plot.groups.some(({ isChosen }, nth) => nth > 0 && !isChosen);
  return box.width < narrow && !isGrouped ? small(plot, box, measure, threshold) : bars(plot, box, measure, threshold);
}

/** Narrower boxes have no room for labels beside bars. */
const narrow = 260;

/** Everybody's bars, with the chosen in them, as they stand beside the board. */
function small({ options, groups }: ChoicePlot, box: Box, measure: Measure, threshold: number): Mark[] {
  const row = Math.min(30, box.height / Math.max(1, options.length));
  const size = Math.min(11, row * 0.58);
  const known = groups.flatMap(({ counts }) => counts.filter((count) => typeof count === 'number'));
  const most = Math.max(1, ...known);
  return options.flatMap(({ words }, nth): Mark[] => {
    const under = box.y + (nth + 0.82) * row;
    const base = under - size * 0.4;
    const said = countInWords(groups[0]?.counts[nth] ?? 0, threshold);
    const { lines, size: smaller } = fittedLines(words, measure, box.width - measure(said) * size - 14, size, row * 0.84);
    // Several lines stand close over their own bar, away from the one above.
    const last = lines.length > 1 ? under - smaller * 0.3 - 1 : base;
    return [
      ...lines.map((line, at) => text(line, box.x, last - (lines.length - 1 - at) * smaller * 1.2, smaller, { fill: inks.ink })),
      text(said, box.x + box.width, base, size, { anchor: 'end', fill: inks.quiet }),
      ...groups.flatMap(({ counts, isChosen }): Mark[] => {
        const count = counts[nth];
        if (typeof count !== 'number' || count === 0) return [];
        const bar = { x: box.x, y: under, width: Math.max(0.75, (count / most) * box.width), height: Math.max(1, row * 0.12) };
        return [{ kind: 'path', d: rectangle(bar), fill: isChosen ? inks.chosen : inks.teal }];
      }),
    ];
  });
}

const sizeFor = (height: number, most: number) => Math.min(most, Math.max(5.5, height));

function bars({ options, groups }: ChoicePlot, box: Box, measure: Measure, threshold: number): Mark[] {
  const labelWidth = box.width * Math.min(0.3, 0.44 - 0.04 * groups.length);
  const across = (box.width - labelWidth) / Math.max(1, groups.length);
  const headSize = across < 110 ? 10 : 12.5;
  const heads = groups.map(({ words }) => broken(words, measure, (across - 14) / (headSize * 1.06)));
  const headHeight = (Math.max(1, ...heads.map((lines) => lines.length)) + 1) * headSize * 1.25 + 8;
  const row = Math.min(56, (box.height - headHeight) / Math.max(1, options.length));
  const size = sizeFor(row * 0.36, 12.5);
  const known = groups.flatMap(({ answered, counts }) =>
    counts.flatMap((count) => (typeof count === 'number' && typeof answered === 'number' && answered ? [count / answered] : [])),
  );
  const most = Math.max(1e-9, ...known);
  const titles = groups.flatMap(({ answered }, nth) => {
    const lines = heads[nth] ?? [];
    const x = box.x + labelWidth + nth * across;
    return [
      ...lines.map((line, at) => text(line, x, box.y + (at + 1) * headSize * 1.25, headSize, { weight: 'strong', fill: inks.ink })),
      text(`${countInWords(answered, threshold)} answered`, x, box.y + (lines.length + 1) * headSize * 1.25, headSize * 0.94, {
        fill: inks.quiet,
      }),
    ];
  });
  const rows = options.flatMap(({ words }, nth) => {
    const top = box.y + headHeight + nth * row;
    const lines = fittedLines(words, measure, labelWidth - 16, size, row);
    const first = top + row / 2 - ((lines.lines.length - 1) * lines.size * 1.2) / 2 + lines.size * 0.35;
    return [
      { kind: 'path', d: `M${box.x},${(top + row).toFixed(1)}h${box.width}`, stroke: inks.grid, width: 0.75 } satisfies Mark,
      ...lines.lines.map((line, at) => text(line, box.x, first + at * lines.size * 1.2, lines.size, { fill: inks.ink })),
      ...groups.flatMap(({ answered, counts, isChosen }, group): Mark[] => {
        const count = counts[nth] ?? 0;
        const x = box.x + labelWidth + group * across;
        const isKnown = typeof count === 'number' && typeof answered === 'number' && answered > 0;
        const width = isKnown ? (count / answered / most) * (across - 16) : 0;
        const said = countInWords(count, threshold);
        const percent = isKnown ? percentOf(count, answered) : null;
        return [
          ...(width
            ? [
                {
                  kind: 'path',
                  d: rectangle({ x, y: top + row * 0.16, width: Math.max(1, width), height: row * 0.26 }),
                  fill: isChosen ? inks.chosen : inks.teal,
                } satisfies Mark,
              ]
            : []),
          text(said, x, top + row * 0.42 + size * 1.15, size, { fill: inks.ink }),
          ...(percent
            ? [text(percent, x + measure(said) * size + size * 0.6, top + row * 0.42 + size * 1.15, size, { fill: inks.quiet })]
            : []),
        ];
      }),
    ];
  });
  return [...titles, ...rows];
}

/** Lines of a label that fit a row, smaller where they must be. */
function fittedLines(words: string, measure: Measure, width: number, size: number, height: number): { lines: string[]; size: number } {
  for (let smaller = size; smaller > 5; smaller -= 0.5) {
    const lines = broken(words, measure, width / smaller);
    if (lines.length * smaller * 1.2 <= height - 2) return { lines, size: smaller };
  }
  return { lines: broken(words, measure, width / 5), size: 5 };
}

function stacked({ options, groups }: ChoicePlot, box: Box, measure: Measure, threshold: number): Mark[] {
  const tint = (nth: number) => between(inks.ramp[1], inks.ramp[3], options.length > 1 ? nth / (options.length - 1) : 1);
  const legend = legendOf(
    options.map(({ words }, nth) => ({ words, fill: tint(nth) })),
    box,
    measure,
  );
  const top = box.y + legend.height + 8;
  const each = Math.min(64, (box.height - legend.height - 8) / Math.max(1, groups.length));
  const size = sizeFor(each * 0.24, 13);
  const rows = groups.flatMap(({ words, answered, counts }, nth): Mark[] => {
    const y = top + nth * each;
    const under = y + size * 1.4;
    const height = Math.max(4, each - size * 3.4);
    let x = box.x;
    const parts = counts.flatMap((count, option): Mark[] => {
      if (typeof count !== 'number' || typeof answered !== 'number' || !count) return [];
      const share = count / answered;
      const width = share * box.width;
      const from = x;
      x += width;
      const said = percentOf(count, answered) ?? `${count}`;
      return [
        { kind: 'path', d: rectangle({ x: from, y: under, width: Math.max(0.5, width - 2), height }), fill: tint(option) },
        ...(measure(said) * size * 0.94 < width - 4
          ? [text(said, from + width / 2 - 1, under + height + size * 1.1, size * 0.94, { anchor: 'middle', fill: inks.ink })]
          : []),
      ];
    });
    const held = counts.filter((count) => typeof count !== 'number').length;
    return [
      text(words, box.x, y + size, size, { weight: 'strong', fill: inks.ink }),
      text(
        `${countInWords(answered, threshold)} answered${held ? `, ${held} parts not shown` : ''}`,
        box.x + box.width,
        y + size,
        size * 0.94,
        { anchor: 'end', fill: inks.quiet },
      ),
      ...parts,
    ];
  });
  return [...legend.marks, ...rows];
}

/** Names with their colours, one after another in as many lines as they take. */
function legendOf(items: readonly { words: string; fill: string }[], box: Box, measure: Measure): { marks: Mark[]; height: number } {
  const size = items.length > 12 ? 9.5 : 12;
  let [x, line] = [0, 0];
  const marks = items.flatMap(({ words, fill }): Mark[] => {
    const width = 18 + measure(words) * size + 16;
    if (x > 0 && x + width > box.width) [x, line] = [0, line + 1];
    const [left, y] = [box.x + x, box.y + (line + 1) * size * 1.5];
    x += width;
    return [
      { kind: 'path', d: rectangle({ x: left, y: y - size * 0.85, width: size, height: size }), fill },
      text(words, left + 18, y, size, { fill: inks.ink }),
    ];
  });
  return { marks, height: (line + 1) * size * 1.5 + 4 };
}
