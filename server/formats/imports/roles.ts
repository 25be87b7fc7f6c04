import type { Framework } from '../../../triads/framework/framework.ts';
import { type DefinedNames, plain } from './called.ts';
import { Unreadable } from './unreadable.ts';

/** The columns that hold what is no answer. */
export const roles = ['title', 'text', 'language', 'date'] as const;
export type Role = (typeof roles)[number];
export type RoleColumns = Partial<Record<Role, number>>;
/** Headers that somebody chose for a role; '' for none. */
export type ChosenRoles = Partial<Record<Role, string>>;

export const roleWords: Record<Role, string> = {
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

/** The columns that were chosen for a role, as far as a row of heading has them. */
export function chosenIn(header: string[], chosen: ChosenRoles): RoleColumns {
  const names = header.map(plain);
  const found: RoleColumns = {};
  for (const role of roles) {
    const wanted = chosen[role];
    if (!wanted) continue;
    const position = header.includes(wanted) ? header.indexOf(wanted) : names.indexOf(plain(wanted));
    if (position !== -1) found[role] = position;
  }
  return found;
}

/** The columns of the roles that nobody chose, by their usual names. @param uses what columns are already */
export function usualIn(
  header: string[],
  uses: readonly (string | null)[],
  { prompt }: Framework,
  defined: DefinedNames | null,
  chosen: ChosenRoles,
): RoleColumns {
  const names = header.map(plain);
  const asked: Record<Role, string[]> = {
    ...usual,
    title: [...(defined?.title ? [plain(defined.title)] : []), ...usual.title, ...Object.values(prompt.title).map(plain)],
    text: [...(defined?.story ? [plain(defined.story)] : []), ...usual.text, ...Object.values(prompt.question).map(plain)],
  };
  const found: RoleColumns = {};
  for (const role of roles.filter((one) => chosen[one] === undefined)) {
    const position = asked[role]
      .filter(Boolean)
      .map((name) => names.indexOf(name))
      .find((at) => at !== -1 && !uses[at]);
    if (position !== undefined) found[role] = position;
  }
  return found;
}

/** @throws Unreadable where a column was chosen that is not there, or one for two roles */
export function refuseMischosen(chosen: ChosenRoles, found: RoleColumns): void {
  for (const role of roles) {
    if (chosen[role] && found[role] === undefined) throw new Unreadable(`There is no column “${chosen[role]}” for ${roleWords[role]}.`);
    const other = roles.find((one) => one !== role && found[one] !== undefined && found[one] === found[role]);
    if (other) throw new Unreadable(`Column “${chosen[role]}” cannot be both ${roleWords[role]} and ${roleWords[other]}.`);
  }
}
