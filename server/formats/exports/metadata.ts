import { marks } from '../../../triads/exports/provenance.ts';
import { missingCodes } from '../../../triads/exports/states.ts';
import type { Contents } from './format.ts';

/** What a file that has room for it says of itself: where it comes from, and what each field is. */
export function fileMetadata({ fields, provenance }: Contents): Map<string, string> {
  const described = fields.map((field) => {
    const { name, type, label, unit, values, state } = field;
    return { name, type, label, unit, values, state, missing: missingCodes(field) };
  });
  return new Map([
    ['export', provenance.number],
    ['purpose', provenance.purpose],
    ['use', marks[provenance.purpose]],
    ['provenance', JSON.stringify(provenance)],
    ['fields', JSON.stringify(described)],
  ]);
}
