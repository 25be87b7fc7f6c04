import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { PassThrough, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { largestTable } from './scan.ts';
import { Unreadable } from './unreadable.ts';

/** Where the stories lie in a data package of ours. */
const storiesPath = 'data/stories.csv';
const marks = { local: 0x04034b50, entry: 0x02014b50, end: 0x06054b50 };
/** The end of an archive, with the longest comment that it may have. */
const longestEnd = 22 + 0xffff;
const packings: Record<number, () => Transform> = { 0: () => new PassThrough(), 8: createInflateRaw };

/**
 * The table of stories in a file: the file itself, or what a data package holds of them, unpacked.
 * @param into where it is unpacked to
 * @returns the path of the table
 * @throws Unreadable for an archive that is no data package
 */
export async function tableIn(file: string, into: string): Promise<string> {
  const handle = await open(file);
  try {
    const head = await bytesAt(handle, 0, 4);
    if (head.length < 4 || head.readUInt32LE() !== marks.local) return file;
    const { start, packed, method } = await entryOf(handle);
    if (packed === 0) throw new Unreadable(`The archive’s ${storiesPath} is empty.`);
    const unpacking = packings[method]?.();
    if (!unpacking) throw new Unreadable('The archive is packed in a way that cannot be read.');
    await pipeline(
      createReadStream(file, { start, end: start + packed - 1 }),
      unpacking,
      limited,
      createWriteStream(into, { mode: 0o600 }),
    );
    return into;
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code?.startsWith('Z_') ? new Unreadable('The archive is damaged.') : error;
  } finally {
    await handle.close();
  }
}

async function entryOf(handle: FileHandle): Promise<{ start: number; packed: number; method: number }> {
  const { size } = await handle.stat();
  const tail = await bytesAt(handle, Math.max(0, size - longestEnd), longestEnd);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || end + 22 > tail.length) throw new Unreadable('The archive is cut short.');
  const directory = await bytesAt(handle, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === marks.entry; ) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset)) as [number, number, number];
    if (directory.toString('utf8', at + 46, at + 46 + name) === storiesPath) {
      const local = directory.readUInt32LE(at + 42);
      const header = await bytesAt(handle, local, 30);
      if (header.length < 30) break;
      const start = local + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
      return { start, packed: directory.readUInt32LE(at + 20), method: directory.readUInt16LE(at + 10) };
    }
    at += 46 + name + extra + comment;
  }
  throw new Unreadable(
    `The archive holds no ${storiesPath}: it is no data package of Storyfield. Save an Excel workbook as CSV and try again.`,
  );
}

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { size } = await handle.stat();
  const buffer = Buffer.alloc(Math.min(length, Math.max(0, size - position)));
  const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
  return buffer.subarray(0, bytesRead);
}

/** However well it is packed, no table is larger. */
async function* limited(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of source) {
    length += chunk.length;
    if (length > largestTable) throw new Unreadable('The stories in the archive are too large: they may hold up to 300 MB.');
    yield chunk;
  }
}
