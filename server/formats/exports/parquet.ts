import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Field, FieldType } from '../../../triads/exports/field.ts';
import { batchesOf } from './batches.ts';
import type { Contents } from './format.ts';
import { fileMetadata } from './metadata.ts';

/** Apache Parquet, a row group at a time; what the columns are and where the file comes from is in its key-value metadata. */
export async function* writeParquet(contents: Contents): AsyncGenerator<Uint8Array> {
  const { fields, pages } = contents;
  const writer = new TakenWriter();
  const parquet = new ParquetWriter({
    writer,
    schema: [{ name: 'stories', num_children: fields.length }, ...fields.map(schemaElement)],
    kvMetadata: [...fileMetadata(contents)].map(([key, value]) => ({ key, value })),
    createdBy: 'Storyfield',
  });
  for await (const rows of batchesOf(pages())) {
    const columnData = fields.map(({ name }, index) => ({ name, data: rows.map((row) => row[index] ?? null), offsetIndex: false }));
    await parquet.write({ columnData, rowGroupSize: rows.length });
    yield writer.take();
  }
  await parquet.finish();
  yield writer.take();
}

/** Gives its bytes away as they come; `offset` goes on counting from the start of the file. */
class TakenWriter extends ByteWriter {
  take(): Uint8Array {
    const bytes = this.getBytes().slice();
    this.index = 0;
    return bytes;
  }
}

function schemaElement({ name, type }: Field) {
  return { name, repetition_type: 'OPTIONAL' as const, ...physical[type] };
}

const text = { type: 'BYTE_ARRAY' as const, converted_type: 'UTF8' as const };
const physical = { text, category: text, flag: { type: 'BOOLEAN' as const }, number: { type: 'DOUBLE' as const } } satisfies Record<
  FieldType,
  object
>;
