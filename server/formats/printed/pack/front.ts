import { a4, colours, ornament } from '../a4.ts';
import { counted } from './material.ts';
import type { Pack } from './pack.ts';
import { margin, type Paper, styles, wide } from './paper.ts';

const day = (made: string) => new Date(made).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** What the patterns are of, and why, in a sentence. */
export function scopeInWords({ region, stories, threshold, figures }: Pack['workshop']): string {
  if (region === null) return `Patterns of the whole collection, ${counted(stories.whole)}: this pack was made for all regions.`;
  const standIns = figures.filter(({ isStandIn }) => isStandIn).length;
  if (figures.length > 0 && standIns === figures.length)
    return `Patterns of the whole collection, ${counted(stories.whole)}: fewer than ${threshold} stories of ${region} are placed, too few to show by themselves.`;
  const own = `Patterns of ${region}, ${counted(stories.own ?? 0)}`;
  if (standIns === 0) return `${own}.`;
  return `${own}. Where fewer than ${threshold} are placed, the whole collection stands in, and the figure says so.`;
}

/** The title page: what it is, of what, and what is in it. @param pages that the parts begin on; empty while they are not known yet */
export function titlePage(
  paper: Paper,
  { title, invented, made, number, stories, workshop }: Pack,
  parts: readonly string[],
  pages: readonly number[],
): void {
  const { doc } = paper;
  paper.y = 150;
  paper.write('P', 'Workshop pack', { ...styles.strong, size: 12, leading: 22, color: colours.teal });
  paper.write('H1', title, styles.cover);
  paper.y += 10;
  paper.write('P', workshop.region ?? 'All regions', { ...styles.title, size: 18, leading: 24, color: colours.gray });
  paper.y += 18;
  ornament(doc, () =>
    doc
      .moveTo(margin.side, paper.y)
      .lineTo(margin.side + 60, paper.y)
      .lineWidth(2)
      .stroke(colours.teal),
  );
  paper.y += 18;
  const lines = [
    scopeInWords(workshop),
    `${counted(stories)} to read, whose participants agreed to it, in the words that a reviewer released.`,
    `Export ${number}, ${day(made)}.`,
    ...(invented ? ['These stories are invented.'] : []),
  ];
  for (const line of lines) {
    paper.write('P', line, { ...styles.text, size: 11.5, leading: 17 }, { width: 400 });
    paper.y += 6;
  }
  paper.y = Math.max(paper.y + 40, 500);
  paper.write('H2', 'In this pack', styles.heading);
  paper.y += 8;
  for (const [nth, part] of parts.entries()) {
    const page = `${pages[nth] ?? 'last page'}`;
    const { text } = styles;
    paper.set(paper.root, 'P', [`${part} `], text, margin.side, paper.y, wide);
    paper.set(paper.root, 'P', [page], text, a4.width - margin.side - paper.type.widthOf(page, text), paper.y);
    paper.y += text.leading + 4;
    const y = paper.y - 3;
    ornament(doc, () =>
      doc
        .moveTo(margin.side, y)
        .lineTo(a4.width - margin.side, y)
        .lineWidth(0.4)
        .stroke('#e2e0d8'),
    );
    paper.y += 4;
  }
  paper.y += 14;
  paper.write('P', 'For this workshop only. Collect all copies afterwards and destroy them.', styles.strong);
}
