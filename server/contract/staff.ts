import { z } from 'zod';
import { words } from '../../triads/answers/submission.ts';
import { key, localised } from '../../triads/framework/framework.ts';
import { tagHeader } from './tag.ts';

export const role = z.enum(['owner', 'designer', 'researcher', 'reviewer', 'lead']);
export type Role = z.infer<typeof role>;

/** What a person may do: a role, on one collection or all (null), in one region or all (null). */
export const grant = z.strictObject({ role, collection: z.uuid().nullable(), region: z.string().nullable() });
export type Grant = z.infer<typeof grant>;

/** Sign in with a one-time link's secret, or with email and password. */
export const signIn = z.union([
  z.strictObject({ link: z.string().min(1).max(200) }),
  z.strictObject({ email: z.email(), password: z.string().min(1).max(1000) }),
]);
export const session = z.strictObject({
  /** `hasOwnAddress`: not while a first owner has the address that stands for one. */
  person: z.strictObject({ id: z.uuid(), name: z.string(), email: z.email(), hasPassword: z.boolean(), hasOwnAddress: z.boolean() }),
  grants: z.array(grant),
  asksPassword: z.boolean().meta({ description: 'Whether a new password needs the present one: not for who came by a link.' }),
});
export type Session = z.infer<typeof session>;
export const newPassword = z.strictObject({
  password: z.string().min(12, 'takes at least 12 characters').max(1000),
  present: z.string().min(1).max(1000).optional().meta({ description: 'The present password, where the session asks it.' }),
});

const newGrant = grant
  .extend({ region: key.nullable() })
  .refine(({ role, region }) => region === null || role === 'lead' || role === 'reviewer', {
    path: ['region'],
    message: 'only a lead or a reviewer can be bound to a region',
  });

/** Whether over any collection somebody would be a lead of two regions: what leads are shown is made for one, or for all. */
function leadsTwoRegions(grants: readonly Grant[]): boolean {
  const leads = grants.filter(({ role }) => role === 'lead');
  return leads.some((one) =>
    leads.some((other) => one.region !== other.region && (one.collection === null || one.collection === other.collection)),
  );
}

export const newPerson = z.strictObject({
  name: words(200).trim().min(1),
  email: z.email(),
  grants: z
    .array(newGrant)
    .refine(
      (grants) => new Set(grants.map(({ role, collection }) => `${role} ${collection}`)).size === grants.length,
      'gives a role twice over the same collection',
    )
    .refine((grants) => !leadsTwoRegions(grants), 'makes a lead of two regions of one collection: a lead has one, or all'),
});
export type NewPerson = z.infer<typeof newPerson>;
/** Who holds no grant has no access: no link, no session and no password. */
export const person = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  email: z.email(),
  grants: z.array(grant),
  tag: z.string().meta({ description: 'Names the person as they are now, for If-Match.' }),
});
export const ifPersonMatches = tagHeader('the person');
/** The regions that a collection asks for, which grants over it may name. */
export const askedRegions = z.strictObject({
  collection: z.uuid(),
  options: z.array(z.strictObject({ key: z.string(), label: localised })),
});
export type AskedRegions = z.infer<typeof askedRegions>;
export const personList = z.strictObject({ people: z.array(person), regions: z.array(askedRegions) });
export type PersonList = z.infer<typeof personList>;
/** Whom an empty house begins with. */
export const firstOwner = { name: 'First owner', email: 'owner@storyfield.invalid' };
/** A one-time sign-in link: its path holds the secret behind `#`, which no server log sees. */
export const signInLink = z.strictObject({ path: z.string(), expires: z.iso.datetime() });
export const done = z.strictObject({ done: z.literal(true) });
