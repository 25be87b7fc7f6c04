import type { ReleaseState } from '../../../server/contract/tell.ts';
import type { Scope } from '../../../triads/framework/scopes.ts';

export const scopeWords: readonly [Scope, string][] = [
  ['patterns', 'Answers counted in patterns'],
  ['read', 'The study team may read it'],
  ['workshop-own', 'Shared in workshops of the own region'],
  ['workshop-other', 'Shared in workshops of other regions'],
  ['publish', 'Shared in reports and published data'],
];
export const onlyCounted = 'Only counted, no words kept';

export const releaseWords: readonly [ReleaseState, string][] = [
  ['released', 'Released'],
  ['waiting', 'Waiting for a reviewer'],
  ['second', 'Waiting for a second reviewer'],
  ['held', 'Held back'],
  ['escalated', 'Escalated'],
  ['none', 'Not to be shared'],
];
