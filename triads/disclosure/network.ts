import type { Figure } from './figure.ts';

/** A figure as an arc of a network, once a step: its value flows from one node to another. */
interface Arc {
  figures: readonly Figure[];
  from: number;
  to: number;
  /** Whether whoever knows that nobody withdrew knows that it never shrinks: so are cells, and totals by them. */
  isCell: boolean;
}

/** An arc taken forwards (its flow grows) or backwards (its flow shrinks). */
interface Move {
  arc: number;
  forwards: boolean;
}

/** Consecutive steps in which a shift is made. */
interface Span {
  first: number;
  last: number;
}

/** How far a figure can still move one way over a span, and what has to be hidden for it. */
interface Room {
  amount: number;
  cost: number;
}

interface Shift extends Room {
  span: Span;
  moves: Move[];
}

const none: Room = { amount: 0, cost: 0 };

/**
 * The same table in some steps, each as a circulation: the whole flows from the sink to the source, row totals from the source to the rows, cells from
 * rows to columns, column totals from the columns to the sink. What a viewer can say bounds each flow, and cells never shrink
 * from one step to the next; what fits are the circulations in whole numbers within these bounds. Flow is shifted along a cycle, in one step or
 * alike in several that follow each other, one unit or more at a time; so a cell that can be shown to take two numbers can take all between them.
 */
export class Network {
  readonly #arcs: Arc[] = [];
  readonly #moves: Move[][];
  readonly #newest: number;

  /** @param nodes how many nodes there are, numbered from 0. @param steps how many steps; only in the last may figures still be hidden */
  constructor(nodes: number, steps: number) {
    this.#moves = Array.from({ length: nodes }, () => []);
    this.#newest = steps - 1;
  }

  /** Adds an arc. @param figures one a step. @returns its number */
  add(figures: readonly Figure[], from: number, to: number, isCell: boolean): number {
    const arc = this.#arcs.push({ figures, from, to, isCell }) - 1;
    this.#moves[from]?.push({ arc, forwards: true });
    this.#moves[to]?.push({ arc, forwards: false });
    return arc;
  }

  /**
   * Sees to it that a figure of a step could as well be `goal`: shifts flow from the true tables along cycles through its arc, hiding
   * on the way what would stand against it in the newest step, as cheaply as each shift can be had. Figures stay hidden.
   * @returns null where that is impossible; else whether it is so whatever comes after, since the newest step was left as it is
   */
  reach(step: number, arc: number, goal: number): { isSettled: boolean } | null {
    const flows = Array.from({ length: this.#newest + 1 }, (_, at) => this.#arcs.map(({ figures }) => figures[at]?.value ?? 0));
    const value = flows[step]?.[arc] ?? 0;
    const target = { arc, forwards: goal > value };
    let isSettled = true;
    for (let missing = Math.abs(goal - value); missing > 0; ) {
      const shift = this.#cheapestShift(step, target, flows);
      if (!shift) return null;
      const amount = Math.min(missing, shift.amount);
      for (const move of shift.moves) this.#apply(move, shift.span, amount, flows);
      if (shift.span.last === this.#newest) isSettled = false;
      missing -= amount;
    }
    return { isSettled };
  }

  #apply(move: Move, span: Span, amount: number, flows: number[][]): void {
    if (this.#room(move, span, flows).cost > 0) this.#arcs[move.arc]?.figures[this.#newest]?.hide();
    for (let at = span.first; at <= span.last; at += 1) {
      const flow = flows[at];
      if (flow) flow[move.arc] = (flow[move.arc] ?? 0) + (move.forwards ? amount : -amount);
    }
  }

  /** The shortest spans first, and the first that costs nothing. */
  #cheapestShift(step: number, target: Move, flows: readonly number[][]): Shift | null {
    let best: Shift | null = null;
    for (const span of this.#spans(step, target, flows)) {
      const own = this.#room(target, span, flows);
      if (own.amount <= 0 || (best && own.cost >= best.cost)) continue;
      const path = this.#cheapestPath(target, span, flows, (best?.cost ?? Infinity) - own.cost);
      if (!path) continue;
      const moves = [target, ...path];
      const rooms = moves.map((move) => this.#room(move, span, flows));
      best = {
        span,
        moves,
        amount: Math.min(...rooms.map(({ amount }) => amount)),
        cost: rooms.reduce((sum, { cost }) => sum + cost, 0),
      };
      if (best.cost === 0) return best;
    }
    return best;
  }

  /** The spans around a step within which the figure itself can move, whatever bounds it at their ends: those first that leave the newest step as it is. */
  *#spans(step: number, target: Move, flows: readonly number[][]): Generator<Span> {
    const hasRoom = (at: number) => this.#roomAt(target, at, flows).amount > 0;
    const firsts: number[] = [];
    for (let first = step; first >= 0 && hasRoom(first); first -= 1) firsts.push(first);
    let last = step;
    for (; last < this.#newest && hasRoom(last); last += 1) for (const first of firsts) yield { first, last };
    if (last === this.#newest && hasRoom(last)) for (const first of firsts) yield { first, last };
  }

  #room(move: Move, { first, last }: Span, flows: readonly number[][]): Room {
    let amount = this.#roomAtEnds(move, first, last, flows);
    let cost = 0;
    for (let at = last; at >= first && amount > 0; at -= 1) {
      const room = this.#roomAt(move, at, flows);
      amount = Math.min(amount, room.amount);
      cost += room.cost;
    }
    return amount > 0 ? { amount, cost } : none;
  }

  /** A cell that grows may become no more than it is in the step after, one that shrinks no less than in the one before: where that is true of it. */
  #roomAtEnds({ arc, forwards }: Move, first: number, last: number, flows: readonly number[][]): number {
    const { isCell, figures } = this.#arcs[arc] ?? {};
    const [before, after] = forwards ? [last, last + 1] : [first - 1, first];
    if (!isCell || before < 0 || after > this.#newest) return Infinity;
    const isKnown = (figures?.[before]?.value ?? 0) <= (figures?.[after]?.value ?? 0);
    return isKnown ? (flows[after]?.[arc] ?? 0) - (flows[before]?.[arc] ?? 0) : Infinity;
  }

  #roomAt({ arc, forwards }: Move, step: number, flows: readonly number[][]): Room {
    const figure = this.#arcs[arc]?.figures[step];
    if (!figure) return none;
    const flow = flows[step]?.[arc] ?? 0;
    const within = ([least, most]: [number, number]) => (forwards ? most - flow : flow - least);
    const amount = within(figure.bounds);
    if (amount > 0) return { amount, cost: 0 };
    const hidden = step === this.#newest && figure.boundsWhenHideable;
    return hidden ? { amount: within(hidden), cost: figure.costOfHiding } : none;
  }

  /** Dijkstra's algorithm over the moves that have room, from the end of a move back to its start, without its arc. */
  #cheapestPath(target: Move, span: Span, flows: readonly number[][], below: number): Move[] | null {
    const [start, end] = [this.#headOf(target), this.#headOf({ ...target, forwards: !target.forwards })];
    const costs = this.#moves.map((_, node) => (node === start ? 0 : Infinity));
    const arrivedBy: (Move | undefined)[] = [];
    const open = new Set(this.#moves.keys());
    while (open.size) {
      let node = -1;
      for (const other of open) if (node < 0 || (costs[other] ?? Infinity) < (costs[node] ?? Infinity)) node = other;
      const cost = costs[node] ?? Infinity;
      if (cost >= below) return null;
      if (node === end) return this.#walkBack(start, end, arrivedBy);
      open.delete(node);
      for (const move of this.#moves[node] ?? []) {
        const next = this.#headOf(move);
        if (move.arc === target.arc || (costs[next] ?? 0) <= cost) continue;
        const room = this.#room(move, span, flows);
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
