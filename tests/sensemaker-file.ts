import { csvLine } from '../server/formats/exports/csv.ts';
import type { Answer, Answers } from '../triads/answers/answer.ts';
import type { Framework, Signifier } from '../triads/framework/framework.ts';

/** One story as a capture file has it. */
export interface Captured {
  story?: { title: string; text: string };
  answers: Answers;
  week?: string;
  language?: string;
}

/** What signifiers and their parts are called in the header: by key, or as a definition's ids. */
export type Naming = (signifier: Signifier, part?: string) => string;
const byKey: Naming = (signifier, part) => part ?? signifier.key;

/** A capture file as SenseMaker writes them: one column a coordinate, share and item. */
export function sensemakerRows(framework: Framework, stories: readonly Captured[], named: Naming = byKey): string[][] {
  const columns = framework.signifiers.flatMap((signifier) => columnsOf(signifier, named));
  const header = ['FragmentID', 'week', 'language', 'title', 'text', ...columns.map(({ header }) => header)];
  const rows = stories.map(({ story, answers, week = '', language = '' }, index) => [
    `fragment-${index}`,
    week,
    language,
    story?.title ?? '',
    story?.text ?? '',
    ...columns.map(({ signifier, cell }) => {
      const answer = answers[signifier.key];
      return answer ? cell(answer) : '';
    }),
  ]);
  return [header, ...rows];
}

export const sensemakerFile = (framework: Framework, stories: readonly Captured[], named?: Naming): string =>
  sensemakerRows(framework, stories, named).map(csvLine).join('');

interface Column {
  header: string;
  signifier: Signifier;
  cell: (answer: Answer) => string;
}

function columnsOf(signifier: Signifier, named: Naming): Column[] {
  const own = named(signifier);
  const column = (ending: string, cell: Column['cell']): Column => ({ header: ending ? `${own}_${ending}` : own, signifier, cell });
  const na = column('NA', (answer) => ('na' in answer ? '1' : ''));
  switch (signifier.kind) {
    case 'triad': {
      const at = (take: (shares: { top: number; left: number; right: number }) => number) => (answer: Answer) =>
        'top' in answer ? String(take(answer)) : '';
      const share = (key: 'top' | 'left' | 'right') =>
        column(
          named(signifier, key),
          at((shares) => shares[key]),
        );
      const across = column(
        'percentX',
        at(({ top, right }) => right + top / 2),
      );
      return [
        across,
        column(
          'percentY',
          at(({ top }) => top),
        ),
        share('top'),
        share('left'),
        share('right'),
        na,
      ];
    }
    case 'dyad': {
      const right = (answer: Answer) => ('right' in answer && !('top' in answer) ? answer.right : null);
      const cell = (value: number | null) => (value === null ? '' : String(value));
      return [
        column('percentX', (answer) => cell(right(answer))),
        column(named(signifier, 'left'), (answer) => (right(answer) === null ? '' : String(1 - (right(answer) ?? 0)))),
        column(named(signifier, 'right'), (answer) => cell(right(answer))),
        na,
      ];
    }
    case 'stones': {
      const of = (key: string) => (answer: Answer) => ('stones' in answer ? answer.stones[key] : undefined);
      const axis = (key: string, name: 'x' | 'y') => (answer: Answer) => {
        const place = of(key)(answer);
        return place && name in place ? String((place as { x: number; y: number })[name]) : '';
      };
      const stones = signifier.stones.flatMap(({ key }) => [
        column(`${named(signifier, key)}_percentX`, axis(key, 'x')),
        column(`${named(signifier, key)}_percentY`, axis(key, 'y')),
        column(`${named(signifier, key)}_NA`, (answer) => (of(key)(answer) && 'na' in (of(key)(answer) ?? {}) ? '1' : '')),
      ]);
      return [...stones, na];
    }
    case 'choice': {
      const options = signifier.options.map(({ key }) =>
        column(named(signifier, key), (answer) => ('options' in answer && answer.options.includes(key) ? '1' : '')),
      );
      const other = signifier.other
        ? [column(`${named(signifier, signifier.other)}_text`, (answer) => ('other' in answer ? (answer.other ?? '') : ''))]
        : [];
      return [...options, ...other, na];
    }
    case 'text':
      return [column('', (answer) => ('text' in answer ? answer.text : '')), na];
  }
}
