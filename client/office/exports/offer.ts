import type { ExportEntry } from '../../../server/contract/exports.ts';

/** Where the file of an export is fetched. */
export const fileOf = (collection: string, { id }: Pick<ExportEntry, 'id'>) => `/api/v1/collections/${collection}/exports/${id}/file`;

/** Hands a file to the browser's downloads. */
export function offer(collection: string, entry: Pick<ExportEntry, 'id'>): void {
  const link = document.createElement('a');
  link.href = fileOf(collection, entry);
  link.download = '';
  link.click();
}
