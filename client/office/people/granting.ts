import type { CollectionEntry } from '../../../server/contract/collections.ts';
import type { AskedRegions, Grant, NewPerson, Role } from '../../../server/contract/staff.ts';
import { request } from '../../api.ts';
import { worded } from '../../parts/words.ts';
import { type Person, roleWords } from '../session.ts';

/** What grants can name. */
export interface Grantable {
  collections: readonly CollectionEntry[];
  regions: readonly AskedRegions[];
}

/** Roles that can be bound to a region. */
const regional: readonly Role[] = ['lead', 'reviewer'];

export const firstGrant: Grant = { role: 'researcher', collection: null, region: null };

/** The regions that a grant can name, in the words of its collection; of all, as the first says them that asks for one. None where its role has none. */
export function regionsFor({ role, collection, region }: Grant, { regions }: Grantable): { key: string; words: string }[] {
  if (!regional.includes(role)) return [];
  const words = new Map<string, string>();
  for (const { options } of regions.filter((asked) => collection === null || asked.collection === collection)) {
    for (const { key, label } of options) if (!words.has(key)) words.set(key, worded(label));
  }
  // One that is not asked there stays in sight until another is chosen: falling back to every region would let more be seen.
  if (region !== null && !words.has(region)) words.set(region, `${region} (not asked there)`);
  return [...words].map(([key, words]) => ({ key, words }));
}

/** Changes a person whom nobody else has changed since the list was fetched. */
export function change({ id, tag }: Person, asked: NewPerson): Promise<Person> {
  return request('PUT', `/api/v1/people/${id}`, asked, { headers: { 'if-match': `"${tag}"` } });
}

/** As it is sent: a role that has no region is bound to none. */
export const asSent = (grant: Grant): Grant => (regional.includes(grant.role) ? grant : { ...grant, region: null });

/** "Workshop lead: CCPL pulse, Midlands". */
export function grantInWords(grant: Grant, grantable: Grantable): string {
  const title = grantable.collections.find(({ id }) => id === grant.collection)?.title;
  const region = regionsFor(grant, grantable).find(({ key }) => key === grant.region);
  const where = [grant.collection && (title ? worded(title) : 'one collection'), region?.words].filter(Boolean).join(', ');
  return where ? `${roleWords[grant.role]}: ${where}` : roleWords[grant.role];
}
