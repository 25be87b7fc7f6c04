import { zoneOfAnswer, zonesOf } from '../../triads/geometry/answer-zones.ts';
import type { StoryRead } from '../contract/collections.ts';
import type { Grant } from '../contract/staff.ts';
import { problems } from '../problems.ts';
import type { Collection } from '../repositories/collections.ts';
import type { Listings } from '../repositories/listings.ts';
import { agreedToWorkshop, type Reader, type ReadStory, type Texts } from '../repositories/texts.ts';
import type { Patterns } from './patterns.ts';

/** A page of stories with the id after which the next one starts. */
export interface Page {
  stories: StoryRead[];
  next: string | null;
}

/** A zone of one signifier. */
interface Within {
  signifier: string;
  zone: string;
}

export const pageSize = 50;

type StaffReader = Extract<Reader, { as: 'researcher' | 'lead' }>;

/** As whom a person with these grants reads; the first that the gate lets through decides. */
export function readersOf(grants: Grant[]): StaffReader[] {
  const readers: StaffReader[] = [];
  if (grants.some(({ role }) => role === 'researcher')) readers.push({ as: 'researcher' });
  for (const { role, region } of grants) if (role === 'lead') readers.push({ as: 'lead', region });
  return readers;
}

/** Reading stories through the consent gate. */
export class Reading {
  readonly #patterns: Patterns;
  readonly #listings: Listings;
  readonly #texts: Texts;

  constructor(patterns: Patterns, listings: Listings, texts: Texts) {
    this.#patterns = patterns;
    this.#listings = listings;
    this.#texts = texts;
  }

  /** One story; whoever may not see it learns only that there is nothing. */
  async one(collection: Collection, grants: Grant[], id: string): Promise<StoryRead> {
    for (const reader of readersOf(grants)) {
      const [story] = await this.#texts.read(reader, collection.id, [id]);
      if (story) return view(collection, reader, story, null);
    }
    throw problems.notFound();
  }

  /** The readable stories behind rows of a pattern body; researchers only. */
  async behind(collection: Collection, grants: Grant[], stamp: string, rows: number[]): Promise<Page> {
    const reader = readersOf(grants).find(({ as }) => as === 'researcher');
    if (!reader) throw problems.notFound();
    const rowOf = await this.#patterns.storiesBehind(collection, stamp, rows);
    const stories = await this.#texts.read(reader, collection.id, [...rowOf.keys()]);
    const views = stories.map((story) => view(collection, reader, story, rowOf.get(story.id) ?? null));
    return { stories: views.sort((a, b) => rows.indexOf(a.row ?? 0) - rows.indexOf(b.row ?? 0)), next: null };
  }

  /**
   * What is released to a lead, by id.
   * @param within only what lies in this zone of one signifier; all where null
   * @throws problem invalid, when no such zone is asked
   */
  async released(collection: Collection, grants: Grant[], within: Within | null, after: string): Promise<Page> {
    const lead = readersOf(grants).find((reader) => reader.as === 'lead');
    if (!lead) throw problems.notFound();
    if (within) await this.#checkZone(collection, within);
    const ids = (await this.#listings.standings(collection.id))
      .filter(({ id, release, scopes, region }) => id > after && release === 'released' && agreedToWorkshop(scopes, region, lead.region))
      .map(({ id }) => id);
    const found: ReadStory[] = [];
    for (let start = 0; start < ids.length && found.length <= pageSize; start += pageSize) {
      const stories = await this.#texts.read(lead, collection.id, ids.slice(start, start + pageSize));
      const lying = stories.filter(({ answers }) => !within || zoneOfAnswer(JSON.parse(answers)[within.signifier]) === within.zone);
      found.push(...lying.sort((a, b) => (a.id < b.id ? -1 : 1)));
    }
    const page = found.slice(0, pageSize);
    return {
      stories: page.map((story) => view(collection, lead, story, null)),
      next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null,
    };
  }

  async #checkZone(collection: Collection, { signifier: key, zone }: Within): Promise<void> {
    const signifier = (await this.#patterns.signifiers(collection)).find((asked) => asked.key === key);
    const known = signifier ? zonesOf(signifier) : [];
    if (known.length === 0) throw problems.invalid([{ path: 'signifier', message: 'is a triad or a dyad of this collection' }]);
    if (!known.includes(zone)) throw problems.invalid([{ path: 'zone', message: `is one of ${known.join(', ')}` }]);
  }
}

function view({ waves }: Collection, reader: Reader, story: ReadStory, row: number | null): StoryRead {
  return {
    id: story.id,
    row,
    wave: waves.find(({ id }) => id === story.waveId)?.key ?? '',
    language: story.language,
    words: story.words,
    revision: story.revision,
    answers: reader.as === 'researcher' ? JSON.parse(story.answers) : null,
  };
}
