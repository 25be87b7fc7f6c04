import { concernsHeading, notes } from './notes.ts';
import { floor, margin, type Paper, styles, wide } from './paper.ts';

const indent = 18;
const gap = 4;

/** The facilitator's notes, with what participants were told about concerns. */
export function facilitation(paper: Paper, concerns: readonly string[]): void {
  for (const { heading, text, list = [], isInOrder } of notes) {
    section(paper, heading, text, list, isInOrder ?? false);
  }
  for (const concern of concerns) section(paper, concernsHeading, concern, [], false);
}

function section(paper: Paper, heading: string, text: string | undefined, list: readonly string[], isInOrder: boolean): void {
  const [first = ''] = text === undefined ? list : [text];
  paper.write('H2', heading, styles.heading, { after: paper.heightOf(first, styles.text) + 3 });
  paper.y += 3;
  if (text !== undefined) paper.write('P', text, styles.text);
  for (const [nth, item] of list.entries()) {
    paper.need(paper.heightOf(item, styles.text, wide - indent));
    paper.set(paper.root, 'P', [isInOrder ? `${nth + 1}. ` : '• '], styles.text, margin.side, paper.y);
    paper.write('P', item, styles.text, { indent });
    paper.y += gap;
  }
  paper.y = Math.min(paper.y + 10, floor);
}
