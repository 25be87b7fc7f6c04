import type { Choice, Framework } from './framework.ts';

/** The option key that means "Prefer not to say", wherever a question offers it. */
export const preferNot = 'prefer-not';

/** The framework's region question, where it has one. */
export function regionQuestion({ signifiers }: Pick<Framework, 'signifiers'>): Choice | null {
  return signifiers.find((signifier): signifier is Choice => signifier.kind === 'choice' && signifier.role === 'region') ?? null;
}
