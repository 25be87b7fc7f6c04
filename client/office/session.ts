import type { CollectionEntry } from '../../server/contract/collections.ts';
import type { PersonList, Role, Session } from '../../server/contract/staff.ts';

/** A person as the list of people has them. */
export type Person = PersonList['people'][number];

export interface PageLink {
  href: string;
  words: string;
}

/** Who takes stories out, or checks what others take out. */
const takesOut = new Set<Role>(['lead', 'researcher', 'reviewer']);

/** Who pauses, closes and opens a collection, and sets it up. */
export function mayPause({ roles }: Pick<CollectionEntry, 'roles'>): boolean {
  return roles.some((role) => role === 'owner' || role === 'designer');
}

/** What each role opens in a collection, in the order of the navigation. */
export function linksOf({ id, roles }: Pick<CollectionEntry, 'id' | 'roles'>): PageLink[] {
  const links = (role: Role, ...pages: [words: string, href: string][]) =>
    roles.includes(role) ? pages.map(([words, href]) => ({ words, href })) : [];
  const follows = roles.some((role) => role !== 'reviewer');
  const keeps = mayPause({ roles });
  return [
    ...(roles.some((role) => role === 'researcher' || role === 'lead') ? [{ words: 'Patterns', href: `/explore/${id}` }] : []),
    ...links('researcher', ['Numbers', `/explore/${id}?view=numbers`]),
    ...(roles.some((role) => role === 'designer' || role === 'researcher') ? [{ words: 'Pilot', href: `/office/${id}/pilot` }] : []),
    ...links('reviewer', ['Release', `/office/${id}/release`]),
    ...(roles.some((role) => takesOut.has(role)) ? [{ words: 'Export', href: `/office/${id}/export` }] : []),
    ...(follows ? [{ words: 'Progress', href: `/design/collections/${id}` }] : []),
    ...(keeps ? [{ words: 'Settings', href: `/design/collections/${id}/settings` }] : []),
    ...(keeps ? [{ words: 'Import', href: `/design/collections/${id}/import` }] : []),
    ...(follows ? [{ words: 'Link', href: `/office/${id}/link` }] : []),
  ];
}

/** Whether a person owns all that is here, and so decides who works here. */
export function isOwner({ grants }: Session): boolean {
  return grants.some(({ role, collection }) => role === 'owner' && collection === null);
}

export function isDesigner({ grants }: Session): boolean {
  return grants.some(({ role }) => role === 'designer');
}

/** Whether a person designs everywhere, and so may make collections. */
export function isDesignerOfAll({ grants }: Session): boolean {
  return grants.some(({ role, collection }) => role === 'designer' && collection === null);
}

export const roleWords: Record<Role, string> = {
  owner: 'Owner',
  designer: 'Designer',
  researcher: 'Researcher',
  reviewer: 'Reviewer',
  lead: 'Workshop lead',
};
