import { expect, it } from 'vitest';
import { markedAmong } from '../../client/plots/marked.ts';

it('the open story is ringed only where it is among what is drawn', () => {
  const [spring, autumn] = [Uint32Array.of(0, 2), Uint32Array.of(1, 3)];
  expect([markedAmong(2, spring), markedAmong(2, autumn), markedAmong(2, autumn, spring)]).toEqual([2, null, 2]);
  expect([markedAmong(null, spring), markedAmong(0, spring)]).toEqual([null, 0]);
});
