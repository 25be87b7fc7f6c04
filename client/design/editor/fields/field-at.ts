/** The control on a page that is for a path, in a language where it is a text; else the first one of what the path lies in. */
export function fieldAt(page: ParentNode, path: string, language?: string): HTMLElement | null {
  const names = path ? path.split('.') : [];
  const exact = language ? page.querySelector<HTMLElement>(`[data-text="${path}.${language}"]`) : null;
  if (exact) return exact;
  for (let count = names.length; count > 0; count -= 1) {
    const at = names.slice(0, count).join('.');
    const found = page.querySelector<HTMLElement>(
      `[data-text^="${at}."], input[data-field="${at}"], [data-field="${at}"] :is(textarea, button)`,
    );
    if (found) return found;
  }
  return page.querySelector<HTMLElement>('[data-editor] h2');
}
