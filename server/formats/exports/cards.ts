import { provenanceLines } from '../../../triads/exports/provenance.ts';
import { placeOf } from '../../../triads/exports/story-fields.ts';
import { type Card, cards } from '../printed/cards.ts';
import type { Contents } from './format.ts';

/** Story cards: words, and what may be said beside them. */
export function writeCards(contents: Contents): AsyncIterable<Uint8Array> {
  const { provenance, languages, aPage = 4 } = contents;
  const { collection } = provenance;
  const deck = {
    title: collection.title,
    language: languages[0] ?? 'en-GB',
    invented: collection.invented,
    aPage,
    provenance: provenanceLines(provenance),
  };
  return cards(deck, cardsOf(contents)) as unknown as AsyncIterable<Uint8Array>;
}

/** The stories as they are printed. */
export async function* cardsOf({ fields, pages, languages }: Contents): AsyncGenerator<Card> {
  const [language = 'en-GB'] = languages;
  const [number, title, story, told, about, zones] = (['number', 'title', 'story', 'language', 'about', 'zones'] as const).map((name) =>
    placeOf(fields, name),
  );
  for await (const page of pages()) {
    for (const row of page) {
      const text = (place: number | undefined) => String((place === undefined ? null : row[place]) ?? '');
      const facts = [text(about), text(zones)].filter(Boolean);
      yield { number: text(number), title: text(title), text: text(story), language: text(told) || language, facts };
    }
  }
}
