import { scaleLinear } from 'd3-scale';

/** The colours of everything that is printed or taken out: those of the light theme, on white. */
export const inks = {
  ground: '#ffffff',
  ink: '#16232b',
  quiet: '#55636b',
  rule: '#d9d7cf',
  grid: '#e9e8e2',
  inside: '#f6faf8',
  teal: '#166267',
  tealMid: '#8cc0ba',
  tealSoft: '#89adae',
  dot: '#2a7378',
  chosen: '#d55e00',
  chosenSoft: '#f0c6a2',
  held: '#eceae4',
  groups: ['#166267', '#8a6d3b', '#0072b2', '#a4577f'],
  ramp: ['#f0f6f4', '#8cc0ba', '#166267', '#083842'],
  diverging: ['#6a2a80', '#c2a5cf', '#ffffff', '#7fbfae', '#01665e'],
} as const;

export const groupInk = (index: number) => inks.groups[index % inks.groups.length] ?? inks.ink;

/** How many, as a colour: one hue, on a square-root scale, so that few still show beside many. @param colours four, light to dark */
export function rampOf(colours: readonly string[], most: number): (count: number) => string {
  const colour = scaleLinear<string>().domain([0, 0.28, 0.68, 1]).range(colours).clamp(true);
  return (count) => colour(Math.sqrt(count / Math.max(1e-9, most)));
}

/** More or fewer, as a colour: nothing is the ground, and the greatest difference of all is the deepest on either side. @param colours five */
export function divergingOf(colours: readonly string[], most: number): (difference: number) => string {
  const colour = scaleLinear<string>().domain([-1, -0.5, 0, 0.5, 1]).range(colours).clamp(true);
  return (difference) => colour(Math.sign(difference) * Math.sqrt(Math.abs(difference) / most));
}

/** "rgb(1, 2, 3)", as scales say it, as "#010203". */
export function hex(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [...colour.matchAll(/\d+/g)].map(Number);
  return `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Between two inks. @param part of the second, 0…1 */
export function between(one: string, other: string, part: number): string {
  return hex(scaleLinear<string>().range([one, other])(part));
}
