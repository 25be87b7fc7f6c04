import { heldMarks } from '../../../../triads/figures/draw/held.ts';
import { drawPlot } from '../../../../triads/figures/draw/plot.ts';
import { blankPlot, type SharedPlot, sharedPlots } from '../../../../triads/figures/from-shared.ts';
import { hex, inks, rampOf } from '../../../../triads/figures/inks.ts';
import { numbersInWords } from '../../../../triads/figures/numbers.ts';
import { type Box, type Mark, rectangle, text } from '../../../../triads/figures/plate.ts';
import { countInWords, type Plot } from '../../../../triads/figures/shown.ts';
import type { Signifier } from '../../../../triads/framework/framework.ts';
import { localise } from '../../../../triads/framework/localise.ts';
import { counted, type SharedFigure, type Workshop } from './material.ts';
import { margin, type Paper, styles, wide } from './paper.ts';

/** How high a blank is, so that two triads or canvases fill a page. */
const blankHeights = { triad: 278, dyad: 128, stones: 420, choice: 0, text: 0 } as const;
const patternHeights = { triad: 232, dyad: 130, stones: 150, choice: 0, text: 0 } as const;
const between = 26;

/** Blank figures to draw expectations on, each under its question. @returns how many there are */
export function blanks(paper: Paper, signifiers: readonly Signifier[], language: string): void {
  paper.write('P', 'Where would you expect the dots? Draw them in before you look at the patterns.', styles.text);
  paper.y += 14;
  for (const signifier of signifiers) {
    const plot = blankPlot(signifier, language);
    if (!plot) continue;
    const question = localise(signifier.question, language);
    const says = saysOf(signifier, language);
    const height = blankHeights[signifier.kind];
    const whole =
      paper.heightOf(question, styles.question) + says.reduce((sum, line) => sum + paper.heightOf(line, styles.text), 0) + height + 8;
    paper.need(whole);
    paper.write('H2', question, styles.question);
    for (const line of says) paper.write('P', line, { ...styles.text, size: 9.5, leading: 14 });
    paper.y += 6;
    figure(paper, plot, { x: margin.side, y: paper.y, width: wide, height }, `${question} To draw on.`);
    paper.y += height + between;
  }
}

/** What a blank canvas needs to be said beside it: its axes and its stones. */
function saysOf(signifier: Signifier, language: string): string[] {
  if (signifier.kind !== 'stones') return [];
  const { x, y } = signifier.axes;
  const axis = ({ name, low, high }: typeof x) =>
    `${localise(name, language)}: from “${localise(low, language)}” to “${localise(high, language)}”`;
  return [
    `Across: ${axis(x)}. Upwards: ${axis(y)}.`,
    `Draw each where you expect it: ${signifier.stones.map(({ label }) => localise(label, language)).join(' · ')}.`,
  ];
}

/** The patterns as a lead may see them, each with its numbers and what is held back. */
export function patterns(paper: Paper, { figures, region, threshold }: Workshop, language: string): void {
  if (!figures.length) paper.write('P', 'There are no patterns to show yet.', styles.text);
  for (const shared of figures) {
    const plots = sharedPlots(shared.signifier, shared, language);
    const question = localise(shared.signifier.question, language);
    const numbers = numbersOf(shared, plots, threshold);
    const isEmpty = shared.states.placed === 0;
    const isShown = !isEmpty && plots.some(({ plot }) => plot !== null);
    const height = isShown ? heightFor(shared.signifier, plots.length) : 0;
    const heads = paper.heightOf(question, styles.question) + 2 * styles.text.leading;
    paper.need(heads + height + (isShown ? 40 : styles.text.leading));
    paper.write('H2', question, styles.question);
    const of = region === null || shared.isStandIn ? 'The whole collection' : region;
    const why = shared.isStandIn && !isEmpty ? `, since fewer than ${threshold} of ${region} are placed` : '';
    paper.write('P', `${of}${why}: ${numbers}`, { ...styles.text, size: 9.5, leading: 14, color: styles.small.color });
    paper.y += 8;
    if (!isShown) {
      const nobody = shared.signifier.kind === 'choice' ? 'Nobody answered this.' : 'Nobody placed a story here.';
      paper.write('P', isEmpty ? nobody : 'So few are placed here that nothing may be shown.', styles.text);
      paper.y += between;
      continue;
    }
    panels(paper, plots, height, `${question} ${numbers}`, threshold);
    paper.y += height + 8;
    key(paper, plots, toldBy[shared.cut.by], threshold);
    paper.y += between;
  }
}

/** Stones stand three in a row; an option of a choice has a row of its own. */
function heightFor(signifier: Signifier, plots: number): number {
  if (signifier.kind === 'choice') return Math.min(600, 44 + 30 * signifier.options.length);
  if (signifier.kind === 'stones') return Math.ceil(plots / across) * patternHeights.stones;
  return patternHeights[signifier.kind];
}
const across = 3;

function numbersOf({ states, signifier }: SharedFigure, plots: readonly SharedPlot[], threshold: number): string {
  const said = numbersInWords({ ...states, chosen: 0 }, null, signifier.kind === 'choice' ? 'answered' : 'placed').replaceAll(
    '\u00a0',
    ' ',
  );
  const [only] = plots;
  return plots.length === 1 && only && only.inWords !== 0 ? `${said} · ${countInWords(only.inWords, threshold)} of them in words` : said;
}

function panels(paper: Paper, plots: readonly SharedPlot[], height: number, says: string, threshold: number): void {
  const columns = Math.min(across, plots.length);
  const rows = Math.ceil(plots.length / columns);
  const gap = 18;
  const [width, each] = [(wide - (columns - 1) * gap) / columns, height / rows];
  for (const [nth, { words, plot }] of plots.entries()) {
    const x = margin.side + (nth % columns) * (width + gap);
    const y = paper.y + Math.floor(nth / columns) * each;
    const lines = words ? paper.type.lines(words, { ...styles.strong, size: 9, leading: 12 }, width, 'anywhere') : [];
    paper.set(paper.root, 'P', lines, { ...styles.strong, size: 9, leading: 12 }, x, y, width);
    const from = y + lines.length * 12 + (lines.length ? 4 : 0);
    const box = { x, y: from, width, height: y + each - from - (rows > 1 || lines.length ? 8 : 0) };
    if (plot) figure(paper, plot, box, [words, says].filter(Boolean).join('. '), threshold);
    else
      paper.set(
        paper.root,
        'P',
        paper.type.lines('So few are placed here that nothing may be shown.', styles.small, width),
        styles.small,
        x,
        from,
        width,
      );
  }
}

/** How a count is told from a figure. */
const toldBy = { bins: 'shade', squares: 'shade', parts: 'height', zones: 'number', options: 'number' } as const;

/** What shades and signs mean. */
function key(paper: Paper, plots: readonly SharedPlot[], by: 'shade' | 'height' | 'number', threshold: number): void {
  const most = Math.max(...plots.map((plot) => plot.most));
  const colour = rampOf(inks.ramp, most);
  const swatch =
    (fill: string) =>
    (box: Box): Mark[] => [{ kind: 'path', d: rectangle(box), fill }];
  const sign =
    (count: 'small' | 'hidden') =>
    ({ x, y, width, height }: Box): Mark[] =>
      heldMarks(
        [
          { x, y },
          { x: x + width, y },
          { x: x + width, y: y + height },
          { x, y: y + height },
        ],
        count,
      );
  const shade = (count: number) => ({ mark: swatch(hex(colour(count))), words: counted(count) });
  const items = [
    ...(by === 'shade' && most > threshold ? [shade(threshold)] : []),
    ...(by === 'shade' ? [shade(most)] : []),
    ...(by === 'height' ? [{ mark: () => [], words: `The tallest bar: ${counted(most)}` }] : []),
    ...(plots.some(({ held }) => held.small)
      ? [{ mark: sign('small'), words: `<${threshold}: some, but fewer than ${threshold} stories` }]
      : []),
    ...(plots.some(({ held }) => held.hidden) ? [{ mark: sign('hidden'), words: 'not shown, so that nobody can be told' }] : []),
  ];
  let x = margin.side;
  const marks = items.flatMap(({ mark, words }) => {
    const from = x;
    const drawn = mark({ x: from, y: paper.y, width: 11, height: 11 });
    const start = from + (drawn.length ? 16 : 0);
    x = start + paper.marks.measure(words) * 9 + 18;
    return [...drawn, text(words, start, paper.y + 9, 9, { fill: inks.quiet })];
  });
  if (!marks.length) return;
  paper.root.add(paper.doc.struct('P', {}, () => marks.forEach((mark) => void paper.marks.draw(mark))));
  paper.y += 12;
}

function figure(paper: Paper, plot: Plot, box: Box, says: string, threshold = 0): void {
  const marks = drawPlot(plot, box, paper.marks.measure, threshold);
  paper.root.add(paper.doc.struct('Figure', { alt: says }, () => marks.forEach((mark) => void paper.marks.draw(mark))));
}
