import type { Columns } from '../columns/columns.ts';
import type { Rows } from '../patterns/rows.ts';
import { type Source, waveSource, weekSource } from './clause.ts';
import { choiceCodes } from './codes/choice-codes.ts';
import type { Coded } from './codes/coded.ts';
import { dyadCodes } from './codes/dyad-codes.ts';
import { stoneCodes } from './codes/stone-codes.ts';
import { triadCodes } from './codes/triad-codes.ts';

/**
 * What stories are counted and chosen by: waves, weeks and every signifier but texts. Codes are made when first asked for and
 * kept, so that several selections on the same columns share them.
 */
export class Dimensions {
  readonly columns: Columns;
  readonly sources: readonly Source[];
  #all: Rows | null = null;
  readonly #codes = new Map<Source, readonly Coded[]>();

  constructor(columns: Columns) {
    this.columns = columns;
    const { triads, dyads, stones, choices } = columns;
    this.sources = [waveSource, weekSource, ...triads.keys(), ...dyads.keys(), ...stones.keys(), ...choices.keys()];
  }

  /** Every row, ascending. */
  get all(): Rows {
    this.#all ??= new Uint32Array(this.columns.length).map((_, row) => row);
    return this.#all;
  }

  /** The codes of a source: one for a triad, dyad, waves or weeks, one a stone, several for a choice; none for what there is not. */
  codesOf(source: Source): readonly Coded[] {
    const codes = this.#codes.get(source) ?? made(this.columns, source);
    this.#codes.set(source, codes);
    return codes;
  }
}

function made({ triads, dyads, stones, choices, wave, week }: Columns, source: Source): readonly Coded[] {
  const [triad, dyad, canvas, choice] = [triads.get(source), dyads.get(source), stones.get(source), choices.get(source)];
  if (triad) return [triadCodes(triad)];
  if (dyad) return [dyadCodes(dyad)];
  if (canvas) return [...canvas.stones.values()].map(stoneCodes);
  if (choice) return choiceCodes(choice);
  const dictionary = source === waveSource ? wave : source === weekSource ? week : null;
  return dictionary ? [{ codes: dictionary.codes, size: dictionary.values.length }] : [];
}
