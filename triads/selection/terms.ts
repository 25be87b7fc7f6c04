import type { Rows } from '../patterns/rows.ts';
import type { Clause } from './clause.ts';
import type { Dimensions } from './dimensions.ts';
import { type Meeting, meetingsOf, unsure } from './meeting.ts';

/** A clause made ready to look up: a row meets it when any of its terms does. */
export type Terms = readonly Term[];

interface Term {
  /** Any of these, */
  meetings: readonly Meeting[];
  /** or, turned round, none of them. */
  not: boolean;
}

export function termsOf(dimensions: Dimensions, clause: Clause): Terms {
  const conditions = clause.kind === 'any' ? clause.of : [clause];
  return conditions.map((condition) => ({ meetings: meetingsOf(dimensions, condition), not: condition.not === true }));
}

export function meets(terms: Terms, row: number): boolean {
  return terms.some(({ meetings, not }) => meetings.some((meeting) => isMet(meeting, row)) !== not);
}

function isMet({ coded, table, exactly }: Meeting, row: number): boolean {
  const said = table[coded.codes[row] ?? 0] ?? 0;
  return said === unsure ? exactly(row) : said === 1;
}

/** How many rows are looked at together: few enough to stay in the nearest cache. */
export const block = 4096;
const ofTerm = new Uint8Array(block);

/**
 * Looks up a run of rows at once.
 * @param into takes 1 for each row from `first` to before `last` that meets the terms, else 0
 */
export function meetRun(terms: Terms, first: number, last: number, into: Uint8Array): void {
  into.fill(0);
  for (const { meetings, not } of terms) {
    ofTerm.fill(0);
    for (const meeting of meetings) addMet(meeting, first, last, ofTerm);
    const turn = not ? 1 : 0;
    for (let index = 0; index < last - first; index++) into[index] = (into[index] as number) | ((ofTerm[index] as number) ^ turn);
  }
}

/**
 * The rows that meet all of several clauses.
 * @returns row numbers below `length`, ascending
 */
export function rowsMeeting(all: readonly Terms[], length: number): Rows {
  const met = new Uint8Array(block);
  const list = new Uint32Array(length);
  let listed = 0;
  for (let first = 0; first < length; first += block) {
    const last = Math.min(first + block, length);
    const failed = new Uint8Array(last - first);
    for (const terms of all) {
      meetRun(terms, first, last, met);
      for (let index = 0; index < failed.length; index++) failed[index] = (failed[index] as number) | (1 - (met[index] as number));
    }
    for (let row = first; row < last; row++) {
      list[listed] = row;
      listed += 1 - (failed[row - first] as number);
    }
  }
  return list.slice(0, listed);
}

function addMet({ coded: { codes }, table, exactly }: Meeting, first: number, last: number, into: Uint8Array): void {
  for (let row = first; row < last; row++) {
    const said = table[codes[row] as number] as number;
    into[row - first] = (into[row - first] as number) | (said === unsure ? Number(exactly(row)) : said);
  }
}

/**
 * Where two clauses of one shape look up the same codes by different tables: what was dragged. Null where they are of different
 * shapes, or differ in more than one place.
 */
export function movedBetween(before: Terms, after: Terms): { from: Meeting; to: Meeting } | null {
  if (before.length !== after.length || before.some(({ not }, index) => after[index]?.not !== not)) return null;
  const [from, to] = [before, after].map((terms) => terms.flatMap(({ meetings }) => meetings)) as [Meeting[], Meeting[]];
  if (from.length !== to.length || from.some(({ coded }, index) => to[index]?.coded !== coded)) return null;
  const moved = from.flatMap((meeting, index) => {
    const now = to[index];
    return now && (now.table.includes(unsure) || now.table.some((said, code) => said !== meeting.table[code]))
      ? [{ from: meeting, to: now }]
      : [];
  });
  return moved.length === 1 ? (moved[0] ?? null) : null;
}
