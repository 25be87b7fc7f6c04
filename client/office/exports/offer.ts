import type { ExportEntry } from '../../../server/contract/exports.ts';

/** Where the file of an export is fetched. */
export const fileOf = (collection: string, { id }: Pick<ExportEntry, 'id'>) => `/api/v1/collections/${collection}/exports/${id}/file`;

/** Where the text is fetched that says where an export comes from. */
export const provenanceOf = (collection: string, { id }: Pick<ExportEntry, 'id'>) =>
  `/api/v1/collections/${collection}/exports/${id}/provenance`;

/** Hands a file to the browser's downloads. */
export function offer(collection: string, entry: Pick<ExportEntry, 'id'>): void {
  const link = document.createElement('a');
  link.href = fileOf(collection, entry);
  link.download = '';
  link.click();
}
