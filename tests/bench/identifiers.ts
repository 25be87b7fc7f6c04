import { findIdentifiers } from '../../triads/identifiers/find.ts';
import { type Kind, structuredKinds } from '../../triads/identifiers/identifier.ts';
import { labelledSentences, measure } from './identifiers/labelled.ts';
import { report } from './measure/report.ts';

const groups: [name: string, kinds: readonly Kind[], aims?: { recall: number; precision: number }][] = [
  ['structured', structuredKinds, { recall: 0.98, precision: 0.95 }],
  ['names', ['person'], { recall: 0.85, precision: 0.8 }],
  ['places', ['place']],
];

/** What texts are made of that matchers get lost in, each repeated to ten thousand characters. */
const traps = [
  ...['a', 'A ', '(', 'a.', 'x\n', 'a-', 'a’', '9', '9 ', '0 ', '+4', '1/', '@', 'a@', 'a@a.', '😀', '\ud800'],
  ...['Ward ', 'Dr ', 'St ', 'Mary Smith ', 'Zork went to Blorp ', 'de la ', 'Xyz Hospital of ', 'on the 1st of ', 'hospital number '],
].map((unit) => unit.repeat(Math.ceil(10_000 / unit.length)));

/** Recall and precision on the sentences kept out of development; how the others do is printed beside, without an aim. */
export async function run(): Promise<void> {
  for (const part of ['held-out', 'development'] as const) {
    const sentences = labelledSentences(part);
    report('identifiers', `${part}-sentences`, sentences.length, 'count');
    for (const [name, kinds, aims] of groups) {
      const { recall, precision } = measure(sentences, kinds);
      const least = part === 'held-out' ? aims : undefined;
      report('identifiers', `${part}-${name}-recall`, recall, 'ratio', least && { op: '>=', number: least.recall });
      report('identifiers', `${part}-${name}-precision`, precision, 'ratio', least && { op: '>=', number: least.precision });
    }
  }
  const slowest = (texts: string[]) => Math.max(...texts.map(took));
  report('identifiers', 'longest-story', slowest(traps), 'ms');
  report('identifiers', 'four-times-as-long', slowest(traps.map((trap) => trap.repeat(4))), 'ms');
}

/** The least of three, in milliseconds: the first also warms up. */
function took(text: string): number {
  const once = () => {
    const from = performance.now();
    findIdentifiers(text);
    return performance.now() - from;
  };
  return Math.min(once(), once(), once());
}
