import { divergingOf, rampOf } from '../../triads/figures/inks.ts';

/** Roles as the theme of now has them, read once: asking the browser makes it work out the page's styles. */
let read = new Map<string, string>();
let isDark: boolean | null = null;
const dark = globalThis.matchMedia?.('(prefers-color-scheme: dark)');

/** The colours that marks on a canvas use, read from the page's roles when it paints (they change with the theme). */
export function role(element: Element, name: string): string {
  if (isDark !== dark.matches) [isDark, read] = [dark.matches, new Map()];
  const colour = read.get(name) ?? getComputedStyle(element).getPropertyValue(`--${name}`).trim();
  read.set(name, colour);
  return colour;
}

const roles = (element: Element, names: readonly string[]) => names.map((name) => role(element, name));

/** How many, as a colour of this page. */
export function ramp(element: Element, most: number): (count: number) => string {
  return rampOf(roles(element, ['ramp-0', 'ramp-1', 'ramp-2', 'ramp-3']), Math.max(1, most));
}

/** More or fewer, as a colour of this page. */
export function diverging(element: Element, most: number): (difference: number) => string {
  return divergingOf(roles(element, ['fewer-2', 'fewer-1', 'card', 'more-1', 'more-2']), most);
}

/** Steps of one order, from light to dark, far enough apart that neighbours are told apart by lightness alone. */
export function tint(step: number, steps: number): string {
  const depth = steps > 1 ? step / (steps - 1) : 1;
  return `color-mix(in oklab, var(--ramp-3) ${Math.round(100 * depth)}%, var(--ramp-1))`;
}
