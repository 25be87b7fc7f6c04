import { randomUUID } from 'node:crypto';
import { regionQuestion } from '../../triads/framework/region.ts';
import type { Grant, Role } from '../contract/staff.ts';
import { ccplFramework, type DemonstrationCollection, demonstrationCollections } from '../demonstration/collections.ts';
import type { InventedStory } from '../demonstration/story.ts';
import type { Collection } from '../repositories/collections.ts';
import { letDemonstratorsIn } from '../repositories/demonstrators.ts';
import type { Person } from '../repositories/people.ts';
import type { NewStory } from '../repositories/stories.ts';
import type { House } from './house.ts';
import { regionOf } from './submissions.ts';
import { partWords } from './words.ts';

const batchSize = 500;

/**
 * The people of the demonstration: a researcher who also designs and reviews, and a workshop lead of the Midlands. They hold their roles
 * over its collections alone, but only a designer of all makes new collections.
 */
const people = [
  {
    name: 'Rosa (researcher)',
    email: 'rosa@demonstration.invalid',
    everywhere: ['designer'],
    here: ['researcher', 'reviewer'],
    region: null,
  },
  { name: 'Len (workshop lead)', email: 'len@demonstration.invalid', everywhere: [], here: ['lead'], region: 'midlands' },
] satisfies { name: string; email: string; everywhere: Role[]; here: Role[]; region: string | null }[];

/** Fills an empty house with the demonstration: two collections of invented stories and the people to look at them. */
export async function loadDemonstration(house: House): Promise<void> {
  const collections: Collection[] = [];
  for (const one of demonstrationCollections) collections.push(await loadCollection(house, one));
  for (const { name, email, everywhere, here, region } of people) {
    const grants: Grant[] = [
      ...everywhere.map((role) => ({ role, collection: null, region })),
      ...collections.flatMap(({ id }) => here.map((role) => ({ role, collection: id, region }))),
    ];
    await house.staffing.add({ name, email, grants }, null, true);
  }
}

/** Who shows the demonstration to a newcomer; null once the house holds anything else, or no demonstration. */
export async function demonstrators(house: House): Promise<{ explorer: Person; exporter: Person } | null> {
  const isOnlyDemonstration = (await house.people.countOwn()) === 0 && (await house.collections.all()).every(({ invented }) => invented);
  if (!isOnlyDemonstration) return null;
  const [explorer, exporter] = await Promise.all(people.map(({ email }) => house.people.byEmail(email)));
  return explorer && exporter ? { explorer, exporter } : null;
}

/** Loads one collection of invented stories, batch by batch; the demonstration's people see it as they see the others. */
export async function loadCollection(
  house: House,
  one: DemonstrationCollection,
  progress: (stories: number) => void = () => {},
): Promise<Collection> {
  const collection = await house.database.db.transaction().execute(async (tx) => {
    const versionId = await house.frameworks.insertPublished(tx, ccplFramework, house.now().toISOString());
    const made = await house.collections.insert(tx, {
      slug: one.slug,
      title: one.title,
      languages: ccplFramework.languages,
      invented: true,
      threshold: 5,
      randomOrder: false,
      rotation: false,
      waves: one.waves.map((wave) => ({ ...wave, versionId })),
    });
    await letDemonstratorsIn(tx, made.id, null, house.now());
    return made;
  });
  const waves = new Map(collection.waves.map((wave) => [wave.key, wave]));
  const question = regionQuestion(ccplFramework)?.key;
  let batch: NewStory[] = [];
  let stored = 0;
  const store = async () => {
    await house.stories.insertBatch(batch);
    stored += batch.length;
    batch = [];
    progress(stored);
  };
  for (const story of one.stories) {
    const wave = waves.get(story.wave);
    if (!wave) throw new Error(`the demonstration has no wave ${story.wave}`);
    batch.push(newStory(story, { collectionId: collection.id, waveId: wave.id, versionId: wave.versionId }, question, house));
    if (batch.length === batchSize) await store();
  }
  if (batch.length) await store();
  await house.segments.seal(collection.id);
  return collection;
}

function newStory(
  { language, week, story, answers, consent, release }: InventedStory,
  place: Pick<NewStory, 'collectionId' | 'waveId' | 'versionId'>,
  question: string | undefined,
  { pepper }: House,
): NewStory {
  const { document, words } = partWords(answers);
  return {
    ...place,
    id: randomUUID(),
    language,
    week,
    region: regionOf(question, document),
    answers: document,
    shown: null,
    release,
    consent: Object.fromEntries(consent.map((scope) => [scope, null])),
    words: story ? { ...story, answers: words } : null,
    // Nobody holds a receipt of an invented story: these are HMACs of values thrown away.
    keyHmac: pepper.hmac('key', randomUUID()),
    receiptHmac: pepper.hmac('receipt', randomUUID()),
    bodyHmac: pepper.hmac('body', randomUUID()),
    pepper: pepper.name,
  };
}
