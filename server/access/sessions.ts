import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { problems } from '../problems.ts';
import { record } from '../repositories/audit.ts';
import type { People, Person } from '../repositories/people.ts';

const hour = 3_600_000;
export const sessionHours = 12;
export const linkHours = 72;

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');
const newToken = () => randomBytes(32).toString('base64url');
/** A token says whether its session was begun by password; nobody can make one up, since only hashes of what was given out are known. */
const byPassword = 'password-';

/** Work on people that nothing else comes between. */
type Tx = Parameters<Parameters<People['alone']>[0]>[0];

/** Somebody who has signed in, and the token that says so. */
interface Started {
  person: Person;
  token: string;
}

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

  /**
   * Makes a one-time link's secret for a person.
   * @param by who makes it; null for the command line
   * @throws problem no access
   */
  async makeLink(personId: string, by: string | null = null): Promise<{ secret: string; expires: Date }> {
    const secret = newToken();
    const at = this.#now();
    const expires = new Date(at.getTime() + linkHours * hour);
    await this.#people.alone(async (tx) => {
      if (!(await this.#people.insertToken(tx, 'links', hashOf(secret), personId, expires))) throw problems.noAccess();
      await record(tx, { at, personId: by, action: 'person.link', subject: personId, details: { until: expires.toISOString() } });
    });
    return { secret, expires };
  }

  /** @throws problem link used */
  async signInByLink(secret: string): Promise<Started> {
    const started = await this.#people.alone(async (tx) => {
      const person = await this.#people.takeLink(tx, hashOf(secret), this.#now());
      return person && this.#start(tx, person, newToken());
    });
    if (!started) throw problems.linkUsed();
    return started;
  }

  /** @throws problem sign-in failed, the same for an unknown email and a wrong password */
  async signInByPassword(email: string, password: string): Promise<Started> {
    const person = await this.#people.byEmail(email);
    const isRight = await verify(person?.passwordHash ?? (await this.#nobody), password);
    const started = isRight && person && (await this.#people.alone((tx) => this.#startBy(tx, person)));
    if (!started) throw problems.signInFailed();
    return started;
  }

  /** Whether a new password needs the present one. Who came by a link may have forgotten it. */
  asksPassword({ passwordHash }: Person, token: string): boolean {
    return passwordHash !== null && token.startsWith(byPassword);
  }

  /**
   * Sets a person's password. Whoever else is signed in as that person, or could be by a link, is no longer.
   * @param token of the session that goes on
   * @param present the password until now, where the session asks it
   * @throws problems: invalid, where that is another; not signed in, where access ended meanwhile
   */
  async setPassword(personId: string, password: string, token: string, present = ''): Promise<void> {
    const person = await this.whose(token);
    if (person?.id !== personId) throw problems.notSignedIn();
    if (this.asksPassword(person, token) && !(await verify(person.passwordHash ?? '', present)))
      throw problems.invalid([{ path: 'present', message: present ? 'is not your password' : 'is missing' }]);
    if (!(await this.#people.setPassword(personId, await hash(password), hashOf(token)))) throw problems.notSignedIn();
  }

  async whose(token: string): Promise<Person | null> {
    return this.#people.bySession(hashOf(token), this.#now());
  }

  async end(token: string): Promise<void> {
    await this.#people.deleteSession(hashOf(token));
  }

  /** Null where the password that was found right has been changed meanwhile, which takes a while to find. */
  async #startBy(tx: Tx, { id, passwordHash }: Person): Promise<Started | null> {
    const person = await this.#people.byId(id, tx);
    return person?.passwordHash === passwordHash ? this.#start(tx, person, byPassword + newToken()) : null;
  }

  /** Null where access ended meanwhile. */
  async #start(tx: Tx, person: Person, token: string): Promise<Started | null> {
    const expires = new Date(this.#now().getTime() + sessionHours * hour);
    await this.#people.deleteExpired(tx, this.#now());
    return (await this.#people.insertToken(tx, 'sessions', hashOf(token), person.id, expires)) ? { person, token } : null;
  }
}
