const name = 'review-keys';

/** Whether single keys act on this page: they can get in the way of speech input, so each reviewer may switch them off. */
class Keys {
  areOn = $state(localStorage.getItem(name) !== 'off');

  turn(): void {
    this.areOn = !this.areOn;
    localStorage.setItem(name, this.areOn ? 'on' : 'off');
  }
}
export const keys = new Keys();

/** What the keys do, as the page lists it. */
export const shortcuts: readonly [key: string, does: string][] = [
  ['n', 'next finding'],
  ['p', 'previous finding'],
  ['r', 'redact'],
  ['g', 'in other words'],
  ['u', 'undo'],
  ['b', 'before and after'],
  ['w', 'edit by hand'],
  ['Ctrl + Enter', 'release'],
  ['h', 'hold'],
  ['s', 'ask a second reviewer'],
  ['e', 'escalate'],
  ['t', 'take a release back'],
  ['j', 'next story'],
  ['k', 'previous story'],
];

/** The key that was pressed for this page, `release` for Ctrl + Enter; null where it is meant for a field or a dialog. */
export function keyOf({ key, ctrlKey, metaKey, altKey, target, defaultPrevented }: KeyboardEvent): string | null {
  if (defaultPrevented || altKey || document.querySelector('dialog[open]')) return null;
  if (ctrlKey || metaKey) return key === 'Enter' ? 'release' : null;
  const isField = target instanceof Element && target.closest('input:not([type="checkbox"]), textarea, select') !== null;
  return isField || !keys.areOn ? null : key.toLowerCase();
}
