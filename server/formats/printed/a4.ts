import PDFDocument from 'pdfkit';

export type Doc = InstanceType<typeof PDFDocument>;
export type Element = ReturnType<Doc['struct']>;

/** A4 upright, in points. */
export const a4 = { width: 595.28, height: 841.89 };

/** What is printed is drawn in these, whatever theme its maker looks at. */
export const colours = { ink: '#16232b', gray: '#55636b', teal: '#166267', cut: '#9aa3a6' };

/** A tagged PDF of A4 pages with its fonts inside; the first page is there. */
export function document(title: string, language: string, layout: 'portrait' | 'landscape' = 'portrait'): Doc {
  return new PDFDocument({
    size: 'A4',
    layout,
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    // The types do not know this one yet.
    subset: 'PDF/UA' as 'PDF/A-3a',
    lang: language,
    displayTitle: true,
    font: '',
    info: { Title: title, Creator: 'Storyfield', Producer: 'Storyfield' },
  });
}

/** Draws what is to be seen but not read out. */
export function ornament(doc: Doc, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  draw();
  doc.endMarkedContent();
}

/** Lets others have their turn, and whoever takes the file catch up. */
export async function breathe(doc: Doc): Promise<void> {
  do await new Promise((resolve) => setImmediate(resolve));
  while (doc.readableLength > 1_000_000 && !doc.destroyed);
}
