import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readReceipt, receiptFrom, showReceipt } from '../../triads/answers/receipt.ts';

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });

it('a receipt is 16 characters of Crockford’s base 32, and every bit of its 80 counts', () => {
  expect(receiptFrom(new Uint8Array(10))).toBe('0000000000000000');
  expect(receiptFrom(new Uint8Array(10).fill(255))).toBe('ZZZZZZZZZZZZZZZZ');
  expect(receiptFrom(Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]))).toBe('0000000000000001');
  expect(receiptFrom(Uint8Array.from([8, 0, 0, 0, 0, 0, 0, 0, 0, 0]))).toBe('1000000000000000');
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      expect(receiptFrom(one)).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
      expect(receiptFrom(one) === receiptFrom(other)).toBe(Buffer.compare(Buffer.from(one), Buffer.from(other)) === 0);
    }),
  );
});

it('a receipt is read however it is typed: any case, dashes or spaces, O for 0, I and L for 1', () => {
  fc.assert(
    fc.property(bytes, fc.constantFrom('', '-', ' ', '–', '\u00a0'), fc.boolean(), (from, gap, isLower) => {
      const receipt = receiptFrom(from);
      const sloppy = showReceipt(receipt).replaceAll('-', gap).replaceAll('0', 'O').replaceAll('1', 'I');
      expect(readReceipt(` ${isLower ? sloppy.toLowerCase() : sloppy}\n`)).toBe(receipt);
    }),
  );
  expect(readReceipt('lLiI-oOo0-0000-0000')).toBe('1111000000000000');
  // As it may come when it is pasted: marks of direction, quotes, spaces of no width, a full stop, wide letters.
  for (const pasted of ['\u200f0000-0000-0000-000A\u200e', '“0000_0000_0000_000A”.', '0000\u200b0000\ufeff0000 000Ａ'])
    expect(readReceipt(pasted)).toBe('000000000000000A');
});

it('what cannot be a receipt is none', () => {
  for (const typed of ['', '0', '0'.repeat(15), '0'.repeat(17), 'U'.repeat(16), '0000-0000-0000-000!', '0000-0000-0000-000Ж'])
    expect(readReceipt(typed)).toBeNull();
  expect(() => receiptFrom(new Uint8Array(9))).toThrow(RangeError);
});
