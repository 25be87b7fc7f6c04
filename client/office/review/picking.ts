import type { Spot } from './Redacting.svelte.ts';

/**
 * What is picked on the page within a story's fields, as offsets into what was told; without white space at its ends. An edit
 * is picked whole.
 * @param story the element that holds the fields (`data-field`) with their pieces (`data-start`, `data-end`)
 */
export function pickedIn(story: HTMLElement): Spot | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  for (const field of story.querySelectorAll<HTMLElement>('[data-field]')) {
    const hit = [...field.querySelectorAll<HTMLElement>('[data-start]')].filter((piece) => range.intersectsNode(piece));
    const [first, last] = [hit[0], hit.at(-1)];
    if (!first || !last) continue;
    const from = Number(first.dataset.start) + (isWhole(first) ? 0 : offsetIn(first, range.startContainer, range.startOffset, 0));
    const length = Number(last.dataset.end) - Number(last.dataset.start);
    const to = Number(last.dataset.start) + (isWhole(last) ? length : offsetIn(last, range.endContainer, range.endOffset, length));
    const spot = { field: field.dataset.field ?? '', start: from, end: to };
    if (to > from) return spot;
  }
  return null;
}

const isWhole = (piece: HTMLElement) => piece.dataset.edit !== undefined;

function offsetIn(piece: HTMLElement, container: Node, offset: number, otherwise: number): number {
  return container.nodeType === Node.TEXT_NODE && piece.contains(container) ? offset : otherwise;
}

/** A spot without the white space at its ends; null where nothing else is in it. */
export function trimmed(told: string, spot: Spot): Spot | null {
  const words = told.slice(spot.start, spot.end);
  const start = spot.start + (words.length - words.trimStart().length);
  const end = spot.end - (words.length - words.trimEnd().length);
  return end > start ? { ...spot, start, end } : null;
}
