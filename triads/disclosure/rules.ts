import type { Fault } from '../framework/checks.ts';

/** The small-number rules of a collection. */
export interface SmallNumberRules {
  /** n: counts of 1 to n − 1 are small. 3 to 20. */
  threshold: number;
  /** Larger counts are shown to the nearest multiple of this: 1 (as they are) or 5. */
  roundingBase: 1 | 5;
  /** Why the threshold or the rounding is not the default, in the owner's words. */
  reason: string | null;
}

export const defaultRules: SmallNumberRules = { threshold: 5, roundingBase: 1, reason: null };
export const thresholds = { least: 3, most: 20 } as const;

/** A count to the nearest multiple of the rounding base. */
export function roundedTo(base: number, count: number): number {
  return Math.round(count / base) * base;
}

/**
 * What is wrong with rules that an owner set, by path; empty when nothing is.
 * @param rules the rounding base not yet known to be 1 or 5
 */
export function ruleFaults({
  threshold,
  roundingBase,
  reason,
}: Omit<SmallNumberRules, 'roundingBase'> & { roundingBase: number }): Fault[] {
  const faults: Fault[] = [];
  if (!Number.isInteger(threshold) || threshold < thresholds.least || threshold > thresholds.most) {
    faults.push({ path: 'threshold', message: `is a whole number from ${thresholds.least} to ${thresholds.most}` });
  }
  if (roundingBase !== 1 && roundingBase !== 5) faults.push({ path: 'roundingBase', message: 'is 1 or 5' });
  if (threshold !== defaultRules.threshold && !reason?.trim()) {
    faults.push({ path: 'reason', message: `a threshold other than ${defaultRules.threshold} needs a written reason` });
  } else if (roundingBase === 5 && !reason?.trim()) {
    faults.push({ path: 'reason', message: 'rounding needs a written reason' });
  }
  return faults;
}
