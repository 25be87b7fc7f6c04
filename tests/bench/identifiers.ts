import { type Kind, structuredKinds } from '../../triads/identifiers/identifier.ts';
import { labelledSentences, measure } from './identifiers/labelled.ts';
import { report } from './measure/report.ts';

const groups: [name: string, kinds: readonly Kind[], recall: number, precision: number][] = [
  ['structured', structuredKinds, 0.98, 0.95],
  ['names', ['person'], 0.85, 0.8],
  ['places', ['place'], 0.85, 0.8],
];

/** Recall and precision on the sentences kept out of development; how the others do is printed beside, without an aim. */
export async function run(): Promise<void> {
  for (const part of ['held-out', 'development'] as const) {
    const sentences = labelledSentences(part);
    const isAimed = part === 'held-out';
    report('identifiers', `${part}-sentences`, sentences.length, 'count');
    for (const [name, kinds, leastRecall, leastPrecision] of groups) {
      const { recall, precision } = measure(sentences, kinds);
      report('identifiers', `${part}-${name}-recall`, recall, 'ratio', isAimed ? { op: '>=', number: leastRecall } : undefined);
      report('identifiers', `${part}-${name}-precision`, precision, 'ratio', isAimed ? { op: '>=', number: leastPrecision } : undefined);
    }
  }
}
