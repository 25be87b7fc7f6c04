import type { Answers } from '../answers/answer.ts';
import type { Localised, Signifier } from '../framework/framework.ts';

/** What one cell holds; null where there is no value, and the field's `state` says why. */
export type Cell = string | number | boolean | null;
/** One story, a cell a field. */
export type Row = readonly Cell[];

/** One value of a category: what stands in the cell, and what it means. */
export interface FieldValue {
  key: string;
  label: Localised;
}

/** `text`: somebody's own words; `category`: one of `values`; `flag`: true or false; `number`: 0…1. */
export type FieldType = 'text' | 'category' | 'flag' | 'number';

/** What a field says of its signifier: which part of the answer it holds, and of which corner, pole, stone or option. */
export interface FieldSource {
  signifier: Signifier;
  part: 'state' | 'share' | 'stone-state' | 'x' | 'y' | 'chosen' | 'option' | 'words';
  /** `top`, `left`, `right`, or the key of a stone or an option; null for the signifier as a whole. */
  of: string | null;
}

/** One column of an export: the one declaration that every format is written from. */
export interface Field {
  /** Made of frozen keys, such as `decisions.top`; never twice in an export. */
  name: string;
  type: FieldType;
  label: Localised;
  /** What a number is a number of. */
  unit: string | null;
  /** Of a category, every value that it can have. */
  values: readonly FieldValue[];
  /** The field that says why this one is empty, where there is one. */
  state: string | null;
  /** Null for what is known of the story besides its answers. */
  source: FieldSource | null;
  cell(story: ExportedStory): Cell;
}

/** A story on its way out, as the consent gate let it through. */
export interface ExportedStory {
  /** The export's own id of it, never the house's. */
  row: string;
  /** The short number that it has on everything printed, where its words may leave. */
  number: string | null;
  wave: string;
  week: string;
  version: string;
  language: string;
  /** The answers document, which holds no words. */
  answers: Answers;
  /** Null where the words are not for whoever exports. */
  words: { title: string; text: string; answers: Record<string, string> } | null;
  /** What a reviewer approved to stand beside the words, in words; where it is asked for, the zones of its placements. */
  about?: string | null;
  zones?: string | null;
  /** What the story's version asks, as `askedIn` gives it. */
  asked: ReadonlySet<string>;
}

/** Pages of stories as pages of rows. */
export async function* rowsOf(fields: readonly Field[], pages: AsyncIterable<readonly ExportedStory[]>): AsyncGenerator<Row[]> {
  for await (const page of pages) yield page.map((story) => fields.map((field) => field.cell(story)));
}
