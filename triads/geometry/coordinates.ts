declare const space: unique symbol;
/** Marks numbers with the space they live in, so that one space cannot be passed where another is meant. */
type In<Space extends string> = { readonly [space]: Space };

/** Three shares ≥ 0 that sum to 1, in the framework's order top, left, right. Made by `composition.ts` alone. */
export type Composition = readonly [top: number, left: number, right: number] & In<'composition'>;

/** A point of the plane: the left corner at (0, 0), the right at (1, 0), the top at (1/2, √3/2); y upwards. */
export interface PlanePoint extends In<'plane'> {
  readonly x: number;
  readonly y: number;
}

/** A point in CSS pixels from the upper left of a plot; y downwards. */
export interface ScreenPoint extends In<'screen'> {
  readonly x: number;
  readonly y: number;
}

/** Isometric log-ratio coordinates (z1, z2) of a composition without zeros, as domain.md defines them. */
export type LogRatio = readonly [z1: number, z2: number] & In<'log-ratio'>;

export const planePoint = (x: number, y: number): PlanePoint => ({ x, y }) as PlanePoint;
export const screenPoint = (x: number, y: number): ScreenPoint => ({ x, y }) as ScreenPoint;
export const logRatio = (z1: number, z2: number): LogRatio => [z1, z2] as unknown as LogRatio;

/** The corners of a triad in the order in which shares are stored. */
export const corners = ['top', 'left', 'right'] as const;
export type Corner = (typeof corners)[number];
