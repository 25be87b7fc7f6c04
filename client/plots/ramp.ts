import { scaleLinear } from 'd3-scale';

/** The colours that marks on a canvas use, read from the page's roles when it paints (they change with the theme). */
export function role(element: Element, name: string): string {
  return getComputedStyle(element).getPropertyValue(`--${name}`).trim();
}

/** How many, as a colour: one hue, on a square-root scale, so that few still show beside many. */
export function ramp(element: Element, most: number): (count: number) => string {
  const colour = scaleLinear<string>()
    .domain([0, 0.28, 0.68, 1])
    .range([0, 1, 2, 3].map((step) => role(element, `ramp-${step}`)))
    .clamp(true);
  return (count) => colour(Math.sqrt(count / Math.max(1, most)));
}

/** More or fewer, as a colour: nothing is the ground, and the greatest difference of all is the deepest on either side. */
export function diverging(element: Element, most: number): (difference: number) => string {
  const colour = scaleLinear<string>()
    .domain([-1, -0.5, 0, 0.5, 1])
    .range(['fewer-2', 'fewer-1', 'card', 'more-1', 'more-2'].map((name) => role(element, name)))
    .clamp(true);
  return (difference) => colour(Math.sign(difference) * Math.sqrt(Math.abs(difference) / most));
}

/** Steps of one order, from light to dark, far enough apart that neighbours are told apart by lightness alone. */
export function tint(step: number, steps: number): string {
  const depth = steps > 1 ? step / (steps - 1) : 1;
  return `color-mix(in oklab, var(--ramp-3) ${Math.round(100 * depth)}%, var(--ramp-1))`;
}
