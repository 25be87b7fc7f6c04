import { expect, it } from 'vitest';
import { cellAt, cells, middleOf } from '../../triads/geometry/cells.ts';

it('nine cells lie on the canvas in thirds, read from the upper left', () => {
  expect(cells.map(middleOf).map(({ x, y }) => [Math.round(x * 6), Math.round(y * 6)])).toEqual([
    [1, 5],
    [3, 5],
    [5, 5],
    [1, 3],
    [3, 3],
    [5, 3],
    [1, 1],
    [3, 1],
    [5, 1],
  ]);
});

it('a stone in the middle of a cell is in that cell, one beside it in none', () => {
  for (const cell of cells) expect(cellAt(middleOf(cell))).toEqual(cell);
  expect(cellAt({ x: 0.5, y: 0.51 })).toBeNull();
  expect(cellAt({ x: 0, y: 0 })).toBeNull();
});
