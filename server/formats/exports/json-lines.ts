import type { Row } from '../../../triads/exports/field.ts';
import { type Contents, utf8 } from './format.ts';

/** JSON Lines: an object a story, every field by its name, null where there is no value. */
export function writeJsonLines(contents: Contents): AsyncIterable<Uint8Array> {
  return utf8(lines(contents));
}

async function* lines({ fields, pages }: Contents): AsyncGenerator<string> {
  const heads = fields.map(({ name }, index) => `${index ? ',' : '{'}${JSON.stringify(name)}:`);
  const line = (row: Row) => `${heads.map((head, index) => head + JSON.stringify(row[index] ?? null)).join('')}}\n`;
  for await (const page of pages()) yield page.map(line).join('');
}
