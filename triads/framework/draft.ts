import { type Checked, checkFramework } from './checks.ts';
import type { Document, Draft, Framework } from './framework.ts';
import { mapTexts } from './texts.ts';

/** A framework to write on, from a published one or from a file. */
export function draftOf(document: Document): Draft {
  return { ...document, format: 'storyfield-draft/1' };
}

/**
 * A draft as it would be published: without the texts that are still empty, and without hints that say nothing.
 * @returns the framework, or every fault with its path in the draft
 */
export function publishable(draft: Draft): Checked {
  const { format: _, ...document } = mapTexts(draft, (texts, name) => {
    const written = Object.entries(texts).filter(([, text]) => text.trim() !== '');
    return name === 'hint' && !written.length ? null : Object.fromEntries(written);
  });
  return checkFramework({ format: 'storyfield-framework/1', ...withPromptHint(document) });
}

/** The hint of the prompt is no afterthought: it says what makes a story, so it stays to be asked for. */
function withPromptHint({ prompt, ...document }: Document): Document {
  return { ...document, prompt: { ...prompt, hint: prompt.hint ?? {} } };
}

/** The document as it stands in a file: a framework where it is whole, else a draft. */
export function asFile(document: Draft | Framework): Draft | Framework {
  if (document.format === 'storyfield-framework/1') return document;
  return publishable(document).framework ?? document;
}
