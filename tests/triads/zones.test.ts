import { describe, expect, it } from 'vitest';
import { compositionOf } from '../../triads/geometry/chosen.ts';
import { composition } from '../../triads/geometry/composition.ts';
import { type Zone, zoneOf } from '../../triads/geometry/zones.ts';

/** The rule as reference/ternary-conventions.json writes it, in percent and in its order; every zone that claims the point. */
function claimedBy(top: number, left: number, right: number): Zone[] {
  const claims: [Zone, boolean][] = [
    ['left', left >= 60],
    ['top', top >= 60],
    ['right', right > 60],
    ['top-left', 20 <= left && left < 60 && 20 <= top && top < 60 && right < 20],
    ['top-right', left <= 20 && 20 <= top && top < 60 && 20 <= right && right <= 60],
    ['left-right', 20 <= left && left < 60 && top < 20 && 20 <= right && right <= 60],
    ['centre', [top, left, right].every((share) => 20 <= share && share < 60)],
  ];
  return claims.filter(([, claims]) => claims).map(([zone]) => zone);
}

describe('zones', () => {
  it('are those of the 60/20 rule at every tenth of a percent, borders and edges included', () => {
    for (let top = 0; top <= 1000; top++) {
      for (let left = 0; left <= 1000 - top; left++) {
        const right = 1000 - top - left;
        const expected = claimedBy(top / 10, left / 10, right / 10)[0];
        if (zoneOf(composition(top / 1000, left / 1000, right / 1000)) !== expected)
          expect.fail(`${top} ${left} ${right}: not ${expected}`);
      }
    }
  });

  it('are claimed twice only at left = 20 %, where top-right goes before the centre', () => {
    expect(claimedBy(40, 20, 40)).toEqual(['top-right', 'centre']);
    expect(zoneOf(composition(0.4, 0.2, 0.4))).toBe('top-right');
    for (let top = 0; top <= 100; top++) {
      for (let left = 0; left <= 100 - top; left++)
        expect(claimedBy(top, left, 100 - top - left)).toHaveLength(left === 20 && top > 20 && top < 60 ? 2 : 1);
    }
  });

  it('cover shares that the rule as written leaves out, because their sum is rounded', () => {
    expect(claimedBy(20, 20.0000001, 60)).toEqual([]);
    expect(zoneOf(composition(0.2, 0.200000001, 0.6))).toBe('centre');
  });

  it('hold what was answered by choosing words', () => {
    expect(zoneOf(compositionOf(new Set(['left'])))).toBe('left');
    expect(zoneOf(compositionOf(new Set(['right', 'top'])))).toBe('top-right');
    expect(zoneOf(compositionOf(new Set(['top', 'left', 'right'])))).toBe('centre');
  });
});
