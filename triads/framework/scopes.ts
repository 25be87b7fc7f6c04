/** The scopes of consent that a participant ticks, in the order in which the form asks them. Free of zod, for the phone's sake. */
export const sharingScopes = ['workshop-own', 'workshop-other', 'publish'] as const;
export const scopes = ['patterns', 'read', ...sharingScopes] as const;
export type Scope = (typeof scopes)[number];
export type SharingScope = (typeof sharingScopes)[number];
