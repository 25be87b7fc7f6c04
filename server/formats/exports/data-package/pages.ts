import { type Provenance, provenanceLines } from '../../../../triads/exports/provenance.ts';
import type { Contents } from '../format.ts';
import { paths } from './descriptor.ts';
import type { PatternFile } from './patterns.ts';

/** What is in the package and how to read it. */
export function readme({ fields, provenance, frameworks }: Contents, patterns: readonly PatternFile[]): string {
  const files = [
    [paths.stories, `one row a story, ${fields.length} columns, UTF-8`],
    [paths.codebook, 'what each column is'],
    [paths.labels, 'what each value of a category means, in each language'],
    ...patterns.map(({ path, title }) => [path, `pattern of the whole collection, under its small-number rules: ${title}`]),
    ...frameworks.map(({ name }) => [name, 'the signification framework as it was published: prompt, questions, consent wording']),
    ['METHODS.md', 'how the stories were gathered and what the numbers mean'],
    ['DISCLOSURE.md', 'what may be done with this file'],
    ['provenance.json', 'where it comes from'],
    ['datapackage.json', 'all of this for programs (Data Package 2.0)'],
  ];
  return `# ${provenance.collection.title}

${list(files.map(([name, says]) => `\`${name}\`: ${says}`))}

## Empty cells

A cell that holds \`na\` (does not apply to my story), \`skipped\` (left unanswered) or \`unasked\` (the story's version did not ask)
has no value; \`datapackage.json\` declares these codes column by column. Columns of words have no codes: the state beside them
(\`<question>.state\`) says why they are empty.

${patterns.length ? small : ''}## Texts that look like formulas

So that no spreadsheet runs what a participant typed, a text that begins like a formula or with an apostrophe has one apostrophe
put before it. To have it as it was, take one leading apostrophe away.

## Provenance

${list(provenanceLines(provenance).map(([name, text]) => `${name}: ${text}`))}
`;
}

const small = `## Counts that are not said

In the tables of patterns a count below the threshold stands as \`<n\`, and some larger ones as \`not shown\`, so that no small one can be worked out. They count all
stories of the collection in a step that may be some stories behind, not only those of this package.

`;

/** How the stories came to be, and what the numbers are. */
export function methods({ fields }: Contents): string {
  const asked = new Set(fields.flatMap(({ source }) => (source ? [source.signifier.kind] : [])));
  const kinds = [
    ...(asked.has('triad') ? ['A triad’s placement is three shares that sum to 1: `.top`, `.left`, `.right`.'] : []),
    ...(asked.has('dyad') ? ['A dyad’s placement is the share of its right pole, `.right`; `.left` is what that leaves of 1.'] : []),
    ...(asked.has('stones') ? ['A stone’s place is `.x`, rightwards, and `.y`, upwards, each from 0 to 1.'] : []),
    'The state `chosen` means that the participant chose words instead of a point. Its numbers stand for a zone: leave it out of statistics of points.',
  ];
  return `# Methods

Participants told a story in answer to a prompt and then said themselves what it means, by placing it on questions
(signifiers). They chose themselves to take part: patterns describe these stories and estimate nothing about people who told none.
Numbers are in full precision. Rows are in no meaningful order, and row ids are this export's own.

${list(kinds)}
`;
}

/** What may be done with it, and which rules were kept when it was made. */
export function disclosureNote(provenance: Provenance): string {
  const { purpose, number, rules, leftOut } = provenance;
  const use = {
    workshop: 'It is for one workshop. Destroy it afterwards, and pass it to nobody else.',
    research: 'It is for the study team only. It holds placements in full precision, which can single out a person: do not pass it on.',
    publication: 'It may be published as it is. Do not join it with other exports of the same stories.',
  };
  return `# Disclosure

${use[purpose]} Participants can take their stories back at any time: before you use this file again, look at the list of exports
for number ${number}, and delete what was withdrawn.

${list([...rules, ...leftOut.map(({ reason, stories }) => `Left out, ${stories}: ${reason}`)])}
`;
}

const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');
