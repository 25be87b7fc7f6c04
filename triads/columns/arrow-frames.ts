/** What a message of an Arrow IPC stream holds, by the number that its header has there. */
export type FrameKind = 'schema' | 'dictionary' | 'batch' | 'end' | 'other';

export interface Frame {
  kind: FrameKind;
  /** Where the message ends, from the start of the bytes. */
  end: number;
}

const kinds: Record<number, FrameKind> = { 1: 'schema', 2: 'dictionary', 3: 'batch' };

/**
 * The message of an Arrow IPC stream that begins at an offset. Decoders stop quietly at a cut between two messages, and can be
 * led astray by a negative length; this does neither.
 * @see https://arrow.apache.org/docs/format/Columnar.html#ipc-streaming-format
 * @returns null while the bytes do not hold all of it yet
 * @throws Error when there is no message of such a stream
 */
export function frameAt(bytes: Uint8Array, offset: number): Frame | null {
  if (offset + 8 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getInt32(offset, true) !== -1) throw new Error('it is not a stream of Arrow messages');
  const header = view.getInt32(offset + 4, true);
  const start = offset + 8;
  if (header === 0) return { kind: 'end', end: start };
  if (header < 0) throw new Error('a message has a length below 0');
  if (start + header > bytes.length) return null;
  const end = start + header + bodyLength(view, start);
  return end > bytes.length ? null : { kind: kinds[view.getUint8(fieldAt(view, start, 1) ?? start)] ?? 'other', end };
}

/** Where in a stream of one batch its head, its batch and its end marker end. */
export function framesOf(stream: Uint8Array): { head: number; batch: number; end: number } {
  let head = 0;
  let batch = 0;
  for (let frame = frameAt(stream, 0); frame; frame = frameAt(stream, frame.end)) {
    if (frame.kind === 'end') return { head, batch, end: frame.end };
    batch = frame.end;
    if (frame.kind !== 'batch') head = frame.end;
  }
  throw new Error('Arrow wrote no whole stream');
}

/** Field 3 of the flatbuffer table `Message` at `start`: the bytes of body after its header; absent means 0. */
function bodyLength(view: DataView, start: number): number {
  const place = fieldAt(view, start, 3);
  const length = place === null ? 0 : Number(view.getBigInt64(place, true));
  if (length < 0) throw new Error('a message has a length below 0');
  return length;
}

/** Where a field of the flatbuffer table at `start` lies; null where it is absent. */
function fieldAt(view: DataView, start: number, field: number): number | null {
  const table = start + view.getInt32(start, true);
  const offsets = table - view.getInt32(table, true);
  const slot = offsets + 4 + 2 * field;
  if (slot + 2 > offsets + view.getUint16(offsets, true)) return null;
  const place = view.getUint16(slot, true);
  return place ? table + place : null;
}
