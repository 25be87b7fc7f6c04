import crossfilter from 'crossfilter2';
import { type Columns, quantum, stateCode } from '../../../triads/columns/columns.ts';
import { isSet } from '../../../triads/columns/flags.ts';
import { type PlanePoint, planePoint } from '../../../triads/geometry/coordinates.ts';
import { height } from '../../../triads/geometry/plane.ts';
import { equalParts } from '../../../triads/patterns/equal-parts.ts';
import { triangularCellAt } from '../../../triads/patterns/triangular-bins.ts';
import { isWithin } from '../../../triads/selection/polygon.ts';

type Dimension = crossfilter.Dimension<number, number>;
type Group = crossfilter.Group<number, number, number>;

/** Where nothing was placed: behind every bin. */
const nowhere = 10_000;
/** Room for a whole placement below each bin: values sort by bin, and a group of a bin is a run of values. */
const room = 2 ** 32;

/** The same columns in crossfilter2, as its documentation would have it: a dimension and a group for each signifier. */
export class Crossed {
  readonly #dimensions = new Map<string, Dimension>();
  readonly #groups = new Map<string, Group>();

  constructor({ length, triads, dyads, choices }: Columns) {
    const filter = crossfilter(Array.from({ length }, (_, row) => row));
    const add = (key: string, value: (row: number) => number, group: (value: number) => number) => {
      const dimension = filter.dimension(value);
      this.#dimensions.set(key, dimension);
      this.#groups.set(key, dimension.group(group as never) as unknown as Group);
    };
    for (const [key, { state, top, right }] of triads) {
      const place = (row: number): [number, number] => [top[row] ?? 0, right[row] ?? 0];
      const bin = (row: number) => (state[row] === stateCode.placed ? triangularCellAt(...place(row), quantum, 12) : nowhere);
      add(
        key,
        (row) => bin(row) * room + (top[row] ?? 0) * 65_536 + (right[row] ?? 0),
        (value) => Math.floor(value / room),
      );
    }
    const parts = equalParts(20);
    for (const [key, { state, right }] of dyads) {
      add(
        key,
        (row) => (state[row] === stateCode.placed ? (right[row] ?? 0) : nowhere * quantum),
        (value) => (value > quantum ? nowhere : (parts[value] ?? 0)),
      );
    }
    for (const [key, { options }] of choices) {
      const all = [...options.values()];
      add(
        key,
        (row) => all.findIndex((flags) => isSet(flags, row)),
        (value) => value,
      );
    }
  }

  /** Both ends in it, as a range of ours. */
  range(key: string, from: number, to: number): void {
    this.#dimensions.get(key)?.filterRange([Math.ceil(from * quantum - 1e-6), Math.floor(to * quantum + 1e-6) + 1]);
  }

  area(key: string, polygon: readonly PlanePoint[]): void {
    this.#dimensions.get(key)?.filterFunction((value) => {
      const place = Number(value) % room;
      const [top, right] = [Math.floor(place / 65_536) / quantum, (place % 65_536) / quantum];
      return Number(value) < nowhere * room && isWithin(polygon, planePoint(right + top / 2, top * height));
    });
  }

  clear(): void {
    for (const dimension of this.#dimensions.values()) dimension.filterAll();
  }

  readAll(): number {
    let groups = 0;
    for (const group of this.#groups.values()) groups += group.all().length;
    return groups;
  }

  count(key: string, bin: number): number {
    return (
      this.#groups
        .get(key)
        ?.all()
        .find((group) => group.key === bin)?.value ?? 0
    );
  }
}
