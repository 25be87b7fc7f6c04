import { provenanceLines } from '../../../triads/exports/provenance.ts';
import { workshopPack } from '../printed/pack/pack.ts';
import { cardsOf } from './cards.ts';
import type { Contents } from './format.ts';

/** Everything for a workshop around stories; only what workshops are given has the patterns for it. */
export async function* writeWorkshopPack(contents: Contents): AsyncGenerator<Uint8Array> {
  const { provenance, languages, workshop } = contents;
  if (!workshop) throw new TypeError('a workshop pack is for workshops');
  const { number, made, stories, collection } = provenance;
  const pack = {
    title: collection.title,
    language: languages[0] ?? 'en-GB',
    invented: collection.invented,
    number,
    made,
    stories,
    workshop: await workshop(),
    provenance: provenanceLines(provenance),
  };
  yield* workshopPack(pack, cardsOf(contents)) as unknown as AsyncIterable<Uint8Array>;
}
