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
  /** The published versions of frameworks that the stories were told on. */
  versions: { id: string; title: string; number: number }[];
  /** How many stories the file holds; how many more there were when the export was made, and how many were left out then for which reason. */
  stories: number;
  gone: number;
  leftOut: { reason: string; stories: number }[];
  /** Every rule that was applied, each a sentence. */
  rules: string[];
}

/** For whom a file is, as it says it of itself wherever it has room for it. */
export const marks: Record<Purpose, string> = {
  workshop: 'For this workshop only.',
  research: 'For the study team only.',
  publication: 'For publication, after a named person’s output check.',
};

/** The same as lines of a name and a text, for sheets and pages. */
export function provenanceLines(provenance: Provenance): [name: string, text: string][] {
  const { number, collection, purpose, by, made, view, versions, stories, gone, leftOut, rules } = provenance;
  return [
    ['Export', number],
    ['Collection', `${collection.title} (${collection.slug})`],
    ...(collection.invented ? [['Note', 'These stories are invented.'] as [string, string]] : []),
    ['Purpose', `${purpose}. ${marks[purpose]}`],
    ['Taken by', by],
    ['Taken at', made],
    ['Saved view', view ?? 'none: all stories'],
    ...versions.map(({ id, title, number }): [string, string] => ['Framework version', `${title}, version ${number} (${id})`]),
    ['Stories', String(stories)],
    ...(gone ? [['Gone since', `${gone}: withdrawn, or no longer allowed or released`] as [string, string]] : []),
    ...leftOut.map(({ reason, stories }): [string, string] => ['Left out', `${stories}: ${reason}`]),
    ...rules.map((rule): [string, string] => ['Rule', rule]),
  ];
}
