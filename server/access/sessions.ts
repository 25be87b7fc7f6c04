import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { problems } from '../problems.ts';
import type { People, Person } from '../repositories/people.ts';

const hour = 3_600_000;
export const sessionHours = 12;
export const linkHours = 72;

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');
const newToken = () => randomBytes(32).toString('base64url');

/** Signing in and out. Tokens leave the house once; the database keeps their hashes, so that each can be revoked. */
export class Sessions {
  readonly #people: People;
  readonly #now: () => Date;
  /** What an unknown email is checked against, so that it takes as long as a known one. */
  readonly #nobody = hash(newToken());

  constructor(people: People, now: () => Date) {
    this.#people = people;
    this.#now = now;
  }

  /** Makes a one-time link's secret for a person. */
  async makeLink(personId: string): Promise<{ secret: string; expires: Date }> {
    const secret = newToken();
    const expires = new Date(this.#now().getTime() + linkHours * hour);
    await this.#people.insertToken('links', hashOf(secret), personId, expires);
    return { secret, expires };
  }

  /** @throws problem link used */
  async signInByLink(secret: string): Promise<{ person: Person; token: string }> {
    const person = await this.#people.takeLink(hashOf(secret), this.#now());
    if (!person) throw problems.linkUsed();
    return { person, token: await this.#start(person) };
  }

  /** @throws problem sign-in failed, the same for an unknown email and a wrong password */
  async signInByPassword(email: string, password: string): Promise<{ person: Person; token: string }> {
    const person = await this.#people.byEmail(email);
    const isRight = await verify(person?.passwordHash ?? (await this.#nobody), password);
    if (!person || !isRight) throw problems.signInFailed();
    return { person, token: await this.#start(person) };
  }

  async setPassword(personId: string, password: string): Promise<void> {
    await this.#people.setPassword(personId, await hash(password));
  }

  async whose(token: string): Promise<Person | null> {
    return this.#people.bySession(hashOf(token), this.#now());
  }

  async end(token: string): Promise<void> {
    await this.#people.deleteSession(hashOf(token));
  }

  async #start({ id }: Person): Promise<string> {
    const token = newToken();
    await this.#people.deleteExpired(this.#now());
    await this.#people.insertToken('sessions', hashOf(token), id, new Date(this.#now().getTime() + sessionHours * hour));
    return token;
  }
}
