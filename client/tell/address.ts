/** The path of a collection's form; the first group is its slug. */
const formPath = /^\/c\/([^/]+)\/?$/;
const receiptPath = /^\/receipt\/?$/;

/** Whether a path is a page of the form, and so kept on the phone. */
export const isFormPage = (path: string): boolean => formPath.test(path) || receiptPath.test(path);

/**
 * What the page's address asks for.
 * @param spoken the languages set on the phone
 */
export function readAddress({ pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>, spoken: readonly string[]) {
  const asked = new URLSearchParams(search);
  const language = asked.get('language');
  return {
    slug: pathname.match(formPath)?.[1],
    /** What lets its bearer tell a story here, where the collection asks for it. */
    linkKey: hash.slice(1) || undefined,
    isReceipt: receiptPath.test(pathname),
    language,
    /** The languages that the participant may read, best first: the link's, then the phone's. */
    languages: [...(language ? [language] : []), ...spoken],
    /** Whether others use this device too, so that nothing may stay on it. */
    isShared: asked.get('shared') === '1',
  };
}
