import { weeksFrom } from '../../../triads/columns/weeks.ts';
import type { Signifier } from '../../../triads/framework/framework.ts';
import type { Group } from '../../../triads/patterns/group.ts';
import type { Rows } from '../../../triads/patterns/rows.ts';
import { type Clause, type Source, sourceOf, waveSource, weekSource, withClause } from '../../../triads/selection/clause.ts';
import { writeClauses } from '../../../triads/selection/written.ts';
import { place } from '../../parts/place.svelte.ts';
import { counted, worded } from '../../parts/words.ts';
import type { Board } from '../Board.svelte.ts';
import { clausesInWords } from '../kept/in-words.ts';

/** A stretch of weeks, both ends in it. */
export interface Weeks {
  from: string;
  to: string;
}

/** What can stand on one side of "what moved most". */
export interface Side {
  key: string;
  words: string;
  /** Its stories, by every clause but waves, weeks and those of this source. */
  rows: (except: Source) => Rows;
}

const usualWidth = 4;

/**
 * A board looked at over time. Its address says over which signifier (`over`), through which weeks (the board's own clause on weeks) and
 * which two sides are held against each other (`from`, `to`). Waves and weeks are what is compared, so their own clauses do not filter here.
 */
export class Time {
  readonly board: Board;
  /** Every week from the first story to the last, also those in which none came. */
  readonly weeks: readonly string[] = $derived.by(() => {
    const came = [...(this.board.columns?.week.values ?? [])].sort();
    const [first, last] = [came[0], came.at(-1)];
    return first === undefined || last === undefined ? [] : weeksFrom(first, last);
  });
  /** The weeks chosen on the board, if they are a stretch. */
  readonly window: Weeks | null = $derived.by(() => {
    const clause = this.board.clauseOf(weekSource);
    return clause?.kind === 'weeks' && !clause.not ? clause : null;
  });
  #wanted = $state(usualWidth);
  /** How many weeks the window holds, or will: at the first weeks there are fewer before it, and it grows again as it slides on. */
  readonly width: number = $derived.by(() => {
    const { window, weeks } = this;
    const held = window ? weeksFrom(window.from, window.to).length : 0;
    return !window || window.from === weeks[0] ? Math.max(held, this.#wanted) : held;
  });
  readonly signifiers: readonly Signifier[] = $derived.by(() => this.board.collection.signifiers.filter(({ kind }) => kind !== 'text'));
  readonly signifier: Signifier | undefined = $derived.by(
    () => this.signifiers.find(({ key }) => key === place.query.get('over')) ?? this.signifiers[0],
  );
  readonly waves: readonly Group[] = $derived.by(() =>
    this.board.collection.waves.map(({ key, label }) => ({
      key,
      words: worded(label),
      rows: this.#rows({ kind: 'waves', waves: [key] }, this.signifier?.key),
    })),
  );
  readonly within: Group | null = $derived.by(
    () =>
      this.window && {
        key: 'weeks',
        words: this.inWords(this.window),
        rows: this.#rows({ kind: 'weeks', ...this.window }, this.signifier?.key),
      },
  );
  /** What can be held against each other: waves, and the window and as many weeks before it. */
  readonly offered: readonly Side[] = $derived.by(() => {
    const waves = this.board.collection.waves.map(({ key, label }) =>
      this.#side(`wave:${key}`, worded(label), { kind: 'waves', waves: [key] }),
    );
    const { window } = this;
    const before = window && this.#before(window);
    return [
      ...waves,
      ...(before ? [this.#side('before', this.inWords(before), { kind: 'weeks', ...before })] : []),
      ...(window ? [this.#side('weeks', this.inWords(window), { kind: 'weeks', ...window })] : []),
    ];
  });
  /** The two sides: those asked for, else the last two waves, or else the weeks chosen and those before. */
  readonly sides: readonly [from: Side, to: Side] | null = $derived.by(() => {
    const asked = (name: string) => this.offered.find(({ key }) => key === place.query.get(name));
    const waves = this.offered.filter(({ key }) => key.startsWith('wave:'));
    const usual = waves.length > 1 ? waves.slice(-2) : this.offered.slice(-2);
    const [from = usual[0], to = usual[1]] = [asked('from'), asked('to')];
    return from && to && this.offered.length > 1 ? [from, to] : null;
  });

  constructor(board: Board) {
    this.board = board;
  }

  /** Chooses so many weeks up to one. What was chosen by sliding before leaves no step to come back to. */
  look(to: string, width = this.width): void {
    this.#wanted = width;
    const at = this.weeks.indexOf(to);
    const from = this.weeks[Math.max(0, at - width + 1)] ?? to;
    const [written] = writeClauses([{ kind: 'weeks', from, to }]);
    if (written) place.turn({ [written[0]]: written[1] }, { replace: this.window !== null });
  }

  /** Makes the window so wide, or the one that will be. */
  resize(width: number): void {
    if (this.window) this.look(this.window.to, width);
    else this.#wanted = width;
  }

  /** "4 weeks up to 2026-W14". */
  inWords({ from, to }: Weeks): string {
    return `${counted(weeksFrom(from, to).length, 'week', 'weeks')} up to ${to}`;
  }

  /** As many weeks before a window, if any come before. */
  #before({ from, to }: Weeks): Weeks | null {
    const at = this.weeks.indexOf(from);
    const last = this.weeks[at - 1];
    const first = this.weeks[Math.max(0, at - weeksFrom(from, to).length)];
    return first !== undefined && last !== undefined ? { from: first, to: last } : null;
  }

  #side(key: string, words: string, clause: Clause): Side {
    const all = this.#rows(clause, undefined);
    return { key, words, rows: (except) => (this.board.clauseOf(except) ? this.#rows(clause, except) : all) };
  }

  /** What is chosen besides waves, weeks and this signifier, in words. */
  get besideInWords(): string {
    return clausesInWords(this.board, this.#beside(this.signifier?.key));
  }

  #beside(except: Source | undefined): Clause[] {
    const compared = [waveSource, weekSource, except];
    return this.board.clauses.filter((other) => !compared.includes(sourceOf(other)));
  }

  #rows(clause: Clause, except: Source | undefined): Rows {
    return this.board.linked?.rowsOf(withClause(this.#beside(except), clause)) ?? new Uint32Array(0);
  }
}
