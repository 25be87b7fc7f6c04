import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeSensemaker } from '../../server/formats/exports/sensemaker.ts';
import { type Answer, stateOf, type TriadAnswer } from '../../triads/answers/answer.ts';
import type { Localised, Signifier } from '../../triads/framework/framework.ts';
import { localise } from '../../triads/framework/localise.ts';
import { bytesOf, contentsOf, storiesOut } from './stories-out.ts';

const blank = (value: unknown) => (value === undefined ? '' : String(value));

/** Sides by their labels; by their keys where readers of columns could take one label for another, or for a column that stands beside it. */
function namesOf<Side extends string>(labels: Record<Side, Localised>, sides: Side[], language: string): string[] {
  const names = sides.map((side) => localise(labels[side], language));
  const read = names.map((name) => name.trim().toLowerCase());
  const beside = ['top', 'left', 'right', 'na', 'state', 'percentx', 'percenty'];
  const isMistaken = read.some((name, nth) => read.indexOf(name) !== nth || (beside.includes(name) && names[nth] !== sides[nth]));
  return isMistaken ? sides : names;
}

/** What SenseMaker's columns of a signifier are to hold, in their order. */
function expected(
  signifier: Signifier,
  answer: Answer | undefined,
  words: string | undefined,
  hasStory: boolean,
  language: string,
): [string, string][] {
  const { key } = signifier;
  const isNa = (one: object | undefined) => (one && 'na' in one ? '1' : '');
  const text = words === undefined ? undefined : { text: words };
  // Of words that are not at hand nobody can tell whether there are any.
  const state = signifier.kind === 'text' && !answer && !hasStory ? '' : stateOf(answer ?? text);
  const behind: [string, string][] = [
    [`${key}_NA`, isNa(answer)],
    [`${key}_state`, state],
  ];
  const given = answer && !('na' in answer) ? answer : undefined;
  switch (signifier.kind) {
    case 'triad': {
      const placed = given as TriadAnswer | undefined;
      const [top, left, right] = namesOf(signifier.corners, ['top', 'left', 'right'], language);
      return [
        [`${key}_percentX`, blank(placed && placed.right + placed.top / 2)],
        [`${key}_percentY`, blank(placed?.top)],
        [`${key}_${top}`, blank(placed?.top)],
        [`${key}_${left}`, blank(placed?.left)],
        [`${key}_${right}`, blank(placed?.right)],
        ...behind,
      ];
    }
    case 'dyad': {
      const placed = given && 'right' in given ? given : undefined;
      const [left, right] = namesOf(signifier.poles, ['left', 'right'], language);
      return [
        [`${key}_percentX`, blank(placed?.right)],
        [`${key}_${left}`, blank(placed && 1 - placed.right)],
        [`${key}_${right}`, blank(placed?.right)],
        ...behind,
      ];
    }
    case 'stones': {
      const laid = given && 'stones' in given ? given.stones : {};
      return [
        ...signifier.stones.flatMap((stone): [string, string][] => {
          const place = laid[stone.key];
          const at = place && 'x' in place ? place : undefined;
          return [
            [`${key}_${stone.key}_percentX`, blank(at?.x)],
            [`${key}_${stone.key}_percentY`, blank(at?.y)],
          ];
        }),
        ...signifier.stones.map((stone): [string, string] => [`${key}_${stone.key}_NA`, isNa(given ? laid[stone.key] : answer)]),
        ...behind,
      ];
    }
    case 'choice': {
      const chosen = given && 'options' in given ? given.options : [];
      const other: [string, string][] = signifier.other ? [[`${key}_${signifier.other}_text`, words ?? '']] : [];
      const items = signifier.options.map((option): [string, string] => [`${key}_${option.key}`, chosen.includes(option.key) ? '1' : '']);
      return [...(signifier.several ? items : [[key, chosen[0] ?? ''] as [string, string]]), ...other, ...behind];
    }
    case 'text':
      return [[key, words ?? ''], ...behind];
  }
}

it('has SenseMaker’s columns of every signifier, as fractions in full precision', async () => {
  await fc.assert(
    fc.asyncProperty(storiesOut, async (out) => {
      const contents = contentsOf(out);
      const [language = 'en-GB'] = contents.languages;
      const besides = contents.fields.filter(({ source }) => !source).length;
      const text = (await bytesOf(writeSensemaker(contents))).toString('utf8');
      const [heading = [], ...rows]: string[][] = parse(text, { bom: true, recordDelimiter: '\r\n' });
      const plain = (cells: string[]) => cells.slice(besides).map((cell) => cell.replace(/^'/, ''));
      for (const [index, { answers, words }] of out.stories.entries()) {
        const cells = out.framework.signifiers.flatMap((signifier) =>
          expected(signifier, answers[signifier.key], words?.answers[signifier.key], words !== null, language),
        );
        expect(plain(heading)).toEqual(cells.map(([name]) => name));
        expect(plain(rows[index] ?? [])).toEqual(cells.map(([, cell]) => cell));
      }
      expect(rows.length).toBe(out.stories.length);
    }),
    { numRuns: 40 },
  );
});

it('gives a triad’s place in the plane as SenseMaker does: right + top/2, and top', async () => {
  const generated = storiesOut.filter(({ framework, stories }) => stories.length > 0 && framework.signifiers[0]?.kind === 'triad');
  const [out] = fc.sample(generated, 1);
  const [triad] = out?.framework.signifiers ?? [];
  if (!out || !triad) throw new Error('nothing was generated');
  const stories = out.stories
    .slice(0, 1)
    .map((story) => ({ ...story, answers: { [triad.key]: { top: 0.5, left: 0.25, right: 0.25, by: 'mouse' as const } } }));
  const text = (await bytesOf(writeSensemaker(contentsOf({ ...out, stories })))).toString('utf8');
  const [row]: Record<string, string>[] = parse(text, { bom: true, columns: true });
  expect([row?.[`${triad.key}_percentX`], row?.[`${triad.key}_percentY`], row?.[`${triad.key}_NA`]]).toEqual(['0.5', '0.5', '']);
});
