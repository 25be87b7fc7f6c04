import { spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Card, type CardsAPage, cards, cardsAPage } from '../../server/formats/printed/cards.ts';
import { testFolder } from '../houses.ts';

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

const card = (title: string, text: string, facts: string[] = [], language = 'en-GB', number = '7KQ4-FX2P'): Card => {
  return { number, title, text, language, facts };
};
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The file of a deck, and what another reader finds in it. */
async function printed(stories: Card[], aPage: CardsAPage = 4) {
  const file = join(testFolder(), 'cards.pdf');
  const deck = { title: 'Ward stories', language: 'en-GB', invented: true, aPage };
  const provenance = [['Export', 'AB12CD34'] as const, ['Taken by', 'Rosa Marsh'] as const];
  async function* each() {
    yield* stories;
  }
  await pipeline(cards({ ...deck, provenance }, each()) as NodeJS.ReadableStream, createWriteStream(file));
  const run = (command: string, ...args: string[]) => spawnSync(command, [...args]).stdout.toString();
  const pages = Number(/^Pages:\s+(\d+)/m.exec(run('pdfinfo', file))?.[1]);
  return { pages, text: plain(run('pdftotext', '-raw', file, '-')), fonts: run('pdffonts', file) };
}

it.skipIf(!hasPoppler)(
  'cards hold title, words, approved answers, the collection and that it is invented, and end with where they come from',
  async () => {
    const stories = [card('The huddle', 'Twice a week we stand at the whiteboard.', ['Role: nurse']), card('', 'No title here.')];
    for (const aPage of cardsAPage) {
      const { pages, text } = await printed(stories, aPage);
      expect(pages).toBe(2);
      for (const said of ['The huddle', 'at the whiteboard.', 'Role: nurse', 'Ward stories · invented story', 'Story 7KQ4-FX2P'])
        expect([aPage, said, text.includes(said)]).toEqual([aPage, said, true]);
      expect(text).toMatch(/About these cards Export ?AB12CD34 Taken by ?Rosa Marsh$/);
    }
  },
);

it.skipIf(!hasPoppler)('a long story goes on from card to card, every word of it once and in order', async () => {
  const words = Array.from({ length: 1800 }, (_, index) => `word${index}${index % 90 === 89 ? '.\n' : ''}`);
  for (const aPage of cardsAPage) {
    const { text } = await printed([card('Long', words.join(' ')), card('After it', 'The next one.')], aPage);
    expect(text.match(/word\d+/g)).toEqual(words.map((word) => word.replace('.\n', '')));
    const parts = Number(/Story 7KQ4-FX2P, card 1 of (\d+)/.exec(text)?.[1]);
    expect(parts).toBeGreaterThan(1);
    expect(text.match(/Long, continued/g)).toHaveLength(parts - 1);
    expect(text.indexOf('The next one.')).toBeGreaterThan(text.lastIndexOf('word1799'));
  }
});

it.skipIf(!hasPoppler)('what is said about a long story stands where it takes no card of its own', async () => {
  const words = Array.from({ length: 105 }, (_, index) => `word${index}`).join(' ');
  const zones = Array.from({ length: 8 }, (_, index) => `Question ${index}: between “this corner” and “that corner”`).join('; ');
  const { text } = await printed([card('Rather long', words, [zones])], 8);
  expect(text).toContain('card 2 of 2');
  expect(text).not.toContain('of 3');
  expect(text.indexOf('Question 7')).toBeGreaterThan(text.indexOf('word104'));
  const almost = await printed([card('Almost fits', words.split(' ').slice(0, 50).join(' '), [zones])], 8);
  expect(almost.text).not.toContain('card 2');
});

it.skipIf(!hasPoppler)('letters of other scripts are there, in fonts that are inside the file', async () => {
  const said = [
    'کہانی',
    'שלום',
    'कहानी',
    'গল্প',
    'ਕਹਾਣੀ',
    'વાર્તા',
    'கதை',
    'เรื่อง',
    'ታሪክ',
    '故事',
    '이야기',
    'Історія',
    'Ιστορία',
    'Câu chuyện',
  ];
  const { text, fonts } = await printed([...said.map((one) => card(one, `${one} ${one}.`)), card('Runes', 'ᚹᚨᚱᛞ is not known here.')], 8);
  // A reader may give signs that form one letter in another order.
  const letters = (one: string) => [...one.normalize('NFKD')].sort().join('');
  const found = text.normalize('NFKD');
  for (const one of said) {
    const hits = [...letters(one)].filter((letter) => found.includes(letter));
    expect([one, hits.join('')]).toEqual([one, letters(one)]);
  }
  expect(text).toContain('is not known here.');
  const listed = fonts.trim().split('\n').slice(2);
  expect(listed.length).toBeGreaterThan(10);
  for (const font of listed) expect([font, /\byes yes yes\b/.test(font)]).toEqual([font, true]);
});

it('whatever is written, cards are made', async () => {
  const any = fc.record({
    number: fc.constant('7KQ4-FX2P'),
    title: fc.string({ unit: 'grapheme', maxLength: 60 }),
    text: fc.string({ unit: 'grapheme', maxLength: 600 }),
    language: fc.constantFrom('en-GB', 'ur', 'cy'),
    facts: fc.array(fc.string({ unit: 'grapheme', maxLength: 80 }), { maxLength: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(any, { maxLength: 4 }), fc.constantFrom(...cardsAPage), async (stories, aPage) => {
      async function* each() {
        yield* stories;
      }
      const deck = { title: 'T', language: 'en-GB', invented: false, aPage, provenance: [] };
      let bytes = 0;
      let last = '';
      for await (const piece of cards(deck, each()) as AsyncIterable<Buffer>) {
        bytes += piece.length;
        last = (last + piece.toString('latin1')).slice(-20);
      }
      expect(bytes).toBeGreaterThan(500);
      expect(last.trimEnd().endsWith('%%EOF')).toBe(true);
    }),
    { numRuns: 40 },
  );
});
