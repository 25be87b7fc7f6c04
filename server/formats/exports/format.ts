import type { Field, Row } from '../../../triads/exports/field.ts';
import type { Provenance, Purpose } from '../../../triads/exports/provenance.ts';
import type { CardsAPage } from '../printed/cards.ts';
import type { Workshop } from '../printed/pack/material.ts';

/** What a file of stories is written from; the same for every format. */
export interface Contents {
  fields: readonly Field[];
  /** The rows as the consent gate lets them through now, in short pages. A format may ask for them more than once. */
  pages(): AsyncIterable<readonly Row[]>;
  provenance: Provenance;
  /** The languages to print labels in, the reader's own first. */
  languages: readonly string[];
  /** The frameworks that the stories were told on, as files of their own. */
  frameworks: readonly { name: string; file: string }[];
  /** Themes of the study, with the rows that each was found in. */
  themes?: readonly { name: string; description: string; rows: ReadonlySet<string> }[];
  /** Whether a CSV begins with the mark by which Excel knows UTF-8; so unless said otherwise. */
  byteOrderMark?: boolean | undefined;
  /** How many story cards a page is cut into; 4 unless said otherwise. */
  aPage?: CardsAPage | undefined;
  /** The patterns under the small-number rules: as the workshop's lead may see them, or the public; of what is for the study team none. */
  workshop?: () => Promise<Workshop>;
}

/** One way of writing stories to a file. Bytes come as they are asked for, so that whoever reads slowly fills no memory. */
export interface Format {
  /** What it is called on screen, and for whom it is. */
  words: string;
  mediaType: string;
  extension: string;
  /** Whether stories go through one by one: what is kept of each until the end is an id, at most. */
  streams: boolean;
  purposes: readonly Purpose[];
  write(contents: Contents): AsyncIterable<Uint8Array>;
}

/** A file cannot hold this in this format; says which limit and what to do. */
export class FormatLimit extends Error {}

/** So many characters are sent off at once. */
const chunk = 65_536;

/** Pieces of text as chunks of UTF-8. */
export async function* utf8(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Uint8Array> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length < chunk) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text) yield Buffer.from(text);
}
