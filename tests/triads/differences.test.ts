import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from '../../triads/release/differences.ts';

describe('differences between a text and the same text after a review', () => {
  const without = (kind: 'in' | 'out', earlier: string, later: string) =>
    differences(earlier, later)
      .filter((stretch) => stretch.kind !== kind)
      .map(({ text }) => text)
      .join('');

  it('make both texts again, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '.', 'é', '😀', 'ہ') });
    fc.assert(
      fc.property(text, text, (earlier, later) => {
        expect([without('in', earlier, later), without('out', earlier, later)]).toEqual([earlier, later]);
      }),
    );
  });

  it('keep what is shared, signs apart from words', () => {
    expect(differences('I met Aoife, at noon.', 'I met a nurse, at noon.')).toEqual([
      { kind: 'same', text: 'I met' },
      { kind: 'out', text: ' Aoife' },
      { kind: 'in', text: ' a nurse' },
      { kind: 'same', text: ', at noon.' },
    ]);
    expect(differences('the same', 'the same')).toEqual([{ kind: 'same', text: 'the same' }]);
    expect(differences('', '')).toEqual([]);
  });

  it('answer at once for texts that share nothing and are as long as may be', () => {
    expect(differences('. '.repeat(5000), '! '.repeat(5000)).map(({ kind }) => kind)).toEqual(['out', 'in', 'same']);
  });
});
