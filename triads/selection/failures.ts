import type { Rows } from '../patterns/rows.ts';
import { type Meeting, unsure } from './meeting.ts';
import type { Order } from './order.ts';
import { block, meetRun, meets, type Terms } from './terms.ts';

/**
 * Which clauses each row fails, a bit for each, and the rows that last came to meet one or ceased to. A row without any bit is
 * selected.
 */
export class Failures {
  #failed = new Uint32Array(0);
  /** Rows that came are listed from the front, rows that went from the back; one place more than rows keeps the ends apart. */
  #rows = new Uint32Array(0);
  #came = 0;
  #went = 0;
  /** The rows that fail no other bits than these are listed now, up to this length. */
  #listed: { own: number; length: number } | null = null;

  readonly #length: number;

  constructor(length: number) {
    this.#length = length;
  }

  /** There is no room taken until a clause is put. */
  #make(): void {
    if (this.#rows.length) return;
    this.#failed = new Uint32Array(this.#length);
    this.#rows = new Uint32Array(this.#length + 1);
    this.#went = this.#rows.length;
  }

  /** Those that met the clause which last changed, and did not before. */
  get coming(): Rows {
    return this.#rows.subarray(0, this.#came);
  }

  /** Those that met it before. */
  get going(): Rows {
    return this.#rows.subarray(this.#went);
  }

  /** The rows that fail nothing but `own`, ascending; valid until the next call of anything here. */
  within(own: number): Rows {
    this.#make();
    if (this.#listed?.own !== own) this.#listed = { own, length: this.#listWithin(~own) };
    return this.#rows.subarray(0, this.#listed.length);
  }

  /** Of some rows those that fail nothing but `own`. */
  kept(rows: Rows, own: number): Rows {
    return rows.filter((row) => ((this.#failed[row] as number) & ~own) === 0);
  }

  /** Puts a clause to every row. */
  put(bit: number, terms: Terms): void {
    this.#make();
    this.#listed = null;
    const [failed, rows] = [this.#failed, this.#rows];
    const met = new Uint8Array(block);
    let [came, went] = [0, rows.length];
    for (let first = 0; first < failed.length; first += block) {
      const last = Math.min(first + block, failed.length);
      meetRun(terms, first, last, met);
      for (let row = first; row < last; row++) {
        const before = failed[row] as number;
        const is = met[row - first] as number;
        const was = (before & bit) === 0 ? 1 : 0;
        rows[came] = row;
        came += is & (was ^ 1);
        rows[went - 1] = row;
        went -= was & (is ^ 1);
        failed[row] = is ? before & ~bit : before | bit;
      }
    }
    [this.#came, this.#went] = [came, went];
  }

  /**
   * Puts a clause that differs from its former self in one table only to rows whose code it began or ceased to hold, or is unsure of.
   * @param order the rows sorted by those codes
   */
  drag(bit: number, terms: Terms, { from, to }: { from: Meeting; to: Meeting }, { starts, rows: sorted }: Order): void {
    this.#listed = null;
    const [failed, rows] = [this.#failed, this.#rows];
    const isAlone = terms.length === 1 && terms[0]?.meetings.length === 1;
    const turn = terms[0]?.not ? 1 : 0;
    let [came, went] = [0, rows.length];
    for (let code = 0; code < to.coded.size; code++) {
      const said = to.table[code] as number;
      if (said === from.table[code] && said !== unsure) continue;
      const last = starts[code + 1] as number;
      for (let place = starts[code] as number; place < last; place++) {
        const row = sorted[place] as number;
        const is = isAlone && said !== unsure ? said ^ turn : Number(meets(terms, row));
        const before = failed[row] as number;
        const was = (before & bit) === 0 ? 1 : 0;
        if (is === was) continue;
        if (is) rows[came++] = row;
        else rows[--went] = row;
        failed[row] = before ^ bit;
      }
    }
    [this.#came, this.#went] = [came, went];
  }

  /** Keeps of the rows that came and went only those that fail nothing but `own`. */
  keep(own: number): void {
    const [failed, rows] = [this.#failed, this.#rows];
    let kept = 0;
    for (let place = 0; place < this.#came; place++) {
      const row = rows[place] as number;
      rows[kept] = row;
      kept += ((failed[row] as number) & ~own) === 0 ? 1 : 0;
    }
    let keptFrom = rows.length;
    for (let place = rows.length - 1; place >= this.#went; place--) {
      const row = rows[place] as number;
      if (((failed[row] as number) & ~own) === 0) rows[--keptFrom] = row;
    }
    [this.#came, this.#went] = [kept, keptFrom];
  }

  #listWithin(bits: number): number {
    const [failed, into] = [this.#failed, this.#rows];
    let length = 0;
    for (let row = 0; row < failed.length; row++) {
      into[length] = row;
      length += ((failed[row] as number) & bits) === 0 ? 1 : 0;
    }
    return length;
  }
}
