/**
 * Holds that the bytes are whole messages of an Arrow IPC stream, up to the end-of-stream marker and nothing behind it.
 * Decoders stop quietly at a cut between two messages, and can be led astray by a negative length; this does neither.
 * @see https://arrow.apache.org/docs/format/Columnar.html#ipc-streaming-format
 * @throws Error when the stream is cut short, is not a stream of messages, or goes on after its end
 */
export function checkFrames(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = 0;
  while (offset + 8 <= bytes.length) {
    if (view.getInt32(offset, true) !== -1) throw new Error('it is not a stream of Arrow messages');
    const header = view.getInt32(offset + 4, true);
    offset += 8;
    if (header === 0) {
      if (offset < bytes.length) throw new Error('it goes on after its end');
      return;
    }
    if (header < 0) throw new Error('a message has a length below 0');
    const end = offset + header + (offset + header > bytes.length ? 0 : bodyLength(view, offset));
    if (end > bytes.length) break;
    offset = end;
  }
  throw new Error('it is cut short');
}

/** Field 3 of the flatbuffer table `Message` at `start`: the bytes of body after its header; absent means 0. */
function bodyLength(view: DataView, start: number): number {
  const table = start + view.getInt32(start, true);
  const offsets = table - view.getInt32(table, true);
  const slot = offsets + 4 + 2 * 3;
  if (slot + 2 > offsets + view.getUint16(offsets, true)) return 0;
  const place = view.getUint16(slot, true);
  const length = place ? Number(view.getBigInt64(table + place, true)) : 0;
  if (length < 0) throw new Error('a message has a length below 0');
  return length;
}
