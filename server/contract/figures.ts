import { z } from 'zod';
import { plate } from '../../triads/figures/plate.ts';

/** A figure to be written as PDF: its pages as they were drawn. */
export const figurePages = z.strictObject({ pages: z.array(plate).min(1).max(40) });

/** The data of a figure: what whoever asks sees already. */
export const figureData = z
  .strictObject({
    columns: z.array(z.string().max(200)).min(1).max(50),
    rows: z.array(z.array(z.union([z.string().max(4_000), z.number()])).max(50)).max(500_000),
  })
  .superRefine(({ columns, rows }, { addIssue }) => {
    const ragged = rows.findIndex(({ length }) => length !== columns.length);
    if (ragged === -1) return;
    const message = `should have ${columns.length} values, one a column, and has ${rows[ragged]?.length}`;
    addIssue({ code: 'custom', path: ['rows', ragged], message });
  });
