export interface Point {
  x: number;
  y: number;
  isOnCurve: boolean;
}

/**
 * The outline of a glyph without parts, as TrueType's `glyf` has it.
 * @param contours the points of each contour, in font units, whole
 * @param instructions the glyph's hints
 */
export function outline(contours: Point[][], instructions: Buffer = Buffer.alloc(0)): Buffer {
  const points = contours.flat();
  if (!points.length) return Buffer.alloc(0);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  let last = -1;
  const ends = contours.map(({ length }) => {
    last += length;
    return u16(last);
  });
  const steps = (values: number[]) => values.map((value, index) => i16(value - (values[index - 1] ?? 0)));
  const flags = Buffer.from(points.map(({ isOnCurve }) => Number(isOnCurve)));
  return Buffer.concat([
    i16(contours.length),
    ...box.map(i16),
    ...ends,
    u16(instructions.length),
    instructions,
    flags,
    ...steps(xs),
    ...steps(ys),
  ]);
}

/** The tables `glyf` and `loca` of these outlines, with long offsets; `head` must say that they are long. */
export function outlineTables(outlines: Buffer[]): { glyf: Buffer; loca: Buffer } {
  const padded = outlines.map(evened);
  let offset = 0;
  const loca = [0, ...padded.map(({ length }) => (offset += length))];
  return { glyf: Buffer.concat(padded), loca: Buffer.concat(loca.map(u32)) };
}

const evened = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

/**
 * A TrueType file of these tables.
 * @param tables each table's bytes by its tag
 */
export function fontFile(tables: Map<string, Buffer>): Buffer {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1));
  let offset = 12 + 16 * sorted.length;
  const directory: Buffer[] = [];
  const bodies: Buffer[] = [];
  for (const [tag, body] of sorted) {
    directory.push(Buffer.from(tag, 'latin1'), u32(0), u32(offset), u32(body.length));
    const padded = evened(body);
    bodies.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([u32(0x00010000), u16(sorted.length), Buffer.alloc(6), ...directory, ...bodies]);
}

const written = (length: number, write: (buffer: Buffer) => void) => {
  const buffer = Buffer.alloc(length);
  write(buffer);
  return buffer;
};
export const u16 = (value: number) => written(2, (buffer) => buffer.writeUInt16BE(value));
export const i16 = (value: number) => written(2, (buffer) => buffer.writeInt16BE(value));
export const u32 = (value: number) => written(4, (buffer) => buffer.writeUInt32BE(value));
