import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findIdentifiers } from '../../../triads/identifiers/find.ts';
import { type Neutral, structuredKinds } from '../../../triads/identifiers/identifier.ts';
import { segmentsOf } from '../../../triads/identifiers/segments.ts';

const pieces = fc.constantFrom(
  ...['Dr Khan', 'aoife', 'Will', '943 476 5919', '07700 900123', 'a@b.example', 'LS1 3AB', '3 May 2021', 'Ward 7', 'St Mary’s', 'aged 93'],
  ...[' ', ', ', '. ', '\n', '-', '’s', '@', '/', '+44', '0', '9', 'NHS', 'the ', 'called ', 'e\u0301', '😀', '\ud800', '\0', 'ﬁ', 'İ'],
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
);

it('finds lie within any text at all, in order and apart', () => {
  fc.assert(
    fc.property(texts, (text) => {
      let before = 0;
      for (const { start, end } of findIdentifiers(text)) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        before = end;
      }
      expect(before).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 400 },
  );
});

it('with nothing replaced a text is as it was, and with all replaced nothing with a shape of its own is left', () => {
  const neutral = (kind: Neutral) => (kind === 'nothing' ? '' : 'something');
  fc.assert(
    fc.property(
      fc.array(
        pieces.filter((piece) => /\w{2}|^[ ,.\n]/.test(piece)),
        { maxLength: 30 },
      ),
      (parts) => {
        const text = parts.join(' ');
        const finds = findIdentifiers(text);
        const joined = (insteadOf: (index: number) => string | undefined) =>
          segmentsOf(text, finds, insteadOf)
            .map(({ words }) => words)
            .join('');
        expect(joined(() => undefined)).toBe(text);
        const replaced = joined((index) => neutral(finds[index]?.neutral ?? 'someone'));
        const kinds = findIdentifiers(replaced).map(({ kind }) => kind);
        expect(kinds.filter((kind) => structuredKinds.some((structured) => structured === kind))).toEqual([]);
      },
    ),
    { numRuns: 400 },
  );
});

it('neutral words begin sentences with a capital letter, and what is taken out takes its comma along', () => {
  const words: Partial<Record<Neutral, string>> = {
    colleague: 'a colleague',
    ward: 'a ward',
    nothing: '',
    someone: 'someone',
    patient: 'a patient',
  };
  const replaced = (text: string) => {
    const finds = findIdentifiers(text);
    return segmentsOf(text, finds, (index) => words[finds[index]?.neutral ?? 'someone'])
      .map(({ words }) => words)
      .join('');
  };
  expect(replaced('Dr Okafor came from Ward 7B. Dr Okafor left.')).toBe('A colleague came from a ward. A colleague left.');
  expect(replaced('The consultant, Mohammed, agreed.')).toBe('The consultant agreed.');
  expect(replaced('A man called Derek shouted.')).toBe('A man shouted.');
  expect(replaced('We owe Bronagh’s mum.')).toBe('We owe a patient’s mum.');
});
