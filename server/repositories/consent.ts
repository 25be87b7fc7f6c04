import { scopes as inOrder, type Scope } from '../../triads/framework/scopes.ts';

/** The wording that a scope was given on. */
export interface Wording {
  version: string;
  language: string;
}

/** The scopes that a participant gave, each pinned to its wording; null is the version and language of the story itself. */
export type Consent = Partial<Record<Scope, Wording | null>>;

/** As it is kept beside the story: the scopes in one order, whatever the order of the ticks, so that equal sets are equal texts. */
export function consentDocument(consent: Consent): string {
  const held = inOrder.filter((scope) => consent[scope] !== undefined);
  return JSON.stringify(Object.fromEntries(held.map((scope) => [scope, pin(consent[scope])])));
}

/** Only what a pin is of: whoever passes it may hold a secret beside it. */
function pin(wording: Wording | null | undefined): Wording | null {
  return wording ? { version: wording.version, language: wording.language } : null;
}

export function scopesOf(document: string): Set<Scope> {
  return new Set(Object.keys(JSON.parse(document)) as Scope[]);
}
