import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linkKeyBytes, linkKeyFrom, readLinkKey, showLinkKey } from '../../triads/answers/link-key.ts';

it('a link key is 12 characters in fours, all of its 60 bits random, and is read however it is typed', () => {
  expect(showLinkKey(linkKeyFrom(new Uint8Array(linkKeyBytes)))).toBe('0000-0000-0000');
  expect(linkKeyFrom(Uint8Array.from([128, 0, 0, 0, 0, 0, 0, 16]))).toBe('G00000000001');
  fc.assert(
    fc.property(fc.uint8Array({ minLength: linkKeyBytes, maxLength: linkKeyBytes }), (bytes) => {
      const key = linkKeyFrom(bytes);
      expect(showLinkKey(key)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
      expect(readLinkKey(showLinkKey(key).toLowerCase().replaceAll('0', 'o'))).toBe(key);
    }),
  );
  for (const typed of ['', 'poster', '0'.repeat(11), '0'.repeat(16)]) expect(readLinkKey(typed)).toBeNull();
});
