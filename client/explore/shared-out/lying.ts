import type { Signifier } from '../../../triads/framework/framework.ts';
import { zonesOf } from '../../../triads/geometry/answer-zones.ts';

/** One zone of one question. */
export interface Lying {
  signifier: string;
  zone: string;
}

/** As the board's address has it: `decisions~left`. */
export const writeLying = ({ signifier, zone }: Lying) => `${signifier}~${zone}`;

/** What an address asks for; null where nothing is, or nothing that is asked here. */
export function readLying(written: string | null, signifiers: readonly Signifier[]): Lying | null {
  const [key = '', zone = ''] = written?.split('~') ?? [];
  const signifier = signifiers.find((one) => one.key === key);
  return signifier && zonesOf(signifier).includes(zone) ? { signifier: key, zone } : null;
}
