import { barycentric, ternaryPlot } from 'd3-ternary';
import { type ScreenPoint, screenPoint } from '../../geometry/coordinates.ts';
import { height as unitHeight } from '../../geometry/plane.ts';
import { type Triangle, triangleIn } from '../../geometry/screen.ts';
import { type Fitted, fitted, fittedPair, type Measure } from '../wrap.ts';

/** A corner's label: its lines, and where the middle of the first one's baseline goes. */
export interface CornerLabel extends Fitted {
  at: ScreenPoint;
  lineHeight: number;
}

export interface TriadLayout {
  triangle: Triangle;
  labels: { top: CornerLabel; left: CornerLabel; right: CornerLabel };
}

export interface Corners {
  top: string;
  left: string;
  right: string;
}

const gap = 10;

/** The largest triangle that leaves room for its labels: none is cut, none touches the triangle or another label. */
export function layTriad(width: number, height: number, corners: Corners, measure: Measure): TriadLayout {
  const factor = width > 340 ? 1.16 : 1;
  const top = fitted(corners.top, measure, width, factor);
  const [left, right] = fittedPair([corners.left, corners.right], measure, width, gap, factor);
  const above = blockOf(top) + 3;
  const below = Math.max(blockOf(left), blockOf(right)) + 5;
  const room = { width, height: Math.max(20, height - above - below), padding: 3 };
  const { side, origin } = triangleIn({ ...room, width: Math.max(20, width) });
  const triangle = { side, origin: screenPoint(origin.x, origin.y + above) };
  const apex = triangle.origin.y - side * unitHeight;
  const base = triangle.origin.y + 5;
  const clamped = (x: number, label: Fitted) => Math.min(Math.max(x, label.width / 2), width - label.width / 2);
  const [leftMiddle, rightMiddle] = apart(clamped(triangle.origin.x, left), clamped(triangle.origin.x + side, right));
  /** Under a narrow triangle both labels move outwards until the gap is between them; there is room, since they were fitted as a pair. */
  function apart(one: number, other: number): [left: number, right: number] {
    const distance = (left.width + right.width) / 2 + gap;
    const from = Math.min(one, clamped((one + other - distance) / 2, left));
    const to = clamped(Math.max(other, from + distance), right);
    return [Math.min(from, to - distance), to];
  }
  return {
    triangle,
    labels: {
      top: placed(top, clamped(triangle.origin.x + side / 2, top), apex - 4 - blockOf(top)),
      left: placed(left, leftMiddle, base),
      right: placed(right, rightMiddle, base),
    },
  };
}

function placed(label: Fitted, middle: number, from: number): CornerLabel {
  return { ...label, lineHeight: lineHeightOf(label), at: screenPoint(middle, from + label.size) };
}

const lineHeightOf = ({ size }: Fitted) => Math.round(size * 1.2);
const blockOf = (label: Fitted) => lineHeightOf(label) * label.lines.length;

/** The frame and the grid lines as SVG paths around the triangle's middle, and where that middle is. */
export function frameOf({ side, origin }: Triangle): { x: number; y: number; frame: string; grid: string } {
  const radius = side / Math.sqrt(3);
  const plot = ternaryPlot(barycentric()).radius(radius);
  const grid = plot
    .gridLines(5)
    .flat()
    .map(([[x1, y1], [x2, y2]]: [[number, number], [number, number]]) => `M${x1},${y1}L${x2},${y2}`)
    .join('');
  return { x: origin.x + side / 2, y: origin.y - radius / 2, frame: plot.triangle(), grid };
}
