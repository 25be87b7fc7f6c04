import type { Identifier } from '../identifier.ts';
import { matching } from './matching.ts';

const month =
  '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )';
const before = String.raw`(?:(?<label>\b(?:d\.?o\.?b\.?|date of birth|born)[:.,]? (?:is |was |on )?)|(?<on>\bon ))?`;
const year = String.raw`(?:,? (?<year>\d{4})\b|,? ['’]?\d{2}(?![\d:%]| ?[a-z]))?`;

const numeric = new RegExp(
  String.raw`${before}(?<![\d/.-])(?:(?<day>\d{1,2})(?<gap>[/.-])(?<second>\d{1,2})\k<gap>(?<written>\d{4}|\d{2})|(?<iso>(?:19|20)\d{2}[-/](?:0\d|1[0-2])[-/](?:[0-2]\d|3[01])))(?!\d|[/.-]\d)`,
  'giu',
);
const dayFirst = new RegExp(
  String.raw`${before}(?<!\d)${weekday}?(?:the )?(?<number>\d{1,2})(?<ordinal>st|nd|rd|th)? (?:day )?(?:of )?${month}\b(?:\.(?=,? ['’]?\d))?${year}`,
  'giu',
);
const monthFirst = new RegExp(
  String.raw`${before}${weekday}?\b${month}\.? (?:the )?(?<number>\d{1,2})(?<ordinal>st|nd|rd|th)?\b(?:,? (?<year>\d{4})\b)?(?<after>[.,;!?)]|$)?`,
  'giu',
);

/** Exact days, with or without their year. A month, a weekday or a year alone is none. */
export function* findDates(text: string): Generator<Identifier> {
  yield* matching(text, numeric, ({ 0: written, groups = {} }) => {
    const [day, second] = [Number(groups.day ?? 1), Number(groups.second ?? 1)];
    const isDay = Math.min(day, second) >= 1 && Math.max(day, second) <= 31 && Math.min(day, second) <= 12;
    const isTerse = groups.gap === '.' && groups.written?.length === 2;
    return isDay && !isTerse ? asDate(written, groups) : null;
  });
  yield* matching(text, dayFirst, ({ 0: written, groups = {} }) =>
    isDayOfMonth(groups) && (isCapital(groups.month) || groups.ordinal || groups.year) ? asDate(written, groups) : null,
  );
  yield* matching(text, monthFirst, ({ 0: written, groups = {} }) => {
    const isMeant = groups.ordinal || groups.year || (isCapital(groups.month) && groups.after !== undefined);
    return isDayOfMonth(groups) && isMeant ? asDate(written, groups) : null;
  });
}

type Groups = Readonly<Record<string, string | undefined>>;

/** "On 3 May" becomes "one day" as a whole; of "born on 3 May" only the day is meant. */
function asDate(written: string, { label = '', on, after = '' }: Groups) {
  const isBirth = /^d/i.test(label);
  return {
    kind: 'date',
    neutral: isBirth ? 'notGiven' : on ? 'oneDay' : 'date',
    certainty: 'likely',
    from: label.length,
    to: written.length - after.length,
  } as const;
}

const isDayOfMonth = ({ number }: Groups) => Number(number) >= 1 && Number(number) <= 31;
const isCapital = (month = '') => /^\p{Lu}/u.test(month);
