import { type PlanePoint, planePoint } from '../../../triads/geometry/coordinates.ts';

/** What a hand does on a dyad and on a triad: the same for all who are measured. */
export const dragSteps = 60;
export const jumps = 16;

/** Steps of one hundredth, to and fro. */
export function draggedTo(step: number): { from: number; to: number } {
  const away = 25 - Math.abs((step % 50) - 25);
  return { from: 0.3 + away / 100, to: 0.55 + away / 100 };
}

/** From one end to the other and to the middle, wide and narrow. */
export function jumpedTo(jump: number): { from: number; to: number } {
  const places = [
    { from: 0, to: 0.3 },
    { from: 0.7, to: 1 },
    { from: 0.35, to: 0.6 },
    { from: 0.1, to: 0.9 },
  ];
  return places[jump % places.length] ?? { from: 0, to: 1 };
}

/** A lasso of 24 corners round the middle of a triad, moved by a hundredth of a side at each step. */
export function lassoAt(step: number): PlanePoint[] {
  const away = (20 - Math.abs((step % 40) - 20)) / 100;
  return Array.from({ length: 24 }, (_, corner) => {
    const angle = (corner / 24) * 2 * Math.PI;
    return planePoint(0.4 + away + 0.15 * Math.cos(angle), 0.3 + 0.13 * Math.sin(angle));
  });
}

/** How long each call took, in milliseconds. */
export function timed(times: number, one: (index: number) => void): number[] {
  return Array.from({ length: times }, (_, index) => {
    const from = performance.now();
    one(index);
    return performance.now() - from;
  });
}
