import type { State } from '../../../triads/answers/answer.ts';
import type { Columns } from '../../../triads/columns/columns.ts';
import { type Flags, isSet } from '../../../triads/columns/flags.ts';
import { type Cut, cutsOf, listsOf, tallyOf } from '../../../triads/disclosure/tallies.ts';
import type { Signifier } from '../../../triads/framework/framework.ts';
import type { Rows } from '../../../triads/patterns/rows.ts';

/** The stories of one region counted at one moment, in every way in which a figure may be cut. */
export interface Region {
  /** Its key; null for participants who did not say. */
  region: string | null;
  stories: number;
  answers: Record<string, Answers>;
  weeks: Counts;
}

interface Answers {
  states: Record<State, number>;
  /** By the name of the cut, then by the list of the figure; empty cells are left out. */
  cells: Record<string, Record<string, Counts>>;
}

/** Counts by the name of what they are of; none is 0. */
export type Counts = Record<string, number>;

export const nameOf = (cut: Cut): string => ('side' in cut ? `${cut.by} ${cut.side}` : cut.by);

/** Which rows are of which region: of every one that may be chosen, and of those who did not say. */
export function rowsByRegion(columns: Columns, signifiers: readonly Signifier[]): Map<string | null, Rows> {
  const all = Uint32Array.from({ length: columns.length }, (_, row) => row);
  const asked = signifiers.find((signifier) => signifier.kind === 'choice' && signifier.role === 'region');
  const options = columns.choices.get(asked?.key ?? '')?.options ?? new Map<string, Flags>();
  const found = new Map<string | null, Rows>([...options].map(([region, flags]) => [region, all.filter((row) => isSet(flags, row))]));
  return found.set(
    null,
    all.filter((row) => ![...options.values()].some((flags) => isSet(flags, row))),
  );
}

/** Counts the stories of a region. */
export function counted(region: string | null, columns: Columns, signifiers: readonly Signifier[], rows: Rows): Region {
  const answers: Region['answers'] = {};
  for (const signifier of signifiers) {
    const cells: Answers['cells'] = {};
    let states: Answers['states'] | null = null;
    for (const cut of cutsOf(signifier)) {
      const tally = tallyOf(signifier, columns, cut, rows);
      const lists = listsOf(signifier, cut).map(({ list, cells: names }, at): [string, Counts] => [
        list,
        filled(names, tally.cells[at] ?? []),
      ]);
      cells[nameOf(cut)] = Object.fromEntries(lists);
      states ??= tally.states;
    }
    if (states) answers[signifier.key] = { states, cells };
  }
  const codes = new Uint32Array(columns.week.values.length);
  for (const row of rows) codes[columns.week.codes[row] ?? 0] = (codes[columns.week.codes[row] ?? 0] ?? 0) + 1;
  return { region, stories: rows.length, answers, weeks: filled(columns.week.values, [...codes]) };
}

function filled(names: readonly string[], counts: readonly number[]): Counts {
  return Object.fromEntries(names.flatMap((name, at) => (counts[at] ? [[name, counts[at]]] : [])));
}
