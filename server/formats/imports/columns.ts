import type { Framework, Signifier } from '../../../triads/framework/framework.ts';
import { type Called, calledIn, type DefinedNames, plain, type Regions } from './called.ts';
import { Unreadable } from './unreadable.ts';

/** What a column holds of a signifier or a part: all of it, its coordinates, its words, its state, or that it does not apply. */
export type Holds = 'whole' | 'x' | 'y' | 'words' | 'state' | 'na';

/** The columns of one signifier, by position; `parts` by the key of a corner, pole, stone or option. */
export interface SignifierColumns extends Partial<Record<Holds, number>> {
  called: Called;
  parts: Map<string, Partial<Record<Holds, number>>>;
  /** More columns of the same name, with an option in each. */
  more: number[];
}

/** The columns that hold what is no answer. */
export const roles = ['title', 'text', 'language', 'date'] as const;
export type Role = (typeof roles)[number];
export type RoleColumns = Partial<Record<Role, number>>;

export interface Assigned {
  /** Rows of heading; data begin below. */
  headings: 1 | 2;
  header: string[];
  /** What stands above the header, where there are two rows of it. */
  labels: string[] | null;
  signifiers: SignifierColumns[];
  roles: RoleColumns;
  /** What each column is, by position; null for one that is left out. */
  uses: (string | null)[];
}

/**
 * Finds what each column of a table is, by the names of the header.
 * @param head the first rows
 * @param chosen headers that somebody chose for a role; '' for none
 * @throws Unreadable where no column is known, or two are called the same
 */
export function assignColumns(
  head: string[][],
  framework: Framework,
  defined: DefinedNames | null,
  chosen: Partial<Record<Role, string>> = {},
  regions: Regions = {},
): Assigned {
  const called = calledIn(framework, defined, regions);
  const candidates = head.slice(0, 2).map((cells, index) => assign(cells, index, called, framework, defined, chosen));
  const [best] = candidates.toSorted((a, b) => b.known - a.known);
  if (!best?.known) {
    const said = head[0]?.slice(0, 5).join(', ') ?? '';
    throw new Unreadable(
      `No column is known: the header begins ${said}. Columns are named by the framework’s keys or words, or by the ids of a definition file.`,
    );
  }
  const index = candidates.indexOf(best);
  refuseDoubles(best.header, best.uses, new Set(best.signifiers.flatMap(({ more }) => more)));
  return { ...best, headings: index === 0 ? 1 : 2, labels: index === 0 ? null : (head[0] ?? null) };
}

function assign(
  cells: string[],
  index: number,
  called: Called[],
  framework: Framework,
  defined: DefinedNames | null,
  chosen: Partial<Record<Role, string>>,
): Omit<Assigned, 'headings' | 'labels'> & { known: number } {
  const header = cells.map((cell) => cell.trim());
  const byName = new Map<string, Called>();
  for (const one of called.toReversed()) for (const name of one.names) byName.set(name, one);
  const found = new Map<Called, SignifierColumns>();
  const uses = header.map((name, position) => {
    const match = matched(name, byName, defined?.brackets ?? ['[', ']']);
    if (!match) return null;
    const columns: SignifierColumns = found.get(match.called) ?? { called: match.called, parts: new Map(), more: [] };
    found.set(match.called, columns);
    const place = match.part === null ? columns : (columns.parts.get(match.part) ?? {});
    if (match.part !== null) columns.parts.set(match.part, place);
    if (place === columns && match.holds === 'whole' && columns.whole !== undefined && match.called.written.repeats)
      columns.more.push(position);
    else place[match.holds] ??= position;
    return wordsOf(match);
  });
  const known = uses.filter(Boolean).length * 2 - index;
  const roleColumns = rolesIn(header, uses, framework, defined, chosen);
  for (const role of roles) {
    const position = roleColumns[role];
    if (position !== undefined) uses[position] = roleWords[role];
  }
  return { header, signifiers: [...found.values()], roles: roleColumns, uses, known: uses.some(Boolean) ? known : 0 };
}

interface Match {
  called: Called;
  part: string | null;
  holds: Holds;
}

/**
 * A name as a signifier's, or as one with an ending behind an underscore, as SenseMaker has it, behind a dot, as our own files do, or in
 * brackets, as survey tools do.
 */
function matched(header: string, byName: Map<string, Called>, [before, behind]: readonly [string, string]): Match | null {
  const name = plain(header);
  const whole = byName.get(name);
  if (whole) return { called: whole, part: null, holds: 'whole' };
  const opens = name.lastIndexOf(plain(before));
  if (opens > 0 && name.endsWith(plain(behind))) {
    const called = byName.get(name.slice(0, opens).trim());
    const match = called && ending(called, name.slice(opens + plain(before).length, name.length - plain(behind).length).trim());
    if (match) return match;
  }
  for (let cut = name.length - 1; cut > 0; cut -= 1) {
    if (name[cut] !== '_' && name[cut] !== '.') continue;
    const called = byName.get(name.slice(0, cut).trim());
    const match = called && ending(called, name.slice(cut + 1).trim());
    if (match) return match;
  }
  return null;
}

const endings: [RegExp, Holds][] = [
  [/[_.]?percentx$|[_.]x$|xright$/, 'x'],
  [/[_.]?percenty$|[_.]y$|ytop$/, 'y'],
  [/[_.](text|words)$/, 'words'],
  [/(^|[_.])state$/, 'state'],
  [/(^|[_.])na$/, 'na'],
];

/** Which kinds have what: of themselves, and of each part. */
const known: Record<Signifier['kind'], { own: Holds[]; part: Holds[] }> = {
  triad: { own: ['x', 'y', 'state', 'na'], part: ['whole'] },
  dyad: { own: ['x', 'state', 'na'], part: ['whole'] },
  stones: { own: ['state', 'na'], part: ['x', 'y', 'state', 'na'] },
  choice: { own: ['state', 'na'], part: ['whole', 'words'] },
  text: { own: ['state', 'na'], part: [] },
};

function ending(called: Called, rest: string): Match | null {
  const { own, part } = known[called.signifier.kind];
  const partNamed = (name: string) => called.parts.find(({ names }) => names.includes(name))?.key;
  const whole = partNamed(rest);
  if (whole !== undefined && part.includes('whole')) return { called, part: whole, holds: 'whole' };
  for (const [pattern, holds] of endings) {
    const found = pattern.exec(rest);
    if (!found) continue;
    if (found.index === 0) return own.includes(holds) ? { called, part: null, holds } : null;
    const key = partNamed(rest.slice(0, found.index));
    if (key !== undefined && part.includes(holds)) return { called, part: key, holds };
  }
  return null;
}

const holdsWords: Record<Holds, string> = { whole: '', x: 'across', y: 'upwards', words: 'words', state: 'state', na: 'does not apply' };

function wordsOf({ called, part, holds }: Match): string {
  return [called.signifier.key, part, holdsWords[holds]].filter(Boolean).join(' · ');
}

const roleWords: Record<Role, string> = {
  title: 'the title',
  text: 'the story',
  language: 'the language',
  date: 'the week, from its date',
};

/** Usual names of columns, the better ones first. */
const usual: Record<Role, string[]> = {
  title: ['title', 'story.title', 'story title', 'story_title', 'storytitle'],
  text: ['story', 'story.story', 'text', 'story text', 'story_text', 'fragment', 'narrative', 'fullfragmententry'],
  language: ['language', 'story.language', 'meta_selected_language', 'meta_selectedlanguage'],
  date: ['week', 'story.week', 'date', 'serverentrydate', 'server_upload_time', 'meta_completed', 'meta_started', 'started', 'submitted'],
};

function rolesIn(
  header: string[],
  uses: (string | null)[],
  { prompt }: Framework,
  defined: DefinedNames | null,
  chosen: Partial<Record<Role, string>>,
): RoleColumns {
  const names = header.map(plain);
  const asked: Record<Role, string[]> = {
    ...usual,
    title: [...(defined?.title ? [plain(defined.title)] : []), ...usual.title, ...Object.values(prompt.title).map(plain)],
    text: [...(defined?.story ? [plain(defined.story)] : []), ...usual.text, ...Object.values(prompt.question).map(plain)],
  };
  const found: RoleColumns = {};
  for (const role of roles) {
    const wanted = chosen[role];
    const position =
      wanted === undefined
        ? asked[role].map((name) => names.indexOf(name)).find((at) => at !== -1 && !uses[at])
        : names.indexOf(plain(wanted));
    if (wanted && position === -1) throw new Unreadable(`There is no column “${wanted}” for ${roleWords[role]}.`);
    if (position !== undefined && position !== -1) found[role] = position;
  }
  return found;
}

/** @param repeated columns that may be called as others are */
function refuseDoubles(header: string[], uses: (string | null)[], repeated: ReadonlySet<number>): void {
  const seen = new Map<string, number>();
  for (const [position, name] of header.entries()) {
    const earlier = seen.get(name);
    if (name && uses[position] && earlier !== undefined && !repeated.has(position))
      throw new Unreadable(`Columns ${earlier + 1} and ${position + 1} are both called “${name}”: which of them is meant cannot be told.`);
    if (name && earlier === undefined) seen.set(name, position);
  }
}
