import type { Identifier } from '../identifier.ts';
import { matching } from './matching.ts';

const since2001 = /\b[A-Z]{2}\d{2} ?[A-Z]{3}\b/g;
const said =
  /\b(?:reg|registration|plate|car|van)[.:,]?(?: is| was| number)? (?<value>[A-Z]{2}\d{2} ?[A-Z]{3}|[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,3}[A-Z])\b/gi;

/** Number plates: today's shape in capitals; any shape after a word that says so. */
export function* findVehicles(text: string): Generator<Identifier> {
  yield* matching(text, since2001, () => ({ kind: 'vehicle', neutral: 'vehicle', certainty: 'likely' }));
  yield* matching(text, said, ({ 0: written, groups }) => ({
    kind: 'vehicle',
    neutral: 'vehicle',
    certainty: 'likely',
    from: written.length - (groups?.value?.length ?? 0),
  }));
}
