import { roundedTo, type SmallNumberRules } from './rules.ts';
import type { ShownCount, Totals } from './table.ts';

export type Rules = Pick<SmallNumberRules, 'threshold' | 'roundingBase'>;

/** Hiding any total costs more than hiding all cells that counts of people can fill. */
const totalsLast = 2 ** 40;

/** One figure of a table, a cell or a total: its true value, and what whoever looks can say about it. */
export class Figure {
  readonly value: number;
  readonly #said: Totals | 'cell';
  readonly #rules: Rules;
  #hidden = false;

  constructor(value: number, said: Totals | 'cell', rules: Rules) {
    this.value = value;
    this.#said = said;
    this.#rules = rules;
  }

  get small(): boolean {
    return this.#said !== 'known' && this.value > 0 && this.value < this.#rules.threshold;
  }

  /** How it is shown; null for a total that the table does not say. */
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

  /** The bounds it would have if hidden; null where hiding is no way out. Small cells and zeros say what they are. */
  get boundsWhenHideable(): [least: number, most: number] | null {
    const fixed = this.value === 0 || this.#said === 'none' || this.#said === 'known' || (this.#said === 'cell' && this.small);
    return fixed ? null : this.#boundsWhenHidden;
  }

  /** The smaller the count the sooner it is hidden; totals come last. */
  get costOfHiding(): number {
    return this.#hidden ? 0 : this.value + (this.#said === 'cell' ? 0 : totalsLast);
  }

  hide(): void {
    this.#hidden = true;
  }

  /** The rules are public: a cell that is hidden and not "<n" is n or more. A hidden total may be small. */
  get #boundsWhenHidden(): [least: number, most: number] {
    return [this.#said === 'cell' ? this.#rules.threshold : 0, Infinity];
  }

  get #rounded(): number {
    return roundedTo(this.#rules.roundingBase, this.value);
  }
}
