import type { Document } from './framework.ts';
import { localise } from './localise.ts';
import { signifierPage } from './pages.ts';
import { textsOf } from './texts.ts';

/**
 * What a framework says on one page of the form, a text a line: two of these differ where the page reads differently.
 * @param page such as `story`, or as `signifierPage` calls it
 * @returns null where the form has no such page; '' for a page that has the form's own words alone
 */
export function wordingOn(document: Document, page: string, language: string): string | null {
  const part = partOn(document, page);
  if (part === undefined) return null;
  return [...textsOf(part)]
    .filter(({ path }) => path !== 'short')
    .map(({ texts }) => localise(texts, language))
    .join('\n');
}

function partOn({ title, notices, prompt, consent, signifiers }: Document, page: string): unknown {
  const { sharing, 'workshop-own': own, 'workshop-other': other, publish, ...reading } = consent;
  const plain: Record<string, unknown> = {
    start: { title, notices },
    story: prompt,
    reading,
    sharing: { sharing, own, other, publish },
    check: {},
  };
  return Object.hasOwn(plain, page) ? plain[page] : signifiers.find(({ key }) => signifierPage(key) === page);
}
