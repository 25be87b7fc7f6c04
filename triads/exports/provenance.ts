/** What an export is for; each purpose has a gate of its own. */
export const purposes = ['workshop', 'research', 'publication'] as const;
export type Purpose = (typeof purposes)[number];

/** Where a file comes from, carried by the file itself. */
export interface Provenance {
  /** The number of the export, by which it is found on the list of exports and recalled. */
  number: string;
  collection: { slug: string; title: string; invented: boolean };
  purpose: Purpose;
  /** Who took it, and when, as ISO 8601. */
  by: string;
  made: string;
  /** The saved view that chose the stories; null for all. */
  view: string | null;
  /** The framework versions that the stories were told on. */
  versions: { id: string; title: string }[];
  /** How many stories were in when it was made, and how many were left out for which reason. */
  stories: number;
  leftOut: { reason: string; stories: number }[];
  /** Every rule that was applied, each a sentence. */
  rules: string[];
}

const marks: Record<Purpose, string> = {
  workshop: 'For this workshop only: released stories whose participants agreed to it.',
  research: 'For the study team only.',
  publication: 'For publication, after a named person’s output check.',
};

/** The same as lines of a name and a text, for sheets and pages. */
export function provenanceLines(provenance: Provenance): [name: string, text: string][] {
  const { number, collection, purpose, by, made, view, versions, stories, leftOut, rules } = provenance;
  return [
    ['Export', number],
    ['Collection', `${collection.title} (${collection.slug})`],
    ...(collection.invented ? [['Note', 'These stories are invented.'] as [string, string]] : []),
    ['Purpose', `${purpose}. ${marks[purpose]}`],
    ['Taken by', by],
    ['Taken at', made],
    ['Saved view', view ?? 'none: all stories'],
    ...versions.map(({ id, title }): [string, string] => ['Framework version', `${title} (${id})`]),
    ['Stories', String(stories)],
    ...leftOut.map(({ reason, stories }): [string, string] => ['Left out', `${stories}: ${reason}`]),
    ...rules.map((rule): [string, string] => ['Rule', rule]),
  ];
}
