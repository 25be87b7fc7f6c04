import { isValid } from 'postcode';
import type { Identifier } from '../identifier.ts';
import { matching } from './matching.ts';

const pattern = /(?<![\p{L}\p{N}])(?<area>[A-Z]{1,2})\d[A-Z\d]?[ \u00a0]{0,2}\d[A-Z]{2}(?![\p{L}\p{N}])/giu;

/** The letters with which postcodes begin. */
const areas = new Set(
  `AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX
  IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST
  SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE`.split(/\s+/),
);

/** Full postcodes of the United Kingdom, in any case, with or without their space. */
export function* findPostcodes(text: string): Generator<Identifier> {
  yield* matching(text, pattern, ({ 0: written, groups }) => {
    const isOrdinal = /\d(?:st|nd|rd|th|hr|yr|ft)$/.test(written);
    if (isOrdinal || !areas.has((groups?.area ?? '').toUpperCase()) || !isValid(written.replace(/\u00a0/g, ' '))) return null;
    return { kind: 'postcode', neutral: 'postcode', certainty: 'certain' };
  });
}
