import { arrowSteps, rowsAStep } from '../../triads/columns/arrow.ts';
import { joinBytes } from '../../triads/columns/bytes.ts';
import { type Columns, stateCode } from '../../triads/columns/columns.ts';
import { idAt, pickIds } from '../../triads/columns/ids.ts';
import { likenessOrder } from '../../triads/columns/likeness.ts';
import { joinRows, pickRows } from '../../triads/columns/rows.ts';
import type { Signifier } from '../../triads/framework/framework.ts';
import { type Scope, scopes } from '../../triads/framework/scopes.ts';
import { type Difference, differencesOf, unionOf } from '../../triads/framework/union.ts';
import { choiceCounts } from '../../triads/patterns/choice-counts.ts';
import { LinkedSelection } from '../../triads/selection/linked-selection.ts';
import { readClauses } from '../../triads/selection/written.ts';
import type { Summary } from '../contract/collections.ts';
import type { Query } from '../contract/kept.ts';
import { problems } from '../problems.ts';
import type { Collection, Collections } from '../repositories/collections.ts';
import type { Listings } from '../repositories/listings.ts';
import type { Segments } from '../repositories/segments.ts';

interface Pattern {
  stamp: string;
  /** The story behind each row, as `packIds` makes them. */
  ids: Uint8Array;
  columns: Columns;
}

/** A collection's placements as columns, for researchers. A row number is valid for one stamp alone. */
export class Patterns {
  readonly #collections: Collections;
  readonly #listings: Listings;
  readonly #segments: Segments;
  readonly #latest = new Map<string, Pattern>();
  readonly #building = new Map<string, Promise<Pattern>>();

  constructor(collections: Collections, listings: Listings, segments: Segments) {
    this.#collections = collections;
    this.#listings = listings;
    this.#segments = segments;
  }

  /** The stamp that is the body's ETag, and the body in steps. */
  async arrow(collection: Collection): Promise<{ stamp: string; steps: () => Iterable<Uint8Array> }> {
    const { stamp, columns } = await this.#pattern(collection);
    return { stamp, steps: () => arrowSteps(columns) };
  }

  /**
   * The stories behind rows of a pattern body.
   * @throws problem stale, when the stories have changed since that body
   */
  async storiesBehind(collection: Collection, stamp: string, rows: number[]): Promise<Map<string, number>> {
    const pattern = await this.#pattern(collection);
    if (pattern.stamp !== stamp || (await this.#collections.stamp(collection.id)) !== stamp) throw problems.stale();
    return new Map(
      rows.map((row) => {
        const id = idAt(pattern.ids, row);
        if (id === null) throw problems.invalid([{ path: 'rows', message: `there is no row ${row} in this pattern` }]);
        return [id, row];
      }),
    );
  }

  /**
   * The stories that a saved view chooses.
   * @param query as the view holds it; what does not fit any more is passed over
   */
  async storiesIn(collection: Collection, query: Query): Promise<Set<string>> {
    const { ids, columns } = await this.#pattern(collection);
    const signifiers = await this.signifiers(collection);
    const waves = collection.waves.map(({ key }) => key);
    const rows = new LinkedSelection(columns).rowsOf(readClauses(query, signifiers, waves));
    return new Set(Array.from(rows, (row) => idAt(ids, row)).filter((id) => id !== null));
  }

  async summary(collection: Collection): Promise<Summary> {
    const { columns } = await this.#pattern(collection);
    const signifiers = await this.signifiers(collection);
    const consent = await this.#listings.countByScope(collection.id);
    const weeks = [...columns.week.values].sort();
    const [first, last] = [weeks[0], weeks.at(-1)];
    return {
      stories: columns.length,
      weeks: first && last ? { first, last } : null,
      waves: collection.waves.map(({ key }) => ({ key, stories: count(columns.wave.codes, columns.wave.values.indexOf(key)) })),
      consent: Object.fromEntries(scopes.map((scope) => [scope, consent[scope] ?? 0])) as Record<Scope, number>,
      release: await this.#listings.countByRelease(collection.id, null),
      signifiers: signifiers.map((signifier) => summaryOf(signifier, columns)),
    };
  }

  /** The columns as they are now, for those who count in them and show no row, with the signifiers that they are of. */
  async columns(collection: Collection): Promise<{ columns: Columns; signifiers: Signifier[] }> {
    const { columns } = await this.#pattern(collection);
    return { columns, signifiers: await this.signifiers(collection) };
  }

  /** The signifiers of all waves, read together where keys agree: as the newest asks them, then what only older ones ask. */
  async signifiers(collection: Collection): Promise<Signifier[]> {
    return unionOf((await this.#rounds(collection)).map(({ signifiers }) => signifiers));
  }

  /** Where the waves do not agree on what they ask. */
  async differences(collection: Collection): Promise<Difference[]> {
    return differencesOf(await this.#rounds(collection));
  }

  #rounds({ waves }: Collection): Promise<{ id: string; wave: string; signifiers: Signifier[] }[]> {
    return Promise.all(
      waves.map(async ({ id, key, versionId }) => {
        const { framework } = await this.#collections.version(versionId);
        return { id, wave: key, signifiers: framework.signifiers };
      }),
    );
  }

  async #pattern(collection: Collection): Promise<Pattern> {
    const latest = this.#latest.get(collection.id);
    if (latest?.stamp === (await this.#collections.stamp(collection.id))) return latest;
    const building = this.#building.get(collection.id) ?? this.#settled(collection).finally(() => this.#building.delete(collection.id));
    this.#building.set(collection.id, building);
    return building;
  }

  /**
   * A pattern of one state of the stories. Where they change faster than they are read, the third try is served under the stamp
   * from before it: whoever asks next finds a newer one. Segments that were rewritten meanwhile are read again.
   */
  async #settled(collection: Collection): Promise<Pattern> {
    for (let tries = 1; ; tries += 1) {
      const stamp = await this.#collections.stamp(collection.id);
      await this.#segments.seal(collection.id);
      const state = await this.#segments.state(collection.id);
      const pattern = { stamp, ...(await this.#read(collection)) };
      if ((await this.#segments.state(collection.id)) !== state) continue;
      if (tries < 3 && (await this.#collections.stamp(collection.id)) !== stamp) continue;
      this.#latest.set(collection.id, pattern);
      return pattern;
    }
  }

  async #read(collection: Collection): Promise<Omit<Pattern, 'stamp'>> {
    const ids: Uint8Array[] = [];
    const parts: Columns[] = [];
    for await (const segment of this.#segments.all(collection.id)) {
      const wave = collection.waves.find(({ id }) => id === segment.waveId)?.key ?? '';
      ids.push(segment.ids);
      parts.push({ ...segment.columns, wave: { ...segment.columns.wave, values: [wave] } });
    }
    const joined = joinRows(await this.signifiers(collection), parts);
    const order = likenessOrder(joined, rowsAStep);
    return { ids: pickIds(joinBytes(ids), order), columns: pickRows(joined, order) };
  }
}

function summaryOf({ key, kind }: Signifier, columns: Columns): Summary['signifiers'][number] {
  const column = { triad: columns.triads, dyad: columns.dyads, stones: columns.stones, choice: columns.choices, text: columns.texts }[
    kind
  ].get(key);
  const state = column?.state ?? new Uint8Array();
  const choice = columns.choices.get(key);
  return {
    key,
    placed: count(state, stateCode.placed),
    chosen: count(state, stateCode.chosen),
    na: count(state, stateCode.na),
    skipped: count(state, stateCode.skipped),
    unasked: count(state, stateCode.unasked),
    options: choice ? [...choiceCounts(choice).options].map(([key, stories]) => ({ key, stories })) : null,
  };
}

function count(codes: Uint8Array | Uint16Array, code: number): number {
  let found = 0;
  for (const value of codes) if (value === code) found += 1;
  return found;
}
