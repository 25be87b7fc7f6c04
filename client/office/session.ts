import type { Collection, CollectionEntry } from '../../server/contract/collections.ts';
import type { Role, Session } from '../../server/contract/staff.ts';
import { regionQuestion } from '../../triads/framework/region.ts';
import { worded } from '../parts/words.ts';

/** A person as the list of people has them. */
export type Person = Omit<Session['person'], 'hasPassword'> & Pick<Session, 'grants'>;

export interface PageLink {
  href: string;
  words: string;
}

/** What each role opens in a collection, in the order of the navigation. */
export function linksOf({ id, roles }: Pick<CollectionEntry, 'id' | 'roles'>): PageLink[] {
  const links = (role: Role, ...pages: [words: string, href: string][]) =>
    roles.includes(role) ? pages.map(([words, href]) => ({ words, href })) : [];
  return [
    ...links('researcher', ['Patterns', `/explore/${id}`], ['Numbers', `/explore/${id}?view=numbers`]),
    ...links('reviewer', ['Release', `/office/${id}/release`]),
    ...links('lead', ['Export', `/office/${id}/export`]),
    ...(roles.some((role) => role !== 'reviewer') ? [{ words: 'Link', href: `/office/${id}/link` }] : []),
  ];
}

export function isOwner({ grants }: Session): boolean {
  return grants.some(({ role }) => role === 'owner');
}

export function isDesigner({ grants }: Session): boolean {
  return grants.some(({ role }) => role === 'designer');
}

/** The name of a region by its key: the option of the collection's region question. */
export function regionName(collection: Pick<Collection, 'signifiers'>, key: string): string {
  const label = regionQuestion(collection)?.options.find((option) => option.key === key)?.label;
  return label ? worded(label) : key;
}

export const roleWords: Record<Role, string> = {
  owner: 'Owner',
  designer: 'Designer',
  researcher: 'Researcher',
  reviewer: 'Reviewer',
  lead: 'Workshop lead',
};
