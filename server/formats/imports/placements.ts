import { type DyadAnswer, type State, type StonesAnswer, states, type TriadAnswer } from '../../../triads/answers/answer.ts';
import { renormalise, sumTolerance } from '../../../triads/geometry/composition.ts';
import type { SignifierColumns } from './columns.ts';
import type { Reading } from './findings.ts';
import { numberIn, tickIn } from './numbers.ts';

/** How far outside 0…1 a share may lie and still be drawn in; what is farther out is no slip of rounding. */
const slack = 0.05;

/** Files do not say how a placement was made; collectors ask for a pointer or a finger. */
const by = 'mouse';

/** Whether a "does not apply" column is ticked; says so where the row holds a placement beside it. */
export function saysNotApplicable(reading: Reading, na: number | undefined, others: (number | undefined)[]): boolean {
  const ticked = tickIn(reading.cell(na));
  if (ticked === null) reading.refused(na, 'is neither 1 nor blank');
  if (!ticked) return false;
  const beside = others.find((column) => reading.cell(column));
  if (beside !== undefined) reading.mended(beside, 'left out: it is said not to apply');
  return true;
}

/** The state that a file of ours says an answer has; undefined where there is no such column. */
export function stateIn(reading: Reading, column: number | undefined): State | undefined {
  const cell = reading.cell(column);
  if (!cell) return undefined;
  const state = states.find((known) => known === cell);
  if (!state) reading.refused(column, `is none of ${states.join(', ')}`);
  return state;
}

/** A share from a cell: a number, of 1 or of 100. Undefined where it is blank or none, which is then refused. */
function shareIn(reading: Reading, column: number | undefined): number | undefined {
  const cell = reading.cell(column);
  if (!cell) return undefined;
  const value = numberIn(cell);
  if (value === null) reading.refused(column, 'is no number');
  return value ?? undefined;
}

/** A value of 0…1, drawn in where it lies slightly outside. */
function within(reading: Reading, column: number | undefined, value: number): number | undefined {
  if (value >= 0 && value <= 1) return value;
  const near = Math.min(1, Math.max(0, value));
  if (Math.abs(value - near) > slack) {
    reading.refused(column, 'lies outside 0 to 1');
    return undefined;
  }
  reading.mended(column, String(near));
  return near;
}

export function triadIn(reading: Reading, { parts, x, y }: SignifierColumns): TriadAnswer | undefined {
  const columns = (['top', 'left', 'right'] as const).map((key) => parts.get(key)?.whole);
  const shares = columns.map((column) => shareIn(reading, column));
  const given = shares.filter((share) => share !== undefined);
  if (given.length === 3) return composed(reading, columns, given);
  if (given.length > 0 && columns.every((column) => column !== undefined)) {
    const missing = columns[shares.indexOf(undefined)];
    if (!reading.isRefused) reading.refused(missing, 'is blank, while the other shares are not');
    return undefined;
  }
  const [across, upwards] = [shareIn(reading, x), shareIn(reading, y)];
  if (across === undefined || upwards === undefined) {
    if (across !== undefined || upwards !== undefined)
      reading.refused(across === undefined ? x : y, 'is alone: a placement has two coordinates');
    return undefined;
  }
  const right = across - upwards / 2;
  return composed(reading, [y, x, x], [upwards, 1 - upwards - right, right]);
}

/** Three shares, of 1 or of 100, as a placement; those that lie slightly outside are drawn in, and all are made to sum to 1. */
function composed(reading: Reading, columns: (number | undefined)[], given: number[]): TriadAnswer | undefined {
  const total = given.reduce((sum, share) => sum + share, 0);
  const scale = Math.abs(total - 100) <= 100 * slack ? 100 : 1;
  const shares = given.map((share) => share / scale);
  const farOut = shares.findIndex((share) => share < -slack || share > 1 + slack);
  if (farOut !== -1) {
    reading.refused(columns[farOut], 'lies outside 0 to 1');
    return undefined;
  }
  const sum = total / scale;
  const isOutside = shares.some((share) => share < 0 || share > 1);
  const [top = 0, left = 0, right = 0] = shares;
  if (!isOutside && Math.abs(sum - 1) <= sumTolerance) return { top, left, right, by };
  if (Math.abs(sum - 1) > 3 * slack) {
    reading.refused(columns[0], `the three shares sum to ${short(sum)}, not 1`);
    return undefined;
  }
  const drawn = renormalise(Math.max(0, top), Math.max(0, left), Math.max(0, right));
  const outside = shares.findIndex((share) => share < 0 || share > 1);
  // Percentages are rounded to whole numbers as often as not: what only rounding missed is no finding.
  if (isOutside || scale === 1 || Math.abs(sum - 1) > 0.011)
    reading.mended(columns[Math.max(0, outside)], `shares ${drawn.map(short).join(', ')} (top, left, right)`);
  return { top: drawn[0], left: drawn[1], right: drawn[2], by };
}

const short = (share: number) => String(Number(share.toFixed(4)));

export function dyadIn(reading: Reading, columns: SignifierColumns): DyadAnswer | undefined {
  const { parts, x, whole, called } = columns;
  if (whole !== undefined && called.written.scale) return scaled(reading, whole, called.written.scale);
  const [rightAt, leftAt] = [parts.get('right')?.whole, parts.get('left')?.whole];
  const column = [rightAt, x, leftAt].find((at) => reading.cell(at));
  const value = shareIn(reading, column);
  if (value === undefined) return undefined;
  const right = within(reading, column, column === leftAt && column !== rightAt ? 1 - value : value);
  if (right === undefined) return undefined;
  const left = column === leftAt ? undefined : shareIn(reading, leftAt);
  if (left !== undefined && Math.abs(left + value - 1) > slack) {
    reading.refused(leftAt, `left and right sum to ${short(left + value)}, not 1`);
    return undefined;
  }
  return { right, by };
}

/** A place on a scale between two numbers, as a dyad's. */
function scaled(reading: Reading, column: number, [left, right]: [number, number]): DyadAnswer | undefined {
  const value = shareIn(reading, column);
  if (value === undefined) return undefined;
  const share = (value - left) / (right - left);
  if (share >= 0 && share <= 1) return { right: share, by };
  reading.refused(column, `lies outside ${left} to ${right}`);
  return undefined;
}

export function stonesIn(reading: Reading, { parts }: SignifierColumns): StonesAnswer | undefined {
  const stones: StonesAnswer['stones'] = {};
  for (const [key, { x, y, na, state: stateAt }] of parts) {
    const state = stateIn(reading, stateAt);
    if (state === 'skipped' || state === 'unasked') continue;
    if (state === 'na' || saysNotApplicable(reading, na, [x, y])) {
      stones[key] = { na: true };
      continue;
    }
    const [across, upwards] = [shareIn(reading, x), shareIn(reading, y)];
    if (across === undefined && upwards === undefined) continue;
    if (across === undefined || upwards === undefined) {
      reading.refused(across === undefined ? x : y, 'is blank, while the other coordinate is not');
      continue;
    }
    const [inX, inY] = [within(reading, x, across), within(reading, y, upwards)];
    if (inX !== undefined && inY !== undefined) stones[key] = { x: inX, y: inY };
  }
  return Object.keys(stones).length ? { stones, by } : undefined;
}
