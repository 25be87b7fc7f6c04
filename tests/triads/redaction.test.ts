import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIdentifiers } from '../../triads/identifiers/find.ts';
import {
  bracketed,
  carriedOver,
  type Edit,
  edited,
  editsBetween,
  foundIn,
  piecesOf,
  together,
  wholeLetters,
  withEdit,
} from '../../triads/release/redaction.ts';

const letters = ['a', 'B', ' ', '\n', '.', ',', 'é', 'e\u0301', '😀', '👩🏽‍⚕️', 'ہے', 'क्षि', '한', '漢', '\u200f', '🇬🇧', 'ß'];
const text = fc.array(fc.constantFrom(...letters), { maxLength: 60 }).map((parts) => parts.join(''));
const token = fc.constantFrom('[a hospital]', '', 'somewhere', '[ایک ہسپتال]', '😀');
const spans = fc.array(fc.tuple(fc.nat(140), fc.nat(140), token), { maxLength: 8 });

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const bounds = (told: string) => new Set([...segmenter.segment(told)].map(({ index }) => index).concat(told.length));

function drawn(told: string, drawnSpans: [number, number, string][]): readonly Edit[] {
  return drawnSpans.reduce<readonly Edit[]>((edits, [start, end, words]) => withEdit(told, edits, { start, end, words }), []);
}

describe('redacting spans of a text', () => {
  it('leaves edits in order, apart and between letters, whatever spans are drawn over each other in any script', () => {
    fc.assert(
      fc.property(text, spans, (told, drawnSpans) => {
        const edits = drawn(told, drawnSpans);
        const at = bounds(told);
        for (const [index, { start, end }] of edits.entries()) {
          expect(start).toBeLessThan(end);
          expect([at.has(start), at.has(end)]).toEqual([true, true]);
          expect(start).toBeGreaterThanOrEqual(edits[index - 1]?.end ?? 0);
        }
      }),
    );
  });

  it('keeps every letter outside the spans, and none of those inside', () => {
    fc.assert(
      fc.property(text, spans, (told, drawnSpans) => {
        const edits = drawn(told, drawnSpans);
        const taken = new Uint8Array(told.length);
        for (const [one, other] of drawnSpans) {
          const span = wholeLetters(told, { start: one, end: other });
          if (span) taken.fill(1, span.start, span.end);
        }
        const kept = piecesOf(told, edits, []).filter(({ edit }) => edit === undefined);
        expect(kept.map(({ words }) => words).join('')).toBe([...told].length ? keptOf(told, taken) : '');
        expect(edited(told, edits).isWellFormed()).toBe(told.isWellFormed());
      }),
    );
  });

  it('makes pieces whose told parts are the whole text, edits and finds among them', () => {
    fc.assert(
      fc.property(text, spans, (told, drawnSpans) => {
        const edits = drawn(told, drawnSpans);
        const pieces = piecesOf(told, edits, findIdentifiers(told));
        expect(pieces.map(({ start, end }) => told.slice(start, end)).join('')).toBe(told);
        expect(pieces.filter(({ edit }) => edit !== undefined)).toHaveLength(edits.length);
      }),
    );
  });

  it('keeps marking what an edit leaves of a find, down to the last letter', () => {
    const told = 'Then Jane Smith rang.';
    const finds = [{ start: 5, end: 15 }];
    const marked = (edits: readonly Edit[]) =>
      piecesOf(told, edits, finds).flatMap(({ words, find }) => (find === undefined ? [] : [words]));
    const without = (start: number, end: number) => marked(withEdit(told, [], { start, end, words: '[a colleague]' }));
    expect([marked([]), without(5, 9), without(10, 15), without(5, 15), without(0, 21), without(8, 12)]).toEqual([
      ['Jane Smith'],
      ['Smith'],
      ['Jane'],
      [],
      [],
      ['Jan', 'ith'],
    ]);
    fc.assert(
      fc.property(text, spans, (told, drawnSpans) => {
        const edits = drawn(told, drawnSpans);
        const all = piecesOf(told, edits, [{ start: 0, end: told.length }]);
        for (const { words, edit, find } of all) if (edit === undefined && /[\p{L}\p{N}]/u.test(words)) expect(find).toBe(0);
        expect(all.map(({ start, end }) => told.slice(start, end)).join('')).toBe(told);
      }),
    );
  });

  it('looks through the words that were put in, wherever they stand by now', () => {
    const told = 'Then Jane Smith rang, and Bilal too.';
    const put = [bracketed('a colleague'), 'my friend Siobhan O’Brien'].reduce<readonly Edit[]>(
      (edits, words, index) => withEdit(told, edits, index ? { start: 26, end: 31, words } : { start: 5, end: 15, words }),
      [],
    );
    expect([...foundIn(put, findIdentifiers(edited(told, put))).keys()]).toEqual([1]);
    const neutral = withEdit(told, [], { start: 5, end: 15, words: bracketed('a colleague') });
    expect(foundIn(neutral, findIdentifiers(edited(told, neutral))).size).toBe(0);
  });

  it('finds the edits of words written by hand, which make them again exactly', () => {
    fc.assert(
      fc.property(text, text, (told, left) => {
        const edits = editsBetween(told, left);
        expect(edited(told, edits)).toBe(left);
        for (const [index, { start }] of edits.entries()) expect(start).toBeGreaterThanOrEqual(edits[index - 1]?.end ?? 0);
      }),
    );
  });

  it('takes over an edit that a wider one covers, and leaves one beside it', () => {
    const told = 'Aoife from Ward 7 rang Bilal.';
    const first = withEdit(told, [], { start: 11, end: 17, words: bracketed('a ward') });
    const both = withEdit(told, first, { start: 23, end: 28, words: bracketed('a colleague') });
    expect(edited(told, both)).toBe('Aoife from [a ward] rang [a colleague].');
    expect(edited(told, withEdit(told, both, { start: 0, end: 13, words: 'Somebody' }))).toBe('Somebody rang [a colleague].');
    expect(withEdit(told, both, { start: 9, end: 9, words: 'x' })).toBe(both);
  });
});

function keptOf(told: string, taken: Uint8Array): string {
  return told
    .split('')
    .filter((_, index) => taken[index] === 0)
    .join('');
}

describe('edits of a text that was changed', () => {
  it('stand over the same words, in order and apart, whatever was changed around them', () => {
    fc.assert(
      fc.property(text, text, spans, (earlier, later, drawnSpans) => {
        const edits = drawn(earlier, drawnSpans);
        const carried = carriedOver(edits, editsBetween(earlier, later));
        const toldAt = (told: string, { start, end, words }: Edit) => [told.slice(start, end), words];
        const left = edits.map((edit) => JSON.stringify(toldAt(earlier, edit)));
        let at = 0;
        for (const edit of carried) {
          expect(edit.start).toBeGreaterThanOrEqual(at);
          at = edit.end;
          expect(left.splice(0, left.indexOf(JSON.stringify(toldAt(later, edit))) + 1).length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('go along with their words, and are left out where their words are others', () => {
    const [earlier, later] = ['I met Ada at Ward 7.', 'Yesterday I met Ada and Bo at Ward 8.'];
    const edits = [
      { start: 6, end: 9, words: '[a colleague]' },
      { start: 13, end: 19, words: '[a ward]' },
    ];
    expect(edited(later, carriedOver(edits, editsBetween(earlier, later)))).toBe('Yesterday I met [a colleague] and Bo at Ward 8.');
    expect(carriedOver(edits, editsBetween(earlier, earlier))).toEqual(edits);
  });
});

describe('edits of two people on one text', () => {
  it('take out what either took out, and keep every letter that neither did', () => {
    fc.assert(
      fc.property(text, spans, spans, text, (told, drawnSpans, moreSpans, byHand) => {
        const pairs = [
          [drawn(told, drawnSpans), drawn(told, moreSpans)],
          [editsBetween(told, byHand), drawn(told, moreSpans)],
        ] as const;
        for (const [edits, others] of pairs) {
          const taken = new Uint8Array(told.length);
          for (const { start, end } of [...edits, ...others]) taken.fill(1, start, end);
          const laid = together(edits, others);
          const kept = piecesOf(told, laid, []).filter(({ edit }) => edit === undefined);
          expect(kept.map(({ words }) => words).join('')).toBe(keptOf(told, taken));
          expect(new Set(laid.map(({ start, end }) => `${start} ${end}`)).size).toBe(laid.length);
          for (const [index, { start }] of laid.entries()) expect(start).toBeGreaterThanOrEqual(laid[index - 1]?.end ?? 0);
          expect([together(edits, edits), together(edits, []), together([], edits)]).toEqual([edits, edits, edits]);
        }
      }),
    );
  });

  it('have words in brackets where they meet: any others may give back what one of the two took out', () => {
    const told = 'The day the roof of Ward 7 fell, Bilal rang.';
    const at = (words: string, put: string): Edit => ({ start: told.indexOf(words), end: told.indexOf(words) + words.length, words: put });
    const laid = (one: Edit, other: Edit) => edited(told, together([one], [other]));
    expect(laid(at('the roof of Ward 7 fell', 'Ward 7 was hit'), at('Ward 7', '[a ward]'))).toBe('The day [a ward], Bilal rang.');
    expect(laid(at('the roof of Ward 7 fell', 'Ward 7 was hit'), at('Ward 7', 'a ward'))).toBe('The day […], Bilal rang.');
    expect(laid(at('Bilal', '[a patient]'), at('Bilal', '[a nurse]'))).toBe('The day the roof of Ward 7 fell, [a patient] rang.');
    expect(laid(at('Bilal', 'he'), at('Bilal', 'he'))).toBe('The day the roof of Ward 7 fell, he rang.');
    expect(laid(at('Bilal', 'he'), at('Ward 7', 'a ward'))).toBe('The day the roof of a ward fell, he rang.');
  });
});
