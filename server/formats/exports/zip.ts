import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';

/** A file in an archive: whole, or as it comes. */
export interface Entry {
  name: string;
  content: string | AsyncIterable<Uint8Array>;
}

/** Above these a record says that the number stands in its ZIP64 field. */
const most = { number: 0xffff, bytes: 0xffffffff };
const version = { plain: 20, zip64: 45 };
/** Names are UTF-8; of what comes in pieces, sizes follow the data. */
const flags = { whole: 0x0800, pieces: 0x0808 };
const method = { stored: 0, deflated: 8 };
/** Shorter than this is not worth packing. */
const worthPacking = 128;
/** 1 January 1980, the first that the format knows: an archive says nothing of a clock. */
const date = 0x21;

interface Written {
  flags: number;
  method: number;
  crc: number;
  size: number;
  packed: number;
}

/**
 * A ZIP archive, entry by entry as it is asked for. Larger than 4 GB or of more than 65,535 entries it is ZIP64.
 * @throws Error when one entry alone is larger than 4 GB
 */
export async function* zip(entries: AsyncIterable<Entry> | Iterable<Entry>): AsyncGenerator<Uint8Array> {
  const directory = new Directory();
  let count = 0;
  let offset = 0;
  for await (const { name, content } of entries) {
    const encoded = Buffer.from(name);
    const start = offset;
    const write = function* (...chunks: Uint8Array[]) {
      for (const chunk of chunks) offset += chunk.length;
      yield* chunks;
    };
    const written: Written = { flags: flags.pieces, method: method.deflated, crc: 0, size: 0, packed: 0 };
    if (typeof content === 'string') {
      const packed = packWhole(content, written);
      yield* write(localHeader(encoded, written), packed);
    } else {
      yield* write(localHeader(encoded, written));
      for await (const chunk of pack(content, written)) yield* write(chunk);
      if (Math.max(written.size, written.packed) >= most.bytes) {
        throw new Error(`${name} is larger than an archive can hold in one piece`);
      }
      yield* write(dataDescriptor(written));
    }
    directory.add(directoryEntry(encoded, written, start));
    count += 1;
  }
  yield directory.bytes();
  yield endOfArchive(count, directory.size, offset);
}

/** What an archive says of its entries at its end, in one piece of memory: of a hundred thousand, objects would take many times as much. */
class Directory {
  #buffer = Buffer.alloc(4096);
  size = 0;

  add(entry: Buffer): void {
    if (this.size + entry.length > this.#buffer.length)
      this.#buffer = Buffer.concat([this.#buffer], 2 * this.#buffer.length + entry.length);
    this.size += entry.copy(this.#buffer, this.size);
  }

  bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.size);
  }
}

function packWhole(content: string, written: Written): Uint8Array {
  const bytes = Buffer.from(content);
  const isPacked = bytes.length >= worthPacking;
  // A small window: of a short text the large one costs more to set up than it saves.
  const packed = isPacked ? deflateRawSync(bytes, { windowBits: 12, memLevel: 5, chunkSize: 4096 }) : bytes;
  Object.assign(written, {
    flags: flags.whole,
    method: isPacked ? method.deflated : method.stored,
    crc: crc32(bytes),
    size: bytes.length,
    packed: packed.length,
  });
  return packed;
}

async function* pack(content: AsyncIterable<Uint8Array>, written: Written): AsyncGenerator<Uint8Array> {
  const counted = async function* () {
    for await (const chunk of content) {
      written.size += chunk.length;
      written.crc = crc32(chunk, written.crc);
      yield chunk;
    }
  };
  const deflate = createDeflateRaw({ level: 4 });
  const done = pipeline(Readable.from(counted(), { objectMode: true, highWaterMark: 1 }), deflate);
  // Awaited below; a fault reaches whoever reads by way of `deflate` first.
  done.catch(() => {});
  for await (const chunk of deflate as AsyncIterable<Uint8Array>) {
    written.packed += chunk.length;
    yield chunk;
  }
  await done;
}

function localHeader(name: Uint8Array, { flags, method, crc, packed, size }: Written): Uint8Array {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(version.plain, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(method, 8);
  head.writeUInt16LE(date, 12);
  head.writeUInt32LE(crc, 14);
  head.writeUInt32LE(packed, 18);
  head.writeUInt32LE(size, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function dataDescriptor({ crc, packed, size }: Written): Uint8Array {
  const tail = Buffer.alloc(16);
  tail.writeUInt32LE(0x08074b50, 0);
  tail.writeUInt32LE(crc, 4);
  tail.writeUInt32LE(packed, 8);
  tail.writeUInt32LE(size, 12);
  return tail;
}

function directoryEntry(name: Uint8Array, { flags, method, crc, packed, size }: Written, offset: number): Buffer {
  const far = offset >= most.bytes;
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(far ? version.zip64 : version.plain, 4);
  head.writeUInt16LE(far ? version.zip64 : version.plain, 6);
  head.writeUInt16LE(flags, 8);
  head.writeUInt16LE(method, 10);
  head.writeUInt16LE(date, 14);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(packed, 20);
  head.writeUInt32LE(size, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt16LE(far ? 12 : 0, 30);
  head.writeUInt32LE(far ? most.bytes : offset, 42);
  if (!far) return Buffer.concat([head, name]);
  const extra = Buffer.alloc(12);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8, 2);
  extra.writeBigUInt64LE(BigInt(offset), 4);
  return Buffer.concat([head, name, extra]);
}

function endOfArchive(count: number, size: number, offset: number): Uint8Array {
  const end = Buffer.alloc(22);
  const isLarge = count >= most.number || size >= most.bytes || offset >= most.bytes;
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(isLarge ? most.number : count, 8);
  end.writeUInt16LE(isLarge ? most.number : count, 10);
  end.writeUInt32LE(isLarge ? most.bytes : size, 12);
  end.writeUInt32LE(isLarge ? most.bytes : offset, 16);
  if (!isLarge) return end;
  const large = Buffer.alloc(76);
  large.writeUInt32LE(0x06064b50, 0);
  large.writeBigUInt64LE(44n, 4);
  large.writeUInt16LE(version.zip64, 12);
  large.writeUInt16LE(version.zip64, 14);
  large.writeBigUInt64LE(BigInt(count), 24);
  large.writeBigUInt64LE(BigInt(count), 32);
  large.writeBigUInt64LE(BigInt(size), 40);
  large.writeBigUInt64LE(BigInt(offset), 48);
  large.writeUInt32LE(0x07064b50, 56);
  large.writeBigUInt64LE(BigInt(offset + size), 64);
  large.writeUInt32LE(1, 72);
  return Buffer.concat([large, end]);
}
