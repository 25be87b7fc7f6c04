import { type Checked, checkFramework } from './checks.ts';
import type { Document, Draft, Framework } from './framework.ts';
import { mapTexts } from './texts.ts';

/** A framework to write on, from a published one or from a file. */
export function draftOf(document: Document): Draft {
  return { ...document, format: 'storyfield-draft/1' };
}

/** A draft as it would be published: without the texts that are still empty, and without hints that say nothing. */
export function written(draft: Draft | Framework): Framework {
  const { prompt, ...document } = mapTexts(draft, (texts, name) => {
    const some = Object.entries(texts).filter(([, text]) => text.trim() !== '');
    return name === 'hint' && !some.length ? null : Object.fromEntries(some);
  });
  // The hint of the prompt is no afterthought: it says what makes a story, so it stays to be asked for.
  return { ...document, prompt: { ...prompt, hint: prompt.hint ?? {} }, format: 'storyfield-framework/1' };
}

/** @returns the framework that a draft has become, or every fault with its path in the draft */
export function publishable(draft: Draft): Checked {
  return checkFramework(written(draft));
}

/** The document as it stands in a file: a framework where it is whole, else a draft. */
export function asFile(document: Draft | Framework): Draft | Framework {
  if (document.format === 'storyfield-framework/1') return document;
  return publishable(document).framework ?? document;
}
