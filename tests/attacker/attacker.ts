import loader from 'highs';

// Its types describe the CommonJS build, in which the function is a member; Node loads the other.
const highs = await (loader as unknown as typeof loader.default)();

/** A sum of unknown counts between two numbers. */
interface Constraint {
  terms: [unknown: number, factor: 1 | -1][];
  least: number;
  most: number;
}

/**
 * Somebody who writes down all that was shown as equations over the counts behind it, and asks of each count how little and how much it could be
 * (linear programming, HiGHS). What whole numbers rule out besides is found too where asked for.
 */
export class Attacker {
  readonly #least: number[] = [];
  readonly #most: number[] = [];
  readonly #constraints: Constraint[] = [];

  /** A count that nobody has told yet. @returns its number */
  unknown(): number {
    this.#least.push(0);
    return this.#most.push(highs.infinity) - 1;
  }

  hears(unknown: number, [least, most]: readonly [number, number]): void {
    this.#least[unknown] = Math.max(this.#least[unknown] ?? 0, least);
    this.#most[unknown] = Math.min(this.#most[unknown] ?? 0, most);
  }

  hearsSum(unknowns: readonly number[], [least, most]: readonly [number, number]): void {
    this.#constraints.push({ terms: unknowns.map((unknown) => [unknown, 1]), least, most });
  }

  /** That one count is the sum of others. */
  isSumOf(sum: number, unknowns: readonly number[]): void {
    const parts = unknowns.map((unknown): [number, 1 | -1] => [unknown, 1]);
    this.#constraints.push({ terms: [[sum, -1], ...parts], least: 0, most: 0 });
  }

  /** That one count is no more than another. */
  hearsOrder(less: number, more: number): void {
    if (less === more) return;
    this.#constraints.push({
      terms: [
        [less, -1],
        [more, 1],
      ],
      least: 0,
      most: highs.infinity,
    });
  }

  /**
   * Asks of some counts how little and how much each could be.
   * @param inWhole whether only whole numbers count
   * @throws Error where nothing at all fits what was heard
   */
  ranges(unknowns: readonly number[], inWhole = false): Map<number, [least: number, most: number]> {
    const terms = this.#constraints.map((constraint) => constraint.terms);
    const starts = [0];
    for (const row of terms) starts.push((starts.at(-1) ?? 0) + row.length);
    const numCols = this.#least.length;
    const source = {
      numCols,
      numRows: terms.length,
      colCost: new Float64Array(numCols),
      colLower: Float64Array.from(this.#least),
      colUpper: Float64Array.from(this.#most),
      rowLower: Float64Array.from(this.#constraints, ({ least }) => least),
      rowUpper: Float64Array.from(this.#constraints, ({ most }) => most),
      matrix: {
        format: 'csr' as const,
        numRows: terms.length,
        numCols,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(terms.flat(), ([unknown]) => unknown),
        values: Float64Array.from(terms.flat(), ([, factor]) => factor),
      },
      ...(inWhole && { integrality: new Int32Array(numCols).fill(1) }),
    };
    return highs.withModel(source, (model) => {
      model.options.set({ output_flag: false });
      const best = (unknown: number, sense: 'minimize' | 'maximize') => {
        model.changeColCost(unknown, 1);
        model.changeObjectiveSense(highs.constants.objectiveSense[sense]);
        model.run();
        const [status, value] = [model.getModelStatus(), model.getObjectiveValue()];
        model.changeColCost(unknown, 0);
        if (status === highs.constants.modelStatus.optimal) return value;
        if (status === highs.constants.modelStatus.infeasible) throw new Error('nothing fits what was heard');
        return sense === 'minimize' ? 0 : Infinity;
      };
      return new Map(
        unknowns.map((unknown): [number, [number, number]] => [unknown, [best(unknown, 'minimize'), best(unknown, 'maximize')]]),
      );
    });
  }
}
