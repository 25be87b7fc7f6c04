import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { writeDdi } from '../../server/formats/exports/ddi.ts';
import { writeRefiQda } from '../../server/formats/exports/refi-qda.ts';
import { decimal, unholdable, xmlText } from '../../server/formats/exports/xml.ts';
import { missingCodes } from '../../triads/exports/states.ts';
import { referenceFile } from '../reference.ts';
import { bytesOf, cellsOf, contentsOf, type StoriesOut, storiesOut } from './stories-out.ts';
import { all, hasXmllint, lint, readXml, the } from './xml-read.ts';

const schema = referenceFile('refi-qda-project.xsd');
const whyNoLint = hasXmllint ? '' : ' (skipped: xmllint is not installed)';
const whyNoSchema = whyNoLint || (schema ? '' : ' (skipped: the schema of REFI-QDA is not at hand)');

const themes = [{ name: 'Asking & "waiting" <first>', description: 'What was asked for\nand came late', rows: new Set<string>() }];

async function qdpx(out: StoriesOut) {
  const rows = new Set(out.stories.slice(0, 2).map(({ row }) => row));
  const contents = { ...contentsOf(out), themes: themes.map((theme) => ({ ...theme, rows })) };
  const files = unzipSync(await bytesOf(writeRefiQda(contents)));
  return { contents, rows, files, xml: strFromU8(files['project.qde'] ?? new Uint8Array()) };
}

const ddi = async (out: StoriesOut) => (await bytesOf(writeDdi(contentsOf(out)))).toString('utf8');
/** What XML cannot hold shows as U+FFFD. */
const held = (text: string) => text.replace(unholdable, '\ufffd');

it('text reads back from XML as it was, and a number without an exponent', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.double({ min: 0, max: 1, noNaN: true }), (text, number) => {
      const { attributes, text: content } = readXml(`<a b="${xmlText(text)}">${xmlText(text)}</a>`);
      expect([attributes.b, content]).toEqual([held(text), held(text)]);
      expect(decimal(number)).toMatch(/^\d+(\.\d+)?$/);
      expect(Math.abs(Number(decimal(number)) - number)).toBeLessThan(number < 1e-6 ? 1e-20 : Number.MIN_VALUE);
    }),
  );
});

it('a REFI-QDA project has every story with words as a source and every answer as a value of its case', async () => {
  await fc.assert(
    fc.asyncProperty(storiesOut, async (out) => {
      const { contents, rows, files, xml } = await qdpx(out);
      const project = readXml(xml);
      const variables = new Map(
        (project.children.find(({ name }) => name === 'Variables')?.children ?? []).map(({ attributes }) => [
          attributes.guid,
          attributes.name,
        ]),
      );
      const cases = project.children.find(({ name }) => name === 'Cases')?.children ?? [];
      const sources = project.children.find(({ name }) => name === 'Sources')?.children ?? [];
      const paths = new Map(
        sources.map(({ attributes }) => [attributes.guid, attributes.plainTextPath?.replace('internal://', 'Sources/')]),
      );
      const expected = cellsOf(contents, out.stories);
      expect(cases.map(({ attributes }) => attributes.name)).toEqual(out.stories.map(({ row }) => row));
      for (const [index, one] of cases.entries()) {
        const values = new Map(
          all(one, 'VariableValue').map(({ children: [variable, value] }) => [variables.get(variable?.attributes.targetGUID ?? ''), value]),
        );
        for (const [column, { name }] of contents.fields.entries()) {
          if (['row', 'title', 'story', 'story.row', 'story.title'].includes(name)) continue;
          const cell = expected[index]?.[column] ?? null;
          const value = values.get(name);
          const kind = typeof cell === 'number' ? 'FloatValue' : typeof cell === 'boolean' ? 'BooleanValue' : 'TextValue';
          expect([name, value?.name]).toEqual([name, cell === null ? undefined : kind]);
          if (typeof cell === 'number') expect(value?.text).toBe(decimal(cell));
          else if (cell !== null) expect(value?.text).toBe(held(String(cell)));
        }
        const text = out.stories[index]?.words?.text;
        const [source] = all(one, 'SourceRef');
        const path = paths.get(source?.attributes.targetGUID ?? '') ?? '';
        expect(source ? strFromU8(files[path] ?? new Uint8Array()) : '').toBe(text ?? '');
        expect(all(one, 'CodeRef').length).toBe(rows.has(one.attributes.name ?? '') ? 1 : 0);
      }
      const code = the(project, 'CodeBook', 'Codes', 'Code');
      expect([code.attributes.name, the(code, 'Description').text]).toEqual([themes[0]?.name, themes[0]?.description]);
    }),
    { numRuns: 30 },
  );
});

it.skipIf(whyNoSchema !== '')(`a REFI-QDA project is valid by its schema${whyNoSchema}`, async () => {
  await fc.assert(
    fc.asyncProperty(storiesOut, async (out) => {
      expect(lint((await qdpx(out)).xml, schema ?? '')).toBe('');
    }),
    { numRuns: 20 },
  );
});

it('a DDI codebook names every variable with its question, values and missing-value codes', async () => {
  await fc.assert(
    fc.asyncProperty(storiesOut, async (out) => {
      const { fields } = contentsOf(out);
      const variables = all(the(readXml(await ddi(out)), 'dataDscr'), 'var');
      expect(variables.map(({ attributes }) => attributes.name)).toEqual(fields.map(({ name }) => name));
      for (const [index, variable] of variables.entries()) {
        const field = fields[index];
        if (!field) continue;
        const categories = all(variable, 'catgry');
        const missing = categories.filter(({ attributes }) => attributes.missing === 'Y');
        expect(missing.map((one) => the(one, 'catValu').text)).toEqual(missingCodes(field).map(({ key }) => key));
        if (field.values.length) {
          const present = categories.filter(({ attributes }) => !attributes.missing);
          expect(present.map((one) => the(one, 'catValu').text)).toEqual(field.values.map(({ key }) => key));
        }
        for (const label of all(variable, 'labl')) expect(label.text).toBe(held(field.label[label.attributes['xml:lang'] ?? ''] ?? ''));
      }
    }),
    { numRuns: 30 },
  );
});

it.skipIf(whyNoLint !== '')(`xmllint finds both well-formed${whyNoLint}`, async () => {
  for (const out of fc.sample(storiesOut, 10)) expect([lint(await ddi(out)), lint((await qdpx(out)).xml)]).toEqual(['', '']);
});
