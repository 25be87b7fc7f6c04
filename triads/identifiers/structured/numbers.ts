import { validate } from 'nhs-number-validator';
import type { Identifier } from '../identifier.ts';
import { matching } from './matching.ts';

const tenDigits =
  /(?<![\d+£$€]|\d[.,-])(?:(?<label>\bNHS(?: no| num| number)?)[.:#]{0,2} {0,2})?(?<digits>\d{3}(?<gap>[ \u00a0.-]?)\d{3}\k<gap>\d{4})(?!\d|[.,-]\d)/giu;

const labels = [
  `(?:hospital|hosp|unit|patient|case|staff|employee|payroll|assignment|incident|datix|reference|ref|registration|passport|account|badge|CHI|NHS|NI|national insurance|GMC|NMC|HCPC|GPhC|K)(?: (?:no|number|num|id|ref|reference|pin))?`,
  'MRN|PIN|ID',
].join('|');
const labelled = new RegExp(
  String.raw`\b(?:${labels})\b[.:#,]{0,2}(?: (?:is|was|number|no))?[.:#,]{0,2} {0,2}(?<value>[A-Z]{0,3}[-/]?\d(?:[\dA-Z]|[-/ ](?=[\dA-Z]*\d)){3,16})(?![\dA-Z])`,
  'giu',
);

/** Numbers whose shape alone says what they are: a nurse's PIN, national insurance, incident and hospital numbers. */
const shaped = [
  /\b\d{2}[A-L]\d{4}[A-Z]\b/gi,
  /\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g,
  /\b[A-Z]{1,4}-?\d{5,10}\b/g,
  /(?<![\d+£$€#]|[\d][.,:/-])(?!0\d{9,10}(?!\d))\d{7,12}(?!\d|[.,:/-]\d| ?(?:people|patients|pounds|times|staff|stories|words|%))/g,
];

/** NHS numbers by their check digit, and the other numbers that point at one person, one form or one incident. */
export function* findNumbers(text: string): Generator<Identifier> {
  yield* matching(text, tenDigits, ({ 0: written, groups }) => {
    const digits = (groups?.digits ?? '').replace(/\D/g, '');
    const grouped = groups?.gap !== '';
    if (/^(\d)\1{9}$/.test(digits) || (!groups?.label && !grouped && digits.startsWith('0'))) return null;
    const from = groups?.label ? written.length - (groups.digits?.length ?? 0) : 0;
    const neutral = from ? ('notGiven' as const) : undefined;
    if (validate(digits)) return { kind: 'nhs-number', neutral: neutral ?? 'nhsNumber', certainty: 'certain', from };
    return { kind: 'number', neutral: neutral ?? 'number', certainty: 'perhaps', from };
  });
  yield* matching(text, labelled, ({ 0: written, groups }) => {
    const value = groups?.value ?? '';
    const digits = value.replace(/\D/g, '');
    if (digits.length < 4 || /^(\d)\1*$/.test(digits) || /^(?:19|20)\d{2}$/.test(value) || /^\d+ [a-z]/i.test(value)) return null;
    if (/^\d{4}$/.test(value) && !/number|no|pin|id/i.test(written)) return null;
    return { kind: 'number', neutral: 'notGiven', certainty: 'likely', from: written.length - value.length };
  });
  for (const pattern of shaped) {
    yield* matching(text, pattern, ([written]) =>
      /(\d)\1{5}/.test(written) ? null : { kind: 'number', neutral: 'number', certainty: 'likely' },
    );
  }
}
