/** For a button that takes one away of several: the next comes under the same finger, where a held key or a second click is not meant for it. */
export function singly(button: HTMLElement): () => void {
  const held = (event: KeyboardEvent) => event.repeat && event.preventDefault();
  const doubled = (event: MouseEvent) => event.detail > 1 && event.stopImmediatePropagation();
  button.addEventListener('keydown', held);
  button.addEventListener('click', doubled, { capture: true });
  return () => {
    button.removeEventListener('keydown', held);
    button.removeEventListener('click', doubled, { capture: true });
  };
}
