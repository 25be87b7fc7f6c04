import { findPhoneNumbersInText } from 'libphonenumber-js/min';
import type { Identifier } from '../identifier.ts';
import { matching } from './matching.ts';

/** Ten or eleven digits as they are dialled in the United Kingdom, the numbers kept for fiction included. */
const british = /(?<![\d+.])(?:(?:\+|00)44[ \u00a0.-]{0,2}(?:\(0\)[ \u00a0]?)?|\(?0)[1235789](?:[ \u00a0.()-]{0,2}\d){8,9}(?!\d)/g;
const extension = /\b(?:(?:ext(?:ension|n)?|bleep|pager|dect)[.:#]?(?: (?:no|number))?[.:#]? ?|x)(?<value>\d{3,6})\b/gi;
const called =
  /\b(?:ext(?:ension)?|bleep|bleeped|pager|dect)(?: phone)?(?: number)?(?: (?:is|was|on|them on|me on|her on|him on))? #?(?<value>\d{3,6})\b/gi;

/** Phone numbers of any country that says which it is, British ones however they are spaced, extensions and bleeps. */
export function* findPhones(text: string): Generator<Identifier> {
  yield* matching(text, british, () => ({ kind: 'phone', neutral: 'phone', certainty: 'certain' }));
  yield* matching(text, extension, () => ({ kind: 'phone', neutral: 'phone', certainty: 'likely' }));
  yield* matching(text, called, ({ 0: written, groups }) => ({
    kind: 'phone',
    neutral: 'number',
    certainty: 'likely',
    from: written.length - (groups?.value?.length ?? 0),
  }));
  if (!/\+ ?\d|\b00\d/.test(text)) return;
  for (const { startsAt, endsAt } of findPhoneNumbersInText(text, 'GB')) {
    yield { start: startsAt, end: endsAt, kind: 'phone', neutral: 'phone', certainty: 'certain' };
  }
}
