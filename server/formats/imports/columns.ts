import type { Framework } from '../../../triads/framework/framework.ts';
import { type Called, calledIn, type DefinedNames, type Regions } from './called.ts';
import { calledByName, type Holds, type Match, matched, matchWords, misfit } from './matched.ts';
import { type ChosenRoles, chosenIn, type RoleColumns, refuseMischosen, roles, roleWords, usualIn } from './roles.ts';
import { Unreadable } from './unreadable.ts';

/** The columns of one signifier, by position; `parts` by the key of a corner, pole, stone or option. */
export interface SignifierColumns extends Partial<Record<Holds, number>> {
  called: Called;
  parts: Map<string, Partial<Record<Holds, number>>>;
  /** More columns of the same name, with an option in each. */
  more: number[];
}

/** A row of a table where a heading may stand. */
export interface HeadRow {
  row: number;
  cells: readonly string[];
}

export interface Assigned {
  /** The row of the file that holds the header; data begin below. */
  headingRow: number;
  header: string[];
  /** What stands above the header, where there are two rows of it. */
  labels: readonly string[] | null;
  signifiers: SignifierColumns[];
  roles: RoleColumns;
  /** What each column is, by position; null for one that is left out. */
  uses: (string | null)[];
  /** Columns that are left out though they are called as something that is asked: a sentence each. */
  remarks: string[];
}

/**
 * Finds what each column of a table is, by the names of the header: the row of which more is known, or the lower one.
 * @param head the first rows that hold anything
 * @param chosen headers that somebody chose for a role; '' for none
 * @throws Unreadable where no column is known, or two are the same
 */
export function assignColumns(
  head: readonly HeadRow[],
  framework: Framework,
  defined: DefinedNames | null,
  chosen: ChosenRoles = {},
  regions: Regions = {},
): Assigned {
  const called = calledIn(framework, defined, regions);
  const candidates = head.slice(0, 2).map(({ row, cells }) => ({ row, ...assign(cells, called, framework, defined, chosen) }));
  const [best] = candidates.toSorted((a, b) => b.known - a.known || b.row - a.row);
  if (!best?.known) {
    const said = head[0]?.cells.slice(0, 5).join(', ') ?? '';
    throw new Unreadable(
      `No column is known: the header begins ${said}. Columns are named by the framework’s keys or words, or by the ids of a definition file.`,
    );
  }
  refuseMischosen(chosen, best.roles);
  const { row, known: _, doubles, ...assigned } = best;
  const [double] = doubles;
  if (double) throw new Unreadable(`${double}: which of them is meant cannot be told.`);
  return { ...assigned, headingRow: row, labels: best === candidates[1] ? (head[0]?.cells ?? null) : null };
}

interface Candidate extends Omit<Assigned, 'headingRow' | 'labels'> {
  /** How many columns are. */
  known: number;
  doubles: string[];
}

function assign(
  cells: readonly string[],
  called: Called[],
  framework: Framework,
  defined: DefinedNames | null,
  chosen: ChosenRoles,
): Candidate {
  const header = cells.map((cell) => cell.trim());
  const byName = calledByName(called);
  const roleColumns = chosenIn(header, chosen);
  const isChosen = new Set(Object.values(roleColumns));
  const found = new Map<Called, SignifierColumns>();
  const [remarks, doubles]: [string[], string[]] = [[], []];
  const uses = header.map((name, position) => {
    const match = isChosen.has(position) ? null : matched(name, byName, defined?.brackets ?? ['[', ']']);
    if (!match) return null;
    const fault = misfit(match);
    if (fault !== null) {
      remarks.push(`Column “${name}” is left out: ${fault}.`);
      return null;
    }
    const earlier = place(found, match, position);
    if (earlier !== null)
      doubles.push(`Columns ${earlier + 1}, “${header[earlier]}”, and ${position + 1}, “${name}”, are both ${matchWords(match)}`);
    return matchWords(match);
  });
  Object.assign(roleColumns, usualIn(header, uses, framework, defined, chosen));
  for (const role of roles) {
    const position = roleColumns[role];
    if (position !== undefined) uses[position] = roleWords[role];
  }
  return { header, signifiers: [...found.values()], roles: roleColumns, uses, remarks, doubles, known: uses.filter(Boolean).length };
}

/** Puts a column in its place. @returns the column that is there already, or null */
function place(found: Map<Called, SignifierColumns>, { called, part, holds }: Match, position: number): number | null {
  const columns: SignifierColumns = found.get(called) ?? { called, parts: new Map(), more: [] };
  found.set(called, columns);
  const held = part === null ? columns : (columns.parts.get(part) ?? {});
  if (part !== null) columns.parts.set(part, held);
  const earlier = held[holds];
  if (earlier === undefined) held[holds] = position;
  else if (held === columns && holds === 'whole' && called.written.repeats) columns.more.push(position);
  else return earlier;
  return null;
}
