import { createHash } from 'node:crypto';
import { preferNot, regionQuestion } from '../../triads/framework/region.ts';
import type { AskedRegions, Grant, NewPerson } from '../contract/staff.ts';
import type { Tx } from '../database/connection.ts';
import { type Fault, problems } from '../problems.ts';
import { lastEntry, record } from '../repositories/audit.ts';
import type { Collection, Collections } from '../repositories/collections.ts';
import { grantsInWords, type People, type Person } from '../repositories/people.ts';
import { atTheServer } from './designs.ts';

/**
 * Who works here and what they may do. Grants name what is there: a region that no collection asks would let them see nothing,
 * and nobody would know why.
 */
export class Staffing {
  readonly #people: People;
  readonly #collections: Collections;
  readonly #now: () => Date;

  constructor(people: People, collections: Collections, now: () => Date) {
    this.#people = people;
    this.#collections = collections;
    this.#now = now;
  }

  /**
   * @param by who adds the person; null for the command line
   * @param demonstration whether the person comes with the demonstration
   * @throws problems: invalid, with each grant that names what is not there; email taken
   */
  async add(asked: NewPerson, by: string | null, demonstration = false): Promise<Person> {
    await this.#refuseUnknown(asked.grants);
    return this.#people.alone(async (tx) => {
      const person = await this.#people.insert({ ...asked, demonstration }, tx);
      const details = { name: person.name, email: person.email, after: grantsInWords(person.grants) };
      await record(tx, { at: this.#now(), personId: by, action: 'person.add', subject: person.id, details });
      return person;
    });
  }

  /**
   * Changes who somebody is and what they may do; who may do nothing any more is signed out everywhere. Name and email stay,
   * since audit, exports and notes name the person.
   * @param tag names the person as whoever changes them knew them
   * @throws problems: not found; saved since; invalid, as when added; email taken; last owner
   */
  async change(id: string, tag: string, asked: NewPerson, by: string): Promise<Person> {
    await this.#refuseUnknown(asked.grants);
    return this.#change(
      id,
      async (tx, before) => {
        if (tagOfPerson(before) === tag) return asked;
        const last = await lastEntry(tx, ['person.add', 'person.change', 'person.end-access'], id);
        throw problems.savedSince({ by: last?.name ?? atTheServer, at: last?.at ?? this.#now().toISOString() });
      },
      by,
    );
  }

  /** @throws problems: not found, last owner */
  async endAccess(id: string, by: string): Promise<Person> {
    return this.#change(id, async (_, before) => ({ ...before, grants: [] }), by);
  }

  #change(id: string, asked: (tx: Tx, before: Person) => Promise<NewPerson>, by: string): Promise<Person> {
    return this.#people.alone(async (tx) => {
      const before = await this.#people.byId(id, tx);
      if (!before) throw problems.notFound();
      await this.#people.update(tx, id, await asked(tx, before));
      const people = await this.#people.all(tx);
      const after = people.find((person) => person.id === id);
      if (!after) throw problems.notFound();
      if (ownsHouse(before) && !people.some(ownsHouse)) throw problems.lastOwner();
      if (!after.grants.length) await this.#people.shutOut(tx, id);
      const action = before.grants.length && !after.grants.length ? 'person.end-access' : 'person.change';
      const details = {
        before: grantsInWords(before.grants),
        after: grantsInWords(after.grants),
        ...(before.name !== after.name && { nameBefore: before.name, nameAfter: after.name }),
        ...(before.email !== after.email && { emailBefore: before.email, emailAfter: after.email }),
      };
      await record(tx, { at: this.#now(), personId: by, action, subject: id, details });
      return after;
    });
  }

  /** The regions that each collection asks for, in any of its waves, in the words of the newest that asks. */
  async regions(): Promise<AskedRegions[]> {
    return Promise.all((await this.#collections.all()).map((collection) => this.#regionsOf(collection)));
  }

  async #regionsOf({ id, waves }: Collection): Promise<AskedRegions> {
    const options = new Map<string, AskedRegions['options'][number]>();
    for (const { versionId } of waves.toReversed()) {
      const { framework } = await this.#collections.version(versionId);
      for (const { key, label } of regionQuestion(framework)?.options ?? []) {
        if (key !== preferNot && !options.has(key)) options.set(key, { key, label });
      }
    }
    return { collection: id, options: [...options.values()] };
  }

  async #refuseUnknown(grants: readonly Grant[]): Promise<void> {
    const regions = await this.regions();
    const faults = grants.flatMap((grant, index) => faultsOf(grant, regions, `grants.${index}`));
    if (faults.length) throw problems.invalid(faults);
  }
}

/** Names a person as they are now: who they are and what they may do. */
export function tagOfPerson({ name, email, grants }: Pick<Person, 'name' | 'email' | 'grants'>): string {
  return createHash('sha256')
    .update(JSON.stringify([name, email, grantsInWords(grants)]))
    .digest('base64url');
}

/** Whether this person may give everybody access to everything; somebody always may. */
export function ownsHouse({ grants }: Pick<Person, 'grants'>): boolean {
  return grants.some(({ role, collection }) => role === 'owner' && collection === null);
}

/** Where no collection asks for a region yet, any may be named: who leads it can be added before the first collection is made. */
function faultsOf({ collection, region }: Grant, regions: readonly AskedRegions[], path: string): Fault[] {
  const over = regions.filter((asked) => collection === null || asked.collection === collection);
  if (collection !== null && !over.length) return [{ path: `${path}.collection`, message: 'is no collection here' }];
  const known = [...new Set(over.flatMap(({ options }) => options.map(({ key }) => key)))];
  if (region === null || !known.length || known.includes(region)) return [];
  return [{ path: `${path}.region`, message: `is no region that is asked for here; those are ${known.join(', ')}` }];
}
