import { a4, colours, type Doc, type Element, ornament } from './a4.ts';
import { readyFor, Typeface } from './typeface.ts';
import type { Style, Typesetter } from './typesetter.ts';

/** A name and what it says, such as "Taken at" and a date. */
export type Line = readonly [name: string, text: string];

const margin = 51;
const named = 120;
const sans = new Typeface('sans', 400);
const strong = new Typeface('sans', 600);
const serif = new Typeface('serif', 600);
const name: Style = { face: strong, size: 9, leading: 13, color: colours.ink };
const text: Style = { ...name, face: sans };
const title: Style = { face: serif, size: 18, leading: 24, color: colours.ink };

/** Pages that list names and what they say, such as where a file comes from. @param isNew whether to begin on a new page */
export async function sheet(
  doc: Doc,
  type: Typesetter,
  { heading, lines }: { heading: string; lines: readonly Line[] },
  root: Element,
  isNew: boolean,
): Promise<void> {
  await readyFor(`${heading}${lines.flat().join('')}`);
  const width = a4.width - 2 * margin - named;
  const section = doc.struct('Sect');
  root.add(section);
  if (isNew) doc.addPage();
  let y = margin + title.size;
  section.add(doc.struct('H1', {}, () => type.block([heading], title, margin, y)));
  y += title.leading;
  for (const [said, saying] of lines) {
    const set = type.lines(saying, text, width, 'anywhere');
    if (y + set.length * text.leading > a4.height - margin) {
      doc.addPage();
      y = margin + text.size;
    }
    const [top, under] = [y, y + set.length * text.leading];
    section.add(doc.struct('P', {}, () => type.block([`${said} `], name, margin, top)));
    section.add(doc.struct('P', {}, () => type.block(set, text, margin + named, top, width)));
    ornament(doc, () =>
      doc
        .moveTo(margin, under - 7)
        .lineTo(a4.width - margin, under - 7)
        .lineWidth(0.4)
        .stroke('#e2e0d8'),
    );
    y = under + 6;
  }
  section.end();
}
