import type { Localised, Signifier } from '../framework/framework.ts';
import type { Field, FieldValue } from './field.ts';
import { marks, type Purpose } from './provenance.ts';

/** What the fields of a story besides its answers are made from. */
export interface StoryContext {
  /** The number of the export. */
  number: string;
  purpose: Purpose;
  waves: readonly FieldValue[];
  /** Whether the collection is one of invented stories. */
  invented: boolean;
}

const names = [
  'row',
  'number',
  'title',
  'story',
  'language',
  'wave',
  'week',
  'version',
  'about',
  'zones',
  'note',
  'use',
  'export',
] as const;
export type StoryFieldName = (typeof names)[number];

const english = (text: string): Localised => ({ 'en-GB': text });

/**
 * What is known of each story besides its answers. A note says of invented stories that they are.
 * @param wanted in the order in which they are to stand
 * @param beside the signifiers whose answers stand in the same export: a name that is one of their keys becomes `story.<name>`
 */
export function storyFields(
  { number, purpose, waves, invented }: StoryContext,
  wanted: readonly StoryFieldName[],
  beside: readonly Signifier[] = [],
): Field[] {
  const keys = new Set(beside.map(({ key }) => key));
  const plain = { type: 'text' as const, unit: null, values: [], state: null, source: null };
  const declared: Record<StoryFieldName, Omit<Field, 'name'>> = {
    row: { ...plain, label: english('Id of the story in this export'), cell: ({ row }) => row },
    number: { ...plain, label: english('Number of the story, the same in everything printed'), cell: (story) => story.number },
    title: { ...plain, label: english('Title of the story'), cell: ({ words }) => words?.title || null },
    story: { ...plain, label: english('The story'), cell: ({ words }) => words?.text || null },
    language: { ...plain, label: english('Language that the story was told in'), cell: ({ language }) => language },
    wave: { ...plain, type: 'category', values: waves, label: english('Wave'), cell: ({ wave }) => wave },
    week: { ...plain, label: english('ISO week in which the story came'), cell: ({ week }) => week },
    version: { ...plain, label: english('Version of the framework that the story was told on'), cell: ({ version }) => version },
    about: { ...plain, label: english('What may be said about the participant'), cell: ({ about }) => about ?? null },
    zones: { ...plain, label: english('Where the story was placed, in zones'), cell: ({ zones }) => zones ?? null },
    note: { ...plain, label: english('Note'), cell: () => 'from a collection of invented stories' },
    use: { ...plain, label: english('For whom this file is'), cell: () => marks[purpose] },
    export: { ...plain, label: english('Number of this export'), cell: () => number },
  };
  return wanted
    .filter((name) => name !== 'note' || invented)
    .map((name) => ({ name: keys.has(name) ? `story.${name}` : name, ...declared[name] }));
}

/** Where among the fields of an export one of these stands; −1 where it is not among them. */
export function placeOf(fields: readonly Field[], name: StoryFieldName): number {
  return fields.findIndex((field) => !field.source && (field.name === name || field.name === `story.${name}`));
}
