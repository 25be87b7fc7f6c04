import { describe, expect, it } from 'vitest';
import { type Ground, labelled, type StoneName } from '../../../../triads/figures/layout/stone-labels.ts';
import { fullestPart, groundSide, together } from '../../../../triads/figures/layout/stones-layout.ts';
import { drawnFrom } from '../../columns-drawn.ts';

const measure = (text: string) => text.length * 0.55;
const square = { x: 1, y: 20, width: 170, height: 150 };

/** A cloud of points around a place, 0…1 from the lower left. */
function cloud(x: number, y: number, spread: number, seed: number): Ground {
  const random = drawnFrom(seed);
  const counts = new Uint32Array(groundSide * groundSide);
  const part = (share: number) => Math.min(groundSide - 1, Math.max(0, Math.floor(share * groundSide)));
  for (let nth = 0; nth < 300; nth++) {
    const aside = () => (random() + random() + random() - 1.5) * spread;
    const cell = part(y + aside()) * groundSide + part(x + aside());
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return { side: groundSide, counts };
}

const boxOf = ({ words, x, y, size }: StoneName) => ({
  left: x - (measure(words) * size) / 2,
  right: x + (measure(words) * size) / 2,
  top: y - 10,
  bottom: y + 4,
});

function named(words: readonly string[], grounds: readonly Ground[], clear = 0): StoneName[] {
  const stones = words.map((words, nth) => ({ words, at: fullestPart(grounds[nth] as Ground, square) }));
  return labelled(stones, square, measure, together(grounds), clear);
}

describe('the names of stones', () => {
  it('stand inside their canvas and never over each other, however many lie in one place', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = drawnFrom(seed);
      const grounds = Array.from({ length: 4 }, (_, nth) => cloud(random(), random(), random() * 0.5, seed * 10 + nth));
      const boxes = named(['keeping things the same', 'my own part', 'what was done', 'no'], grounds).map(boxOf);
      for (const [nth, box] of boxes.entries()) {
        expect(box.left >= square.x && box.right <= square.x + square.width).toBe(true);
        expect(box.top >= square.y && box.bottom <= square.y + square.height).toBe(true);
        for (const other of boxes.slice(nth + 1)) {
          const isOver = box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
          expect(isOver).toBe(false);
        }
      }
    }
  });
  it('stand beside a cloud and not in its middle, with a line to it from further away', () => {
    const grounds = [cloud(0.5, 0.5, 0.16, 1)];
    const [name] = named(['my own part'], grounds);
    const middle = square.y + square.height / 2;
    expect(Math.abs((name?.y ?? middle) - 4 - middle)).toBeGreaterThan(14);
    expect(name?.leader).not.toBeNull();
  });
  it('leave marks of middles clear', () => {
    const grounds = [cloud(0.5, 0.5, 0.9, 2), cloud(0.52, 0.48, 0.9, 3)];
    const names = named(['what was done', 'my own part'], grounds, 14);
    for (const mark of grounds.map((ground) => fullestPart(ground, square))) {
      for (const { left, right, top, bottom } of names.map(boxOf)) {
        const isOn = mark && mark.x > left && mark.x < right && mark.y > top && mark.y < bottom;
        expect(isOn).toBe(false);
      }
    }
  });
  it('of one that lies nowhere are none, and one wider than the canvas is set smaller', () => {
    const [none, wide] = labelled(
      [
        { words: 'nowhere', at: null },
        { words: 'a name that is much wider than any canvas on a board', at: { x: 80, y: 80 } },
      ],
      square,
      measure,
      together([]),
    );
    expect(none?.words).toBe('');
    expect(wide?.size).toBeLessThan(7);
  });
});
