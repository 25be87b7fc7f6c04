import type { DyadAnswer, StonesAnswer, TriadAnswer } from '../../../triads/answers/answer.ts';
import { renormalise, sumTolerance } from '../../../triads/geometry/composition.ts';
import type { SignifierColumns } from './columns.ts';
import type { Reading } from './findings.ts';
import { numberIn } from './numbers.ts';
import { stateIn } from './said-states.ts';

/** How far outside 0…1 a share may lie and still be drawn in; what is farther out is no slip of rounding. */
const slack = 0.05;

/** Files do not say how a placement was made; collectors ask for a pointer or a finger. */
const by = 'mouse';

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
  const [across, upwards] = [shareIn(reading, x), shareIn(reading, y)];
  if (reading.isRefused) return undefined;
  if (given.length === 3) {
    const answer = composed(reading, columns, given);
    if (answer && !agrees(answer, across, upwards)) reading.refused(across === undefined ? y : x, 'contradicts the shares beside it');
    return answer;
  }
  if (given.length > 0) {
    const missing = columns[shares.indexOf(undefined)];
    const alone = columns[shares.findIndex((share) => share !== undefined)];
    if (missing === undefined) reading.refused(alone, 'is a share, while the file has no column for another');
    else reading.refused(missing, 'is blank, while the other shares are not');
    return undefined;
  }
  if (across === undefined || upwards === undefined) {
    const alone = 'is alone: a placement has two coordinates';
    if (across !== undefined || upwards !== undefined) reading.refused(across === undefined ? y : x, alone);
    return undefined;
  }
  const right = across - upwards / 2;
  return composed(reading, [y, x, x], [upwards, 1 - upwards - right, right]);
}

/** Whether coordinates, of 1 or of 100, are those of the shares, as far as they are given. */
function agrees({ top, right }: TriadAnswer, across: number | undefined, upwards: number | undefined): boolean {
  const isNear = (given: number | undefined, share: number, scale: number) =>
    given === undefined || Math.abs(given / scale - share) <= slack;
  return [1, 100].some((scale) => isNear(across, right + top / 2, scale) && isNear(upwards, top, scale));
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

export function dyadIn(reading: Reading, { parts, x, whole, called: { written } }: SignifierColumns): DyadAnswer | undefined {
  if (written.scale && reading.cell(whole)) return scaled(reading, whole, written.scale);
  const leftAt = parts.get('left')?.whole;
  const given = [parts.get('right')?.whole, x, leftAt].flatMap((column) => {
    const share = shareIn(reading, column);
    return share === undefined ? [] : [{ column, share, right: column === leftAt ? 1 - share : share }];
  });
  const [first, ...others] = given;
  if (!first || reading.isRefused) return undefined;
  const share = within(reading, first.column, first.share);
  const contradicting = others.find(({ right }) => Math.abs(right - first.right) > slack);
  if (contradicting) reading.refused(contradicting.column, 'contradicts the share beside it');
  if (share === undefined || contradicting) return undefined;
  return { right: first.column === leftAt ? 1 - share : share, by };
}

/** A place on a scale between two numbers, as a dyad's. */
function scaled(reading: Reading, column: number | undefined, [left, right]: [number, number]): DyadAnswer | undefined {
  const value = shareIn(reading, column);
  if (value === undefined) return undefined;
  const share = (value - left) / (right - left);
  if (share >= 0 && share <= 1) return { right: share, by };
  reading.refused(column, `lies outside ${left} to ${right}`);
  return undefined;
}

export function stonesIn(reading: Reading, { parts }: SignifierColumns): StonesAnswer | undefined {
  const stones: StonesAnswer['stones'] = {};
  for (const [key, { x, y, ...said }] of parts) {
    const state = stateIn(reading, said, [x, y]);
    if (state === 'na') stones[key] = { na: true };
    if (state === 'na' || state === 'skipped' || state === 'unasked') continue;
    const [across, upwards] = [shareIn(reading, x), shareIn(reading, y)];
    if (across === undefined && upwards === undefined) continue;
    if (across === undefined || upwards === undefined) {
      reading.refused(across === undefined ? y : x, 'is alone: a stone has two coordinates');
      continue;
    }
    const [inX, inY] = [within(reading, x, across), within(reading, y, upwards)];
    if (inX !== undefined && inY !== undefined) stones[key] = { x: inX, y: inY };
  }
  return Object.keys(stones).length ? { stones, by } : undefined;
}
