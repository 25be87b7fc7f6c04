import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ccplFramework } from '../../server/demonstration/collections.ts';
import { writeCsv } from '../../server/formats/exports/csv.ts';
import type { Contents } from '../../server/formats/exports/format.ts';
import { writeSensemaker } from '../../server/formats/exports/sensemaker.ts';
import { zip } from '../../server/formats/exports/zip.ts';
import { tableIn } from '../../server/formats/imports/archive.ts';
import { assignColumns } from '../../server/formats/imports/columns.ts';
import { StoryReader } from '../../server/formats/imports/stories.ts';
import { openTable } from '../../server/formats/imports/table.ts';
import { partWords } from '../../server/services/words.ts';
import type { Answer, Answers } from '../../triads/answers/answer.ts';
import { answerFields, askedIn } from '../../triads/exports/answer-fields.ts';
import { withMissingCodes } from '../../triads/exports/states.ts';
import { storyFields } from '../../triads/exports/story-fields.ts';
import type { Framework } from '../../triads/framework/framework.ts';
import { anyFramework } from '../frameworks-generated.ts';
import { testFolder } from '../houses.ts';
import { type Told, told } from './generated.ts';

/** Stories of a framework as our own exports write them. */
function contentsOf({ signifiers, languages }: Framework, stories: Told[], isCoded: boolean): Contents {
  const context = { number: 'E1', purpose: 'research' as const, waves: [{ key: 'first', label: { 'en-GB': 'First' } }], invented: false };
  const names = ['row', 'title', 'story', 'language', 'wave', 'week', 'version', 'use', 'export'] as const;
  const fields = [...storyFields(context, names, signifiers), ...answerFields(signifiers)];
  const asked = askedIn(signifiers);
  const rows = stories.map(({ story, answers }, index) => {
    const { document, words } = partWords(answers);
    const exported = {
      ...{ row: `r${index}`, number: null, wave: 'first', week: '2022-W08', version: 'v', language: languages[0] ?? '', asked },
      answers: document,
      words: story ? { ...story, answers: words } : null,
    };
    return fields.map((field) => field.cell(exported));
  });
  const coded = withMissingCodes(fields);
  const pages = async function* () {
    yield isCoded ? rows.map(coded) : rows;
  };
  return { fields, pages, languages, frameworks: [] } as Partial<Contents> as Contents;
}

async function readBack(file: AsyncIterable<Uint8Array>, framework: Framework) {
  const path = join(testFolder(), 'stories.csv');
  const chunks: Uint8Array[] = [];
  for await (const chunk of file) chunks.push(chunk);
  writeFileSync(path, Buffer.concat(chunks));
  const table = await openTable(await tableIn(path, `${path}.unpacked`));
  const assigned = assignColumns(table.head, framework, null);
  const reader = new StoryReader(assigned, framework, framework.languages, framework.languages[0] ?? '', '2026-W47');
  const read = [];
  for await (const { row, cells } of table.rows()) if (row > assigned.headingRow) read.push(reader.read(cells));
  expect(read.flatMap(({ findings }) => findings)).toEqual([]);
  return read.map(({ story }) => story);
}

/** Without how placements were made, which files do not say; that they were chosen in words is a state, which they do. */
const plainly = (answers: Answers) =>
  Object.fromEntries(
    Object.entries(answers).map(([key, answer]): [string, Answer | object] => {
      if (!('by' in answer)) return [key, answer];
      const { by, ...rest } = answer;
      return [key, { ...rest, isChosen: by === 'choice' }];
    }),
  );

/** Every second story placed by choosing words, wherever that can be. */
function inWords(one: Told, index: number): Told {
  const chosen = (answer: Answer): Answer => ('by' in answer && !('top' in answer) ? { ...answer, by: 'choice' } : answer);
  if (index % 2) return one;
  return { ...one, answers: Object.fromEntries(Object.entries(one.answers).map(([key, answer]) => [key, chosen(answer)])) };
}

/** A file has one blank for a story that has no words and no answers: there is nothing to bring back. */
const isSomething = ({ story, answers }: Told) => story !== undefined || Object.keys(answers).length > 0;

it('our own CSV, with missing codes or without, comes back with equal answers, states and words', async () => {
  const stories = fc.sample(told(ccplFramework), { numRuns: 80, seed: 3 }).filter(isSomething);
  for (const isCoded of [true, false]) {
    const read = await readBack(writeCsv(contentsOf(ccplFramework, stories, isCoded)), ccplFramework);
    expect(read.map((story) => plainly(story?.answers ?? {}))).toEqual(stories.map(({ answers }) => plainly(answers)));
    expect(read.map((story) => [story?.title, story?.text])).toEqual(stories.map(({ story }) => [story?.title ?? '', story?.text ?? '']));
  }
});

it('a data package comes back as the table in it; any other archive is refused', async () => {
  const stories = fc.sample(told(ccplFramework), { numRuns: 20, seed: 5 }).filter(isSomething);
  const content = writeCsv({ ...contentsOf(ccplFramework, stories, true), byteOrderMark: false });
  const read = await readBack(
    zip([
      { name: 'README.md', content: 'Read me. '.repeat(99) },
      { name: 'data/stories.csv', content },
    ]),
    ccplFramework,
  );
  expect(read.map((story) => plainly(story?.answers ?? {}))).toEqual(stories.map(({ answers }) => plainly(answers)));
  const other = readBack(zip([{ name: 'xl/workbook.xml', content: '<x/>' }]), ccplFramework);
  await expect(other).rejects.toThrow('it is no data package of Storyfield');
  const empty = readBack(zip([{ name: 'data/stories.csv', content: '' }]), ccplFramework);
  await expect(empty).rejects.toThrow(/is empty/);
});

it('any framework’s SenseMaker CSV, and our own, come back with equal answers, states and words: zones chosen and stones that do not apply too', async () => {
  const one = anyFramework.chain((framework) =>
    fc.record({ framework: fc.constant(framework), stories: fc.array(told(framework), { minLength: 1, maxLength: 6 }) }),
  );
  await fc.assert(
    fc.asyncProperty(one, fc.constantFrom(writeSensemaker, writeCsv), async ({ framework, stories }, write) => {
      const some = stories.filter(isSomething).map(inWords);
      fc.pre(some.length > 0);
      const read = await readBack(write(contentsOf(framework, some, false)), framework);
      expect(read.map((story) => plainly(story?.answers ?? {}))).toEqual(some.map(({ answers }) => plainly(answers)));
      expect(read.map((story) => story?.text)).toEqual(some.map(({ story }) => story?.text ?? ''));
    }),
    { numRuns: 60, seed: 4, endOnFailure: true },
  );
  const stories = fc.sample(told(ccplFramework), { numRuns: 80, seed: 4 }).filter(isSomething);
  const read = await readBack(writeSensemaker(contentsOf(ccplFramework, stories, false)), ccplFramework);
  expect(read.map((story) => plainly(story?.answers ?? {}))).toEqual(stories.map(({ answers }) => plainly(answers)));
});

it('any framework has every column of our own CSV known again', async () => {
  await fc.assert(
    fc.asyncProperty(anyFramework, async (framework) => {
      const { fields } = contentsOf(framework, [], false);
      const { uses, signifiers } = assignColumns([{ row: 1, cells: fields.map(({ name }) => name) }], framework, null);
      expect(signifiers.map(({ called }) => called.signifier.key).sort()).toEqual(framework.signifiers.map(({ key }) => key).sort());
      expect(fields.filter(({ source }, index) => source && uses[index] === null).map(({ name }) => name)).toEqual([]);
    }),
    { numRuns: 40, seed: 11 },
  );
});
