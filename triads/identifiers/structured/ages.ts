import type { Identifier } from '../identifier.ts';
import { matching } from './matching.ts';

/** So few people are older than 89 that the age may tell who somebody is. */
const number = String.raw`(?<![\d.,/£])(?:9\d|1[01]\d)`;

const patterns = [
  String.raw`${number}[ -]?(?:years?|yrs?)[ -](?:old|of age)\b`,
  String.raw`${number} ?(?:y\/?o|yrs?|y)\b`,
  String.raw`\b(?:aged|(?:the )?age(?: of)?) ${number}(?![\d%])`,
  String.raw`(?<=\b(?:s?he|who|they|grandad|gran|nan|mum|mother|father|dad)(?: is| was| are| were| turned|['’]s|['’]re) (?:now |only |nearly |about )?)${number}(?= (?:and|but|with|when|then|now)\b| ?[,.;!?)]|$)`,
  String.raw`(?<=\p{L}, )${number}(?:-odd\b|(?=, | and |\.))`,
  String.raw`${number}-odd\b`,
];
const marked = new RegExp(String.raw`${number} ?[MF](?![\p{L}\d'’])`, 'gu');

/** Ages over 89. */
export function* findAges(text: string): Generator<Identifier> {
  for (const pattern of patterns) {
    yield* matching(text, new RegExp(pattern, 'giu'), () => ({ kind: 'age', neutral: 'age', certainty: 'likely' }));
  }
  yield* matching(text, marked, () => ({ kind: 'age', neutral: 'age', certainty: 'likely' }));
}
