import { expect, it } from 'vitest';
import { Recent } from '../../server/routes/recent.ts';

const bytes = (length: number) => Buffer.alloc(length, 1);

it('answers are kept in their last state, as many as fit, and those longest unused go first', () => {
  const recent = new Recent(100);
  recent.put('a', '1', bytes(40));
  recent.put('b', '1', bytes(40));
  expect(recent.take('a', '1')?.length).toBe(40);
  recent.put('c', '1', bytes(40));
  expect(recent.take('b', '1')).toBeUndefined();
  expect(recent.take('a', '1')?.length).toBe(40);
  expect(recent.take('a', '2')).toBeUndefined();
  expect(recent.take('a', '1')).toBeUndefined();
  recent.put('large', '1', bytes(101));
  expect(recent.take('large', '1')).toBeUndefined();
  expect(recent.take('c', '1')?.length).toBe(40);
});
