import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { Unreadable } from './unreadable.ts';

/** The largest file of stories that is taken, in bytes. */
export const largestTable = 300 * 1024 * 1024;
/** No table has more columns, and no record more bytes. */
export const mostColumns = 5000;
export const longestRecord = 1024 * 1024;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type Delimiter = ',' | ';' | '\t';

export interface Scanned {
  encoding: Encoding;
  delimiter: Delimiter;
  /** Bytes before the first character. */
  mark: number;
  size: number;
  /** Characters that are none in this encoding. */
  unreadable: number;
}

/**
 * Reads a file through once, to know how it is written before anything of it is believed.
 * @throws Unreadable for what is no table of text, with the line where that shows
 */
export async function scan(file: string): Promise<Scanned> {
  const { size } = await stat(file);
  if (size === 0) throw new Unreadable('The file is empty.');
  const head = await firstBytes(file);
  const known = kinds.find(({ begins }) => begins.every((byte, index) => head[index] === byte));
  if (known) throw new Unreadable(`The file is ${known.name}. Save it as CSV and try again.`);
  const written = await encodingOf(file, head);
  const { encoding, mark } = written;
  return { ...written, size, delimiter: delimiterOf(new TextDecoder(encoding).decode(head.subarray(mark)), size > head.length) };
}

const kinds = [
  { begins: [0x50, 0x4b, 0x03, 0x04], name: 'a zip archive or an Excel workbook' },
  { begins: [0xd0, 0xcf, 0x11, 0xe0], name: 'an old Excel workbook' },
  { begins: [0x25, 0x50, 0x44, 0x46], name: 'a PDF' },
];

async function firstBytes(file: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of createReadStream(file, { end: 256 * 1024 - 1 })) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const marks: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

async function encodingOf(file: string, head: Uint8Array): Promise<Pick<Scanned, 'encoding' | 'mark' | 'unreadable'>> {
  const [encoding, bytes] = marks.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte)) ?? [null, []];
  // Excel's "Unicode text" may come without its mark: then every second byte of plain letters is 0.
  const isWide = encoding?.startsWith('utf-16') || (head.length > 3 && head[1] === 0 && head[3] === 0);
  const { beyondAscii, unreadable } = await readThrough(file, isWide ? 2 : 1);
  if (isWide) return { encoding: encoding ?? 'utf-16le', mark: bytes.length, unreadable: 0 };
  // Letters of Windows-1252 hardly ever stand so that they look like UTF-8: where most do, it is UTF-8 with some bytes spoilt.
  const isUtf8 = encoding === 'utf-8' || 2 * unreadable <= beyondAscii;
  return isUtf8 ? { encoding: 'utf-8', mark: bytes.length, unreadable } : { encoding: 'windows-1252', mark: 0, unreadable: 0 };
}

/**
 * Sees on the way that no line is beyond all measure, so that no parser has to hold one.
 * @param width bytes a character, at the least
 * @returns how many characters beyond ASCII it holds, read as UTF-8, and how many of these are none
 */
async function readThrough(file: string, width: 1 | 2): Promise<{ beyondAscii: number; unreadable: number }> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const seen = { beyondAscii: 0, unreadable: 0 };
  const count = (text: string) => {
    for (const [run] of text.matchAll(/[\u0080-\uffff]+/g)) {
      seen.beyondAscii += run.length;
      if (run.includes('\ufffd')) seen.unreadable += run.split('\ufffd').length - 1;
    }
  };
  let [line, length] = [1, 0];
  let isBehindReturn = false;
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 }) as AsyncIterable<Uint8Array>) {
    const zero = width === 1 ? chunk.indexOf(0) : -1;
    const next = { [newline]: -1, [carriage]: -1 };
    for (let from = 0; from < chunk.length; ) {
      for (const byte of [newline, carriage] as const) if (next[byte] < from) next[byte] = placeOf(chunk, byte, from);
      const to = Math.min(next[newline], next[carriage]);
      if (zero >= from && zero <= to) throw new Unreadable(`Line ${line} holds a null character: this is no table of text.`);
      length += to - from;
      if (length > width * longestRecord) throw new Unreadable(`Line ${line} is longer than 1 MB: this is no table of stories.`);
      if (to === chunk.length) break;
      // A return and a newline behind it end one line.
      if (!(isBehindReturn && chunk[to] === newline && length === 0)) line += 1;
      isBehindReturn = chunk[to] === carriage;
      length = 0;
      from = to + 1;
    }
    if (width === 1) count(decoder.decode(chunk, { stream: true }));
  }
  if (width === 1) count(decoder.decode());
  return seen;
}

const newline = 0x0a;
const carriage = 0x0d;

/** Where a byte stands next; the end of the chunk where it does not. */
function placeOf(chunk: Uint8Array, byte: number, from: number): number {
  const at = chunk.indexOf(byte, from);
  return at === -1 ? chunk.length : at;
}

export const tooManyColumns = (row: number) =>
  new Unreadable(`Row ${row} has more than ${mostColumns.toLocaleString('en-GB')} columns: no table of stories has.`);

/** The separator that stands most often in the first line that holds anything, outside quotes. */
function delimiterOf(head: string, isCut: boolean): Delimiter {
  const counts = new Map<Delimiter, number>([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ]);
  let isQuoted = false;
  for (const character of head.replace(/^\s*[\r\n]/, '')) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === '\n' || character === '\r')) break;
    else if (!isQuoted && counts.has(character as Delimiter))
      counts.set(character as Delimiter, (counts.get(character as Delimiter) ?? 0) + 1);
  }
  const [delimiter, count] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most));
  if (count > mostColumns) throw tooManyColumns(1);
  if (count === 0 && !isCut && !/[\r\n]/.test(head.trim())) throw new Unreadable('The file has one line and one column: this is no table.');
  return delimiter;
}
