import { breathe, type Element, ornament } from '../a4.ts';
import type { Card } from '../cards.ts';
import { flowed, paragraphs } from '../flow.ts';
import { readyFor } from '../typeface.ts';
import type { Style } from '../typesetter.ts';
import { floor, margin, type Paper, styles, wide } from './paper.ts';

const gutter = 26;
const width = (wide - gutter) / 2;
const least = 3 * styles.story.leading;
const between = 22;

/** The stories in two columns, one after another; no title stands without its story. */
export async function reading(paper: Paper, stories: AsyncIterable<Card>): Promise<void> {
  const columns = new Columns(paper);
  let isEmpty = true;
  for await (const story of stories) {
    isEmpty = false;
    await readyFor(`${story.title}${story.text}${story.facts.join('')}`);
    columns.story(story);
    await breathe(paper.doc);
  }
  if (isEmpty) paper.write('P', 'None of these stories may be shared any more.', styles.text);
}

class Columns {
  readonly #paper: Paper;
  #top: number;
  #right = false;

  constructor(paper: Paper) {
    this.#paper = paper;
    this.#top = paper.y;
  }

  get #x(): number {
    return margin.side + (this.#right ? width + gutter : 0);
  }

  #next(): void {
    if (this.#right) {
      this.#paper.page();
      this.#top = margin.top;
    }
    this.#right = !this.#right;
    this.#paper.y = this.#top;
  }

  story({ number, title, text, language, facts }: Card): void {
    const paper = this.#paper;
    const { heading, story, small } = styles;
    const head = paper.type.lines(title.replace(/\s+/g, ' ').trim() || `Story ${number}`, heading, width, 'anywhere');
    const headRoom = head.length * heading.leading + 3;
    const under = paper.type.lines([`Story ${number}`, ...facts].join(' · '), small, width, 'anywhere');
    if (paper.y > this.#top && paper.y + headRoom + least > floor) this.#next();
    const section = paper.doc.struct('Sect', { lang: language });
    paper.root.add(section);
    if (paper.y > this.#top) this.#rule();
    paper.set(section, 'H2', head, heading, this.#x, paper.y, width);
    paper.y += headRoom;
    this.#flow(paragraphs(paper.type, text, story, width), story, section);
    paper.y += 4;
    if (paper.y + Math.min(under.length, 2) * small.leading > floor) this.#next();
    this.#flow([under], small, section);
    section.end();
    paper.y += between;
  }

  /** Paragraphs from here on, and on in the columns that follow. */
  #flow(set: readonly string[][], style: Style, section: Element): void {
    const paper = this.#paper;
    const isLeft = !this.#right;
    const rooms = flowed(set, style, (room) => floor - (room === 0 ? paper.y : room === 1 && isLeft ? this.#top : margin.top));
    for (const [nth, pieces] of rooms.entries()) {
      if (nth > 0) this.#next();
      for (const { lines, gap } of pieces) {
        paper.y += gap;
        paper.set(section, 'P', lines, style, this.#x, paper.y, width);
        paper.y += lines.length * style.leading;
      }
    }
  }

  #rule(): void {
    const y = this.#paper.y - between / 2;
    ornament(this.#paper.doc, () =>
      this.#paper.doc
        .moveTo(this.#x, y)
        .lineTo(this.#x + width, y)
        .lineWidth(0.4)
        .stroke('#d9d7cf'),
    );
  }
}
