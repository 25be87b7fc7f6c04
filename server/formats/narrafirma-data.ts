import type { DefinedNames, Written } from './imports/called.ts';

/** One line of a story form, by its columns; `answers` are all cells from that column on. */
export interface Line {
  row: number;
  name: string;
  type: string;
  about: string;
  short: string;
  long: string;
  options: string;
  answers: string[];
}

/** What a story form says of the data file beside it: names of its columns, and how cells are written in all of them. */
export interface DataFile {
  names: Pick<DefinedNames, 'story' | 'title' | 'brackets'>;
  scale: [number, number] | null;
  yes: string | null;
  delimiter: string | null;
}

/** Reads what a story form says of its data file: its lines about import. */
export function dataFile(lines: readonly Line[]): DataFile {
  const said = new Map(lines.filter(({ about }) => about === 'import').map(({ type, answers }) => [type.toLowerCase(), answers]));
  const first = (name: string) => said.get(name)?.[0]?.replace(/^"(.+)"$/, '$1') ?? null;
  const [before, behind] = [first('yes no questions q-a separator'), first('yes no questions q-a ending')];
  return {
    names: {
      story: first('story text column name'),
      title: first('story title column name'),
      brackets: before !== null && behind !== null ? [before, behind] : null,
    },
    scale: scaleOf(said.get('scale range') ?? []),
    yes: first('yes no questions yes indicator'),
    delimiter: first('multi choice single column delimiter'),
  };
}

/** By what a data file names a question and its answers: by their data names, or by their numbers where they are indexed. */
export function namesOf({ name, type, answers }: Line, data: DataFile): DefinedNames['signifiers'][string] {
  const kind = type.toLowerCase();
  const isIndexed = kind.includes('indexed');
  const parts = answers.map((answer, index) => (isIndexed ? String(index + 1) : (answer.split('|')[0] ?? null)));
  if (kind === 'scale') return { id: name, parts: [], written: { scale: scaleOf(answers.slice(2)) ?? data.scale ?? [0, 100] } };
  const written: Written = {
    ...(kind.includes('yes/no') && data.yes !== null && { yes: data.yes }),
    ...(kind.includes('multi-column') && { repeats: true }),
    ...(isIndexed ? { delimiter: ' ' } : data.delimiter !== null && { delimiter: data.delimiter }),
  };
  return { id: name, parts, written };
}

function scaleOf([low = '', high = '']: readonly string[]): [number, number] | null {
  const [left, right] = [Number(low), Number(high)];
  return low !== '' && high !== '' && Number.isFinite(right - left) && right !== left ? [left, right] : null;
}
