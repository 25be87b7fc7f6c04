import { expect, it } from 'vitest';
import { isAsDecided } from '../../client/office/review/decided.ts';
import type { Decision, Review } from '../../server/contract/reviews.ts';

const words = { title: 'The bed', text: 'There was none.', answers: {} };
const release: Decision = { decision: 'release', tag: 'x', words, approved: ['role', 'age'] };
const released = {
  state: 'released',
  released: words,
  proposed: null,
  approved: ['age', 'role'],
  history: [{ decision: 'release', by: 'Rosa', mine: true, at: '2026-11-23T06:00:00.000Z', reason: null }],
} as unknown as Review;

it('a decision whose answer was lost is one’s own only with the same words, the same answers beside them and by oneself', () => {
  const [mine] = released.history;
  if (!mine) throw new Error('nothing was decided');
  const isOwn = (now: Partial<Review>) => isAsDecided({ ...released, ...now }, release);
  expect(isOwn({})).toBe(true);
  expect(isOwn({ approved: ['age'] })).toBe(false);
  expect(isOwn({ released: { ...words, text: 'There was one.' } })).toBe(false);
  expect(isOwn({ history: [{ ...mine, mine: false }] })).toBe(false);
  expect(isOwn({ history: [mine, { ...mine, decision: 'take-back' }] })).toBe(false);
});
