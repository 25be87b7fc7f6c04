import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { utf8 } from '../../server/formats/exports/format.ts';
import { zip } from '../../server/formats/exports/zip.ts';
import { bytesOf } from './stories-out.ts';

it('another reader unpacks every entry, whole ones and those that come in pieces', async () => {
  const pieces = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.stringMatching(/^[a-zäß ]{1,12}$/), fc.tuple(pieces, fc.boolean())), async (files) => {
      const entries = Object.entries(files).map(([name, [text, whole]]) => ({ name, content: whole ? text.join('') : utf8(text) }));
      const unpacked = unzipSync(await bytesOf(zip(entries)));
      const texts = Object.fromEntries(Object.entries(unpacked).map(([name, bytes]) => [name, strFromU8(bytes)]));
      expect(texts).toEqual(Object.fromEntries(Object.entries(files).map(([name, [text]]) => [name, text.join('')])));
    }),
  );
});

it('holds more entries than the first form of the format could count', async () => {
  const names = Array.from({ length: 66_000 }, (_, index) => `Sources/${index}.txt`);
  const unpacked = unzipSync(await bytesOf(zip(names.map((name) => ({ name, content: name })))));
  expect(Object.keys(unpacked).length).toBe(66_000);
  expect(strFromU8(unpacked['Sources/65999.txt'] ?? new Uint8Array())).toBe('Sources/65999.txt');
});

it('ends with the fault of an entry whose source fails', async () => {
  const broken = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from('half');
    throw new Error('the database went away');
  };
  await expect(bytesOf(zip([{ name: 'stories.csv', content: broken() }]))).rejects.toThrow('the database went away');
});
