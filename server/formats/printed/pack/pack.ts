import { type Doc, document } from '../a4.ts';
import type { Card } from '../cards.ts';
import { type Line, sheet } from '../sheet.ts';
import { readyFor } from '../typeface.ts';
import { blanks, patterns } from './drawn.ts';
import { facilitation } from './facilitation.ts';
import { scopeInWords, titlePage } from './front.ts';
import type { Workshop } from './material.ts';
import { notes } from './notes.ts';
import { Paper } from './paper.ts';
import { reading } from './reading.ts';

export interface Pack {
  /** Of the collection. */
  title: string;
  /** Of the figures' words. */
  language: string;
  invented: boolean;
  number: string;
  /** When the export was made, as ISO 8601. */
  made: string;
  /** How many stories come. */
  stories: number;
  workshop: Workshop;
  /** Where the file comes from: the last page. */
  provenance: Line[];
}

const parts = ['Facilitator’s notes', 'Blank figures to draw on', 'The patterns', 'Stories to read', 'About this pack'] as const;

/**
 * Everything for a workshop around stories, as an A4 PDF to print: notes, blank figures, patterns, stories, and where it comes from.
 * @returns a tagged PDF with its fonts inside, streamed as the stories come; letters that no font here has are shown by a sign
 */
export function workshopPack(pack: Pack, stories: AsyncIterable<Card>): NodeJS.ReadableStream {
  const doc = document(`${pack.title}: workshop pack`, 'en-GB');
  write(doc, pack, stories).then(
    () => doc.end(),
    (error: Error) => doc.destroy(error),
  );
  return doc;
}

async function write(doc: Doc, pack: Pack, stories: AsyncIterable<Card>): Promise<void> {
  await readyFor(JSON.stringify([pack, notes, parts]));
  const paper = filled(doc, pack, pagesOf(pack));
  await reading(paper, stories);
  const lines: Line[] = [
    ...pack.provenance,
    ['Patterns', scopeInWords(pack.workshop)],
    [
      'Rule',
      `In the patterns a count from 1 to ${pack.workshop.threshold - 1} is not said, and some others are held back so that none can be worked out. How many placed a story, said that it does not apply or skipped it is exact.`,
    ],
  ];
  await sheet(doc, paper.type, { heading: parts[4], lines }, paper.root, true);
  paper.root.end();
}

/** The pages that the parts begin on, found by filling pages that are thrown away; the last part follows the stories, whose pages are not known. */
function pagesOf(pack: Pack): number[] {
  const doc = document('', 'en-GB');
  doc.resume();
  return filled(doc, pack, []).begins;
}

/** All that stands before the stories, with their title. */
function filled(doc: Doc, pack: Pack, pages: readonly number[]): Paper {
  const { title, number, invented, language, workshop } = pack;
  const paper = new Paper(
    doc,
    `${title} · workshop pack, export ${number} · for this workshop only${invented ? ' · invented stories' : ''}`,
  );
  titlePage(paper, pack, parts, pages);
  paper.part(parts[0]);
  facilitation(paper, workshop.concerns);
  paper.part(parts[1]);
  blanks(
    paper,
    workshop.figures.map(({ signifier }) => signifier),
    language,
  );
  paper.part(parts[2]);
  patterns(paper, workshop, language);
  paper.part(parts[3]);
  return paper;
}
