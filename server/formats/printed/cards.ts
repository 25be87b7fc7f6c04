import { a4, breathe, colours, type Doc, document, type Element, ornament } from './a4.ts';
import { flowed, heightOf, type Piece, paragraphs } from './flow.ts';
import { type Line, sheet } from './sheet.ts';
import { readyFor, Typeface } from './typeface.ts';
import { type Style, Typesetter } from './typesetter.ts';

/** How many cards a page is cut into. */
export const cardsAPage = [2, 4, 8] as const;
export type CardsAPage = (typeof cardsAPage)[number];

/** A story as it is printed: released words, and no more about it than a reviewer approved. */
export interface Card {
  /** By which it is spoken of, and found again; the same in every file. */
  number: string;
  title: string;
  text: string;
  language: string;
  /** Such as "Role: nurse", and zones where they are asked for. */
  facts: string[];
}

export interface Deck {
  /** Of the collection, at the foot of each card. */
  title: string;
  language: string;
  invented: boolean;
  aPage: CardsAPage;
  /** Where the file comes from: the last page. */
  provenance: Line[];
}

const serif = new Typeface('serif', 400);
const strong = new Typeface('serif', 600);
const sans = new Typeface('sans', 400);

/** Cards across and down, what is left free round each, and sizes of type, in points. */
const cuts = {
  2: { across: 1, down: 2, edge: 40, title: 20, text: 14, small: 9 },
  4: { across: 2, down: 2, edge: 24, title: 15.5, text: 12, small: 8 },
  8: { across: 2, down: 4, edge: 17, title: 11.5, text: 9, small: 7 },
} as const;

/**
 * Story cards to print and cut: A4 pages of 2, 4 or 8, with marks where to cut; a long story goes on on the next card. The last page says
 * where the file comes from.
 * @returns a tagged PDF with its fonts inside, streamed as the stories come; letters that no font here has are shown by a sign
 */
export function cards(deck: Deck, stories: AsyncIterable<Card>): NodeJS.ReadableStream {
  const doc = document(`${deck.title}: story cards`, deck.language);
  new Cards(doc, deck).set(stories).then(
    () => doc.end(),
    (error: Error) => doc.destroy(error),
  );
  return doc;
}

class Cards {
  readonly #doc: Doc;
  readonly #deck: Deck;
  readonly #type: Typesetter;
  readonly #cut: (typeof cuts)[CardsAPage];
  readonly #width: number;
  readonly #height: number;
  readonly #styles: { title: Style; text: Style; small: Style };
  #drawn = 0;

  constructor(doc: Doc, deck: Deck) {
    this.#doc = doc;
    this.#deck = deck;
    this.#type = new Typesetter(doc, { forgives: true });
    this.#cut = cuts[deck.aPage];
    this.#width = a4.width / this.#cut.across;
    this.#height = a4.height / this.#cut.down;
    const { title, text, small } = this.#cut;
    this.#styles = {
      title: { face: strong, size: title, leading: title * 1.26, color: colours.ink },
      text: { face: serif, size: text, leading: text * 1.42, color: colours.ink },
      small: { face: sans, size: small, leading: small * 1.35, color: colours.gray },
    };
  }

  async set(stories: AsyncIterable<Card>): Promise<void> {
    const doc = this.#doc;
    const root = doc.struct('Document');
    doc.addStructure(root);
    await readyFor(this.#deck.title);
    for await (const story of stories) {
      await readyFor(`${story.title}${story.text}${story.facts.join('')}`);
      this.#story(story, root);
      await breathe(doc);
    }
    await sheet(doc, this.#type, { heading: 'About these cards', lines: this.#deck.provenance }, root, this.#drawn > 0);
    root.end();
  }

  /** One story on as many cards as it needs. */
  #story({ number, title, text, language, facts }: Card, root: Element): void {
    const { title: heading, small } = this.#styles;
    const width = this.#width - 2 * this.#cut.edge;
    const room = this.#height - 2 * this.#cut.edge - 2 * small.leading;
    const head = title.trim() === '' ? [] : this.#type.lines(title.replace(/\s+/g, ' ').trim(), heading, width, 'anywhere');
    const under = facts.length ? this.#type.lines(facts.join(' · '), small, width, 'anywhere') : [];
    const headRoom = head.length ? head.length * heading.leading + 0.3 * this.#styles.text.leading : 0;
    const factsRoom = under.length ? (under.length + 0.6) * small.leading : 0;
    const again = small.leading + 0.6 * this.#styles.text.leading;
    const laidIn = (body: Style) => {
      const set = paragraphs(this.#type, text, body, width);
      const laid = (keptFree: number) =>
        flowed(set, body, (at) => Math.max(3 * body.leading, room - (at === 0 ? headRoom + keptFree : again)));
      // What is said about a story stands at its end, where there is room for it; else at the foot of its first card.
      const plain = laid(0);
      const isRoomLast = heightOf(plain.at(-1) ?? [], body) + factsRoom <= room - (plain.length === 1 ? headRoom : again);
      return isRoomLast ? { body, rooms: plain, withFacts: plain.length - 1 } : { body, rooms: laid(factsRoom), withFacts: 0 };
    };
    // A story that almost fits one card is set a little smaller, rather than go on for a line or two.
    const inFull = laidIn(this.#styles.text);
    const { body, rooms, withFacts } =
      inFull.rooms.length === 2
        ? (tighter(this.#styles.text)
            .map(laidIn)
            .find((one) => one.rooms.length === 1) ?? inFull)
        : inFull;
    const section = this.#doc.struct('Sect', { lang: language });
    root.add(section);
    for (const [part, pieces] of rooms.entries()) {
      const at = this.#place();
      let y = at.y;
      if (part === 0) {
        if (head.length) section.add(this.#paragraph('H2', head, heading, at.x, y + heading.size, width));
        y += headRoom;
      } else {
        section.add(
          this.#paragraph('P', this.#short(`${title.trim() || 'Story'}, continued`, small, width), small, at.x, y + small.size, width),
        );
        y += again;
      }
      this.#pieces(pieces, body, section, at.x, y, width);
      if (part === withFacts && under.length) {
        const from = at.bottom - 2 * small.leading - (under.length - 1) * small.leading;
        section.add(this.#paragraph('P', under, { ...small, color: colours.ink }, at.x, from, width));
      }
      this.#foot(at, number, part, rooms.length, section, width);
    }
    section.end();
  }

  #pieces(pieces: Piece[], text: Style, section: Element, x: number, from: number, width: number): void {
    let y = from;
    for (const { lines, gap } of pieces) {
      y += gap;
      section.add(this.#paragraph('P', lines, text, x, y + text.size, width));
      y += lines.length * text.leading;
    }
  }

  #foot(at: Place, number: string, part: number, parts: number, section: Element, width: number): void {
    const { small } = this.#styles;
    const { title, invented } = this.#deck;
    const right = `Story ${number}${parts > 1 ? `, card ${part + 1} of ${parts}` : ''}`;
    const rightWidth = this.#type.widthOf(right, small);
    const left = this.#short(`${title}${invented ? ' · invented story' : ''}`, small, width - rightWidth - 12);
    section.add(this.#paragraph('P', left, small, at.x, at.bottom));
    section.add(this.#paragraph('P', [right], small, at.x + width - rightWidth, at.bottom));
  }

  /** The first line of a text, with a mark where more would come. */
  #short(text: string, style: Style, width: number): string[] {
    const [first = '', more] = this.#type.lines(text.replace(/\s+/g, ' '), style, width - this.#type.widthOf('…', style), 'anywhere');
    return [more === undefined ? first : `${first}…`];
  }

  #paragraph(tag: 'H2' | 'P', lines: string[], set: Style, x: number, y: number, width?: number): Element {
    return this.#doc.struct(tag, {}, () => this.#type.block(lines, set, x, y, width));
  }

  /** Where the next card stands; begins a page where one is full. */
  #place(): Place {
    const { across, down, edge } = this.#cut;
    const at = this.#drawn % (across * down);
    if (at === 0) {
      if (this.#drawn > 0) this.#doc.addPage();
      this.#cuts();
    }
    this.#drawn += 1;
    const [column, row] = [at % across, Math.floor(at / across)];
    return { x: column * this.#width + edge, y: row * this.#height + edge, bottom: (row + 1) * this.#height - edge };
  }

  /** Dashes where to cut or fold. */
  #cuts(): void {
    const { across, down } = this.#cut;
    ornament(this.#doc, () => {
      this.#doc.lineWidth(0.5).strokeColor(colours.cut).dash(2.5, { space: 2.5 });
      for (let column = 1; column < across; column += 1) {
        this.#doc
          .moveTo(column * this.#width, 0)
          .lineTo(column * this.#width, a4.height)
          .stroke();
      }
      for (let row = 1; row < down; row += 1) {
        this.#doc
          .moveTo(0, row * this.#height)
          .lineTo(a4.width, row * this.#height)
          .stroke();
      }
      this.#doc.undash();
    });
  }
}

const tighter = ({ size, leading, ...style }: Style): Style[] =>
  [0.94, 0.88, 0.84].map((by) => ({ ...style, size: by * size, leading: by * leading }));

interface Place {
  x: number;
  /** The upper and the lower end of what may be printed on. */
  y: number;
  bottom: number;
}
