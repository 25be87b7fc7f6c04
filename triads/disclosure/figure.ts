import { roundedTo, type SmallNumberRules } from './rules.ts';
import type { ShownCount, Totals } from './table.ts';

export type Rules = Pick<SmallNumberRules, 'threshold' | 'roundingBase'>;

/** Hiding any total costs more than hiding all cells that counts of people can fill. */
const totalsLast = 2 ** 40;

/** What a table says of one figure: a total as far as totals are said, a cell; of a veiled cell, once hidden, not even that it is no small one. */
export type Said = Totals | 'cell' | 'veiled';

/** One figure of a table, a cell or a total: its true value, and what whoever looks can say about it. */
export class Figure {
  readonly value: number;
  readonly #said: Said;
  readonly #rules: Rules;
  #hidden: boolean;

  /** @param isHidden whether it was hidden already, in a table that is published */
  constructor(value: number, said: Said, rules: Rules, isHidden = false) {
    this.value = value;
    this.#said = said;
    this.#rules = rules;
    this.#hidden = isHidden && said !== 'none' && said !== 'known';
  }

  get small(): boolean {
    return this.#said !== 'known' && this.value > 0 && this.value < this.#rules.threshold;
  }

  /** How it is shown; null for what the table does not say. */
  get shown(): ShownCount | null {
    if (this.#said === 'none') return null;
    if (this.#hidden) return 'hidden';
    if (this.small) return 'small';
    return this.#said === 'known' ? this.value : this.#rounded;
  }

  /** Least and most that it can be, as it is shown now. */
  get bounds(): [least: number, most: number] {
    const { threshold, roundingBase } = this.#rules;
    if (this.#said === 'none') return [0, Infinity];
    if (this.#hidden) return this.#boundsWhenHidden;
    if (this.small) return [1, threshold - 1];
    if (this.#said === 'known' || roundingBase === 1 || this.value === 0) return [this.value, this.value];
    const slack = (roundingBase - 1) / 2;
    return [Math.max(threshold, this.#rounded - slack), this.#rounded + slack];
  }

  /** The bounds it would have if hidden; null where hiding is no way out. Zeros say what they are, and small cells where they are not veiled. */
  get boundsWhenHideable(): [least: number, most: number] | null {
    const fixed = this.value === 0 || this.#said === 'none' || this.#said === 'known' || (this.#said === 'cell' && this.small);
    return fixed ? null : this.#boundsWhenHidden;
  }

  /** The smaller the count the sooner it is hidden; totals come last. */
  get costOfHiding(): number {
    return this.#hidden ? 0 : this.value + (this.#isCell ? 0 : totalsLast);
  }

  hide(): void {
    this.#hidden = true;
  }

  get #isCell(): boolean {
    return this.#said === 'cell' || this.#said === 'veiled';
  }

  /** The rules are public: a cell that is hidden and not "<n" is n or more, unless it is veiled. A hidden total may be small. */
  get #boundsWhenHidden(): [least: number, most: number] {
    return [this.#said === 'cell' ? this.#rules.threshold : 0, Infinity];
  }

  get #rounded(): number {
    return roundedTo(this.#rules.roundingBase, this.value);
  }
}
