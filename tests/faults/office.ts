import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { Sessions } from '../../server/access/sessions.ts';
import { readConfig } from '../../server/config.ts';
import type { ExportEntry } from '../../server/contract/exports.ts';
import type { ImportEntry } from '../../server/contract/imports.ts';
import { stories } from '../../server/demonstration/ccpl-pulse.ts';
import { ccplFramework, demonstrationCollections } from '../../server/demonstration/collections.ts';
import { loadCollection } from '../../server/services/demonstration.ts';
import { openHouse } from '../../server/services/house.ts';
import { readPepper } from '../../server/services/secrets.ts';
import { grant } from '../fixtures.ts';
import { sensemakerFile } from '../sensemaker-file.ts';
import type { Ground } from './ground.ts';
import type { ServerProcess } from './server-process.ts';

/** Somebody who takes stories out of a large collection and imports them into the ground's own. */
export interface Office {
  token: string;
  large: string;
  own: string;
}

/** @param count stories of the large collection */
export async function furnish(ground: Ground, count: number): Promise<Office> {
  return ground.look(async (database) => {
    const config = readConfig({ DATA_DIR: ground.dataDir, DATABASE_URL: ground.databaseUrl });
    const house = openHouse(database, config, readPepper(config));
    const [, pulse] = demonstrationCollections;
    if (!pulse) throw new Error('the demonstration has no pulse');
    const large = await loadCollection(house, { ...pulse, slug: 'large', stories: stories(ccplFramework, 2026, count) });
    const grants = [grant('researcher'), grant('designer')];
    const { id } = await house.people.insert({ name: 'Rosa', email: 'rosa@example.org', grants, demonstration: false });
    const sessions = new Sessions(house.people, house.now);
    const { token } = await sessions.signInByLink((await sessions.makeLink(id)).secret);
    return { token, large: large.id, own: ground.collection.id };
  });
}

/** A capture file of invented stories. */
export function captureFile(count: number): string {
  const told = [...stories(ccplFramework, 7, count)];
  return sensemakerFile(
    ccplFramework,
    told.map(({ story, answers, week }) => ({ answers, week, ...(story && { story }) })),
  );
}

/** What somebody at the office asks of a server. */
export class AtTheOffice {
  readonly #server: ServerProcess;
  readonly #office: Office;
  readonly #exports: string;
  readonly #imports: string;

  constructor(server: ServerProcess, office: Office) {
    this.#server = server;
    this.#office = office;
    this.#exports = `/api/v1/collections/${office.large}/exports`;
    this.#imports = `/api/v1/collections/${office.own}/imports`;
  }

  /** @returns the answer of the API, whatever its status */
  async ask<Answer>(method: string, path: string, body?: object | string): Promise<{ status: number; body: Answer }> {
    const type = typeof body === 'string' ? 'text/csv' : 'application/json';
    const response = await fetch(`${this.#server.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#office.token}`, ...(body !== undefined && { 'content-type': type }) },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Answer };
  }

  /** Makes an export, and waits until it is made or stopped; what refuses it is given back as it is. */
  async export(): Promise<{ status: number; entry: ExportEntry }> {
    const asked = { purpose: 'research', format: 'json-lines' };
    const { status, body } = await this.ask<ExportEntry>('POST', this.#exports, asked);
    if (status !== 201) return { status, entry: body };
    return {
      status,
      entry: await until(
        () => this.listed(body.id),
        ({ state }) => state !== 'making',
      ),
    };
  }

  async listed(id: string): Promise<ExportEntry> {
    const { body } = await this.ask<{ exports: ExportEntry[] }>('GET', this.#exports);
    const entry = body.exports.find((one) => one.id === id);
    if (!entry) throw new Error(`export ${id} is not listed`);
    return entry;
  }

  /** Begins to fetch a file; it comes as it is read. */
  async begin(id: string): Promise<IncomingMessage> {
    const headers = { authorization: `Bearer ${this.#office.token}` };
    const [response] = await once(get(`${this.#server.url}${this.#exports}/${id}/file`, { headers, agent: false }), 'response');
    return response as IncomingMessage;
  }

  /** A file, whole. @throws where it is cut short */
  async whole(id: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of await this.begin(id)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  send(file: string) {
    return this.ask<ImportEntry>('POST', `${this.#imports}?name=capture.csv`, file);
  }

  async imported(id: string): Promise<ImportEntry> {
    return (await this.ask<ImportEntry>('GET', `${this.#imports}/${id}`)).body;
  }

  /** Has a file read through, and waits for what comes of it. */
  async check(id: string): Promise<ImportEntry> {
    await this.ask('PUT', `${this.#imports}/${id}/check`, { wave: 'first', language: 'en-GB' });
    return until(
      () => this.imported(id),
      ({ state }) => state !== 'checking',
    );
  }

  /** Begins to take a file. */
  take(id: string) {
    const stated = { consent: ['patterns', 'read'], statement: 'Invented.', leaveOut: 0 };
    return this.ask<ImportEntry>('PUT', `${this.#imports}/${id}/taking`, stated);
  }

  /** Waits until an import is taken or stopped. */
  taken(id: string): Promise<ImportEntry> {
    return until(
      () => this.imported(id),
      ({ state }) => state !== 'taking',
    );
  }
}

/** Asks until the answer is as wanted. @throws Error after 30 seconds */
export async function until<Answer>(ask: () => Answer | Promise<Answer>, holds: (answer: Answer) => boolean): Promise<Answer> {
  const end = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > end) throw new Error(`waited 30 seconds in vain: ${JSON.stringify(answer)?.slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
