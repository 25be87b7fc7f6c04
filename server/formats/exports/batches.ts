import type { Row } from '../../../triads/exports/field.ts';

/** A batch is closed when it has so many rows, or so many characters: both bound what it takes of memory. */
const most = { rows: 2048, characters: 2_000_000 };

/** Pages joined to batches as columnar formats want them. */
export async function* batchesOf(pages: AsyncIterable<readonly Row[]>): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  let characters = 0;
  for await (const page of pages) {
    for (const row of page) {
      batch.push(row);
      for (const cell of row) if (typeof cell === 'string') characters += cell.length;
      if (batch.length < most.rows && characters < most.characters) continue;
      yield batch;
      batch = [];
      characters = 0;
    }
  }
  if (batch.length) yield batch;
}
