import type { Grant, Role } from '../contract/staff.ts';

/** Who may call a route. Every route declares one; a route without is refused when the app is made. */
export type Access =
  /** Anybody: pages, health, the description of the API. */
  | 'public'
  /** A participant, who has no account; nothing about the request is logged. */
  | 'participant'
  /** Anybody signed in. */
  | 'signed-in'
  /**
   * Who holds one of these roles: over the collection in the path, over the whole house, or over any collection at all, where
   * the service then decides what of it they may see.
   */
  | { roles: readonly Role[]; over: 'collection' | 'house' | 'any' };

/** Whether only people who have signed in may call it. */
export function isForStaff(access: Access): access is Exclude<Access, 'public' | 'participant'> {
  return access !== 'public' && access !== 'participant';
}

/**
 * The grants that let a person call a route; none means that to this person the route does not exist.
 * @param collection the id of the collection in the path
 */
export function grantsFor(access: Extract<Access, object>, grants: Grant[], collection: string | null): Grant[] {
  return grants.filter(
    (grant) =>
      access.roles.includes(grant.role) &&
      (grant.collection === null || access.over === 'any' || (access.over === 'collection' && grant.collection === collection)),
  );
}

/** The region that these grants are bound to; null where one of them reaches all regions. */
export function regionOf(grants: Grant[]): string | null {
  return grants.some(({ region }) => region === null) ? null : (grants[0]?.region ?? null);
}
