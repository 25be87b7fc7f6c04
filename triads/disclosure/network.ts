import type { Figure } from './figure.ts';

/** A figure as an arc of a network: its value flows from one node to another. */
interface Arc {
  figure: Figure;
  from: number;
  to: number;
}

/** An arc taken forwards (its flow grows) or backwards (its flow shrinks). */
interface Move {
  arc: number;
  forwards: boolean;
}

/** How far a figure can still move one way, and what has to be hidden for it. */
interface Room {
  amount: number;
  cost: number;
}

/**
 * A table as a circulation: the whole flows from the sink to the source, row totals from the source to the rows, cells from
 * rows to columns, column totals from the columns to the sink. What a viewer can say bounds each flow; the tables that
 * fit are the circulations in whole numbers within the bounds. Flow moves along cycles, one unit or more at a time, so a
 * cell that can take two numbers can take all between them (integrality of network flows).
 */
export class Network {
  readonly #arcs: Arc[] = [];
  readonly #moves: Move[][];

  /** @param nodes how many nodes there are, numbered from 0 */
  constructor(nodes: number) {
    this.#moves = Array.from({ length: nodes }, () => []);
  }

  /** Adds an arc. @returns its number */
  add(figure: Figure, from: number, to: number): number {
    const arc = this.#arcs.push({ figure, from, to }) - 1;
    this.#moves[from]?.push({ arc, forwards: true });
    this.#moves[to]?.push({ arc, forwards: false });
    return arc;
  }

  /**
   * Sees to it that a figure could as well be `goal`: shifts flow from the true table along cycles through its arc, hiding
   * on the way what would stand against it, as cheaply as each shift can be had. Figures stay hidden.
   * @returns whether that was possible
   */
  reach(arc: number, goal: number): boolean {
    const flows = this.#arcs.map(({ figure }) => figure.value);
    const target = this.#arcs[arc];
    if (!target) throw new RangeError(`no arc ${arc}`);
    const forwards = goal > target.figure.value;
    const [start, end] = forwards ? [target.to, target.from] : [target.from, target.to];
    let missing = Math.abs(goal - target.figure.value);
    while (missing > 0) {
      const path = this.#cheapestPath(start, end, arc, flows);
      if (!path) return false;
      const amount = Math.min(missing, ...path.map((move) => this.#room(move, flows).amount));
      for (const move of path) {
        if (this.#room(move, flows).cost > 0) this.#arcs[move.arc]?.figure.hide();
        flows[move.arc] = (flows[move.arc] ?? 0) + (move.forwards ? amount : -amount);
      }
      missing -= amount;
    }
    return true;
  }

  #room({ arc, forwards }: Move, flows: readonly number[]): Room {
    const figure = this.#arcs[arc]?.figure;
    const flow = flows[arc] ?? 0;
    const within = ([least, most]: [number, number]) => (forwards ? most - flow : flow - least);
    if (!figure) return { amount: 0, cost: 0 };
    const amount = within(figure.bounds);
    if (amount > 0) return { amount, cost: 0 };
    const hidden = figure.boundsWhenHideable;
    return { amount: hidden ? within(hidden) : 0, cost: figure.costOfHiding };
  }

  /** Dijkstra's algorithm over the moves that have room, without the arc itself. */
  #cheapestPath(start: number, end: number, without: number, flows: readonly number[]): Move[] | null {
    const costs = this.#moves.map((_, node) => (node === start ? 0 : Infinity));
    const arrivedBy: (Move | undefined)[] = [];
    const open = new Set(this.#moves.keys());
    while (open.size) {
      let node = -1;
      for (const other of open) if (node < 0 || (costs[other] ?? Infinity) < (costs[node] ?? Infinity)) node = other;
      const cost = costs[node] ?? Infinity;
      if (cost === Infinity) return null;
      if (node === end) return this.#walkBack(start, end, arrivedBy);
      open.delete(node);
      for (const move of this.#moves[node] ?? []) {
        const next = this.#headOf(move);
        if (move.arc === without || (costs[next] ?? 0) <= cost) continue;
        const room = this.#room(move, flows);
        if (room.amount <= 0 || cost + room.cost >= (costs[next] ?? 0)) continue;
        costs[next] = cost + room.cost;
        arrivedBy[next] = move;
      }
    }
    return null;
  }

  #walkBack(start: number, end: number, arrivedBy: readonly (Move | undefined)[]): Move[] {
    const path: Move[] = [];
    for (let node = end; node !== start; ) {
      const move = arrivedBy[node];
      if (!move) throw new Error('a path of the network has a gap');
      path.unshift(move);
      node = this.#headOf({ arc: move.arc, forwards: !move.forwards });
    }
    return path;
  }

  #headOf({ arc, forwards }: Move): number {
    const { from, to } = this.#arcs[arc] ?? { from: -1, to: -1 };
    return forwards ? to : from;
  }
}
