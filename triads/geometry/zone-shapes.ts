import { composition } from './composition.ts';
import type { PlanePoint } from './coordinates.ts';
import { toPlane } from './plane.ts';
import type { Zone } from './zones.ts';

type Shares = [top: number, left: number, right: number];

/** The corners of each zone as shares; the borders lie at 20 % and 60 %. */
const shapes: Record<Zone, Shares[]> = {
  top: [
    [1, 0, 0],
    [0.6, 0.4, 0],
    [0.6, 0, 0.4],
  ],
  left: [
    [0, 1, 0],
    [0, 0.6, 0.4],
    [0.4, 0.6, 0],
  ],
  right: [
    [0, 0, 1],
    [0.4, 0, 0.6],
    [0, 0.4, 0.6],
  ],
  'top-left': [
    [0.6, 0.4, 0],
    [0.4, 0.6, 0],
    [0.2, 0.6, 0.2],
    [0.6, 0.2, 0.2],
  ],
  'top-right': [
    [0.6, 0, 0.4],
    [0.4, 0, 0.6],
    [0.2, 0.2, 0.6],
    [0.6, 0.2, 0.2],
  ],
  'left-right': [
    [0, 0.6, 0.4],
    [0, 0.4, 0.6],
    [0.2, 0.2, 0.6],
    [0.2, 0.6, 0.2],
  ],
  centre: [
    [0.6, 0.2, 0.2],
    [0.2, 0.6, 0.2],
    [0.2, 0.2, 0.6],
  ],
};

/** The outline of a zone in the plane. */
export function zoneOutline(zone: Zone): PlanePoint[] {
  return shapes[zone].map((shares) => toPlane(composition(...shares)));
}
