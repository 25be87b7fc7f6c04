import type { Config } from '../config.ts';
import type { Database } from '../database/connection.ts';
import { Watching } from '../live/watching.ts';
import { Collections } from '../repositories/collections.ts';
import { DraftComments } from '../repositories/draft-comments.ts';
import { DraftLinks } from '../repositories/draft-links.ts';
import { Escalations } from '../repositories/escalations.ts';
import { Exports } from '../repositories/exports.ts';
import { Frameworks } from '../repositories/frameworks.ts';
import { Imports } from '../repositories/imports.ts';
import { LinkKeys } from '../repositories/link-keys.ts';
import { Listings } from '../repositories/listings.ts';
import { Notes } from '../repositories/notes.ts';
import { People } from '../repositories/people.ts';
import { Segments } from '../repositories/segments.ts';
import { StepDocuments } from '../repositories/step-documents.ts';
import { Stories } from '../repositories/stories.ts';
import { Texts } from '../repositories/texts.ts';
import { TryOuts } from '../repositories/try-outs.ts';
import { Views } from '../repositories/views.ts';
import { Alike } from './alike.ts';
import { Codesign } from './codesign.ts';
import { Designs } from './designs.ts';
import { Escalating } from './escalations.ts';
import { Exporting } from './exports/exporting.ts';
import { Forms } from './forms.ts';
import { Gathering } from './gathering.ts';
import { Importing } from './imports/importing.ts';
import { Kept } from './kept.ts';
import { Ledger } from './ledger.ts';
import { Links } from './links.ts';
import { Patterns } from './patterns.ts';
import { Pilot } from './pilot.ts';
import { Progress } from './progress.ts';
import { Reading } from './reading.ts';
import { Receipts } from './receipts.ts';
import { Retention } from './retention.ts';
import { ReviewQueue } from './review-queue.ts';
import { Reviews } from './reviews.ts';
import { Sealing } from './sealing.ts';
import type { Pepper } from './secrets.ts';
import { SharingOut } from './sharing-out/sharing-out.ts';
import { Staffing } from './staffing.ts';
import { Steps } from './steps.ts';
import { Submissions } from './submissions.ts';

/**
 * Repositories and services of one house, composed once; routes and the command line use nothing else.
 * @param pepper the one that was let in
 */
export function openHouse(database: Database, config: Config, pepper: Pepper, now: () => Date = () => new Date()) {
  const { db, engine } = database;
  const collections = new Collections(db);
  const people = new People(db);
  const frameworks = new Frameworks(db);
  const listings = new Listings(db);
  const texts = new Texts(db, engine);
  const segments = new Segments(db);
  const stories = new Stories(db, engine, texts, segments);
  const links = new Links(db, collections, new LinkKeys(db), config.publicUrl, now);
  const designs = new Designs(db, frameworks, now);
  const patterns = new Patterns(collections, listings, segments);
  const tryOuts = new TryOuts(db);
  const exports = new Exports(db);
  const escalations = new Escalations(db);
  const alike = new Alike(patterns, segments);
  const reviewQueue = new ReviewQueue(db, listings, texts, exports, alike);
  const ledger = new Ledger(config.dataDir);
  const views = new Views(db);
  const steps = new Steps(new StepDocuments(db));
  const sharingOut = new SharingOut(patterns, steps);
  const codesignRooms = { frameworks, designs, links: new DraftLinks(db), tryOuts, comments: new DraftComments(db) };
  return {
    database,
    config,
    now,
    pepper,
    collections,
    frameworks,
    designs,
    codesign: new Codesign(database, codesignRooms, { publicUrl: config.publicUrl, now }),
    tryOuts,
    gathering: new Gathering(db, collections, designs, now),
    retention: new Retention(database, collections, listings, stories, texts, now),
    pilot: new Pilot(collections, listings, designs, tryOuts, steps),
    progress: new Progress(listings, steps, sharingOut),
    links,
    importing: new Importing(
      database,
      { collections, stories, segments, imports: new Imports(db, texts, segments), ledger },
      config.dataDir,
      pepper,
      now,
    ),
    listings,
    stories,
    segments,
    people,
    staffing: new Staffing(people, collections, now),
    patterns,
    sharingOut,
    kept: new Kept(db, views, new Notes(db), patterns, now),
    watching: new Watching((id) => collections.stamp(id)),
    forms: new Forms(collections, links, now),
    submissions: new Submissions(collections, stories, new Sealing(segments), links, pepper, now),
    receipts: new Receipts(database, collections, stories, texts, ledger, pepper),
    reading: new Reading(patterns, listings, texts),
    reviewQueue,
    reviews: new Reviews(database, { stories, texts, escalations, queue: reviewQueue, alike }, now),
    escalations: new Escalating(escalations, stories, reviewQueue, now),
    exporting: new Exporting({ database, exports, listings, texts, views, patterns, sharingOut, collections }, now),
  };
}

export type House = ReturnType<typeof openHouse>;
