import { createHash } from 'node:crypto';
import { codebookSheet, labelsSheet } from '../../../../triads/exports/codebook.ts';
import type { Row } from '../../../../triads/exports/field.ts';
import { withMissingCodes } from '../../../../triads/exports/states.ts';
import { csvLine, writeCsv } from '../csv.ts';
import type { Contents } from '../format.ts';
import { type Entry, zip } from '../zip.ts';
import { descriptor, paths } from './descriptor.ts';
import { disclosureNote, methods, readme } from './pages.ts';
import { patternFiles } from './patterns.ts';

/**
 * A Frictionless Data Package 2.0 as an archive: stories as CSV with missing-value codes, their description, codebook and labels,
 * for publication the patterns as tables, the frameworks as they were published, and pages that say how to read it, how it was gathered and what may be done with it.
 */
export function writeDataPackage(contents: Contents): AsyncIterable<Uint8Array> {
  return zip(entries(contents));
}

async function* entries(contents: Contents): AsyncGenerator<Entry> {
  const { fields, languages, provenance, frameworks } = contents;
  const measure = { hash: createHash('sha256'), bytes: 0 };
  yield {
    name: paths.stories,
    content: measured(writeCsv({ ...contents, pages: () => codedPages(contents), byteOrderMark: false }), measure),
  };
  yield { name: paths.codebook, content: codebookSheet(fields, languages).map(csvLine).join('') };
  yield { name: paths.labels, content: labelsSheet(fields, languages).map(csvLine).join('') };
  const workshop = await contents.workshop?.();
  const patterns = workshop ? patternFiles(workshop, languages[0] ?? 'en-GB') : [];
  for (const { path, table } of patterns) yield { name: path, content: [table.columns, ...table.rows].map(csvLine).join('') };
  for (const { name, file } of frameworks) yield { name, content: file };
  yield { name: 'README.md', content: readme(contents, patterns) };
  yield { name: 'METHODS.md', content: methods(contents) };
  yield { name: 'DISCLOSURE.md', content: disclosureNote(provenance) };
  yield { name: 'provenance.json', content: `${JSON.stringify(provenance, null, 2)}\n` };
  const stories = { bytes: measure.bytes, hash: `sha256:${measure.hash.digest('hex')}` };
  yield { name: 'datapackage.json', content: `${JSON.stringify(descriptor(contents, stories, patterns), null, 2)}\n` };
}

async function* codedPages({ fields, pages }: Contents): AsyncGenerator<Row[]> {
  const coded = withMissingCodes(fields);
  for await (const page of pages()) yield page.map(coded);
}

async function* measured(chunks: AsyncIterable<Uint8Array>, measure: { hash: ReturnType<typeof createHash>; bytes: number }) {
  for await (const chunk of chunks) {
    measure.hash.update(chunk);
    measure.bytes += chunk.length;
    yield chunk;
  }
}
