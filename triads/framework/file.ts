import { asFile } from './draft.ts';
import { type Draft, draft, type Framework, framework } from './framework.ts';
import { mapTexts } from './texts.ts';

/** No framework's file is larger, in bytes: the largest in many languages has room in it. */
export const largestFile = 4 * 1024 * 1024;

/**
 * A framework as a file: JSON with its parts in the order of the schema and its texts in the order of its languages, so that
 * equal frameworks are equal bytes.
 * @param document a published framework or a draft; a draft that is whole becomes a framework's file
 */
export function frameworkFile(document: Draft | Framework): string {
  const file = asFile(document);
  const ordered = file.format === 'storyfield-draft/1' ? draft.parse(file) : framework.parse(file);
  const place = (language: string) => {
    const index = ordered.languages.indexOf(language);
    return index < 0 ? ordered.languages.length : index;
  };
  const inOrder = mapTexts(ordered, (texts) =>
    Object.fromEntries(Object.entries(texts).sort(([one], [other]) => place(one) - place(other) || (one < other ? -1 : 1))),
  );
  return `${JSON.stringify(inOrder, null, 2)}\n`;
}
