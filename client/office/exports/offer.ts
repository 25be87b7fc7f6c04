import type { ExportEntry } from '../../../server/contract/exports.ts';

/** Where something of an export is asked for: its file, the text that says where it comes from, what of it is to be recalled. */
export const partOf = (collection: string, { id }: Pick<ExportEntry, 'id'>, part: 'file' | 'provenance' | 'recalled' | 'check') =>
  `/api/v1/collections/${collection}/exports/${id}/${part}`;

/** Hands a file to the browser's downloads. */
export function offer(collection: string, entry: Pick<ExportEntry, 'id'>): void {
  const link = document.createElement('a');
  link.href = partOf(collection, entry, 'file');
  link.download = '';
  link.click();
}
