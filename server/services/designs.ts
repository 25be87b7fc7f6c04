import { breaksBetween, type Changes, changesBetween } from '../../triads/framework/changes.ts';
import { draftOf, publishable } from '../../triads/framework/draft.ts';
import type { Draft } from '../../triads/framework/framework.ts';
import type { DraftView, FrameworkEntry, Imported, NewFramework, VersionView } from '../contract/frameworks.ts';
import type { Grant } from '../contract/staff.ts';
import type { Db, Tx } from '../database/connection.ts';
import { readFramework } from '../formats/read-framework.ts';
import { firstDraft, type Piece, pieces, withUsualWording } from '../library/library.ts';
import { problems } from '../problems.ts';
import { record } from '../repositories/audit.ts';
import type { DraftVersion, FixedVersion, FrameworkHistory, Frameworks, FrameworkVersion } from '../repositories/frameworks.ts';

/** Who designs: a person with the grants of a designer, or the command line, which may do all. */
export interface Designer {
  personId: string | null;
  /** Null for the command line. */
  grants: Grant[] | null;
}

/** Where a person has no name to be told: the command line has none. */
export const atTheServer = 'somebody at the server';

/** Making frameworks: drafts that several write on, versions that never change. */
export class Designs {
  readonly #db: Db;
  readonly #frameworks: Frameworks;
  readonly #now: () => Date;

  constructor(db: Db, frameworks: Frameworks, now: () => Date) {
    this.#db = db;
    this.#frameworks = frameworks;
    this.#now = now;
  }

  /** The frameworks that a designer may see. */
  async list(designer: Designer): Promise<FrameworkEntry[]> {
    const [all, isSeen] = await Promise.all([this.#frameworks.all(), this.#sight(designer)]);
    return Promise.all(all.filter(isSeen).map((framework) => this.#entry(framework, designer)));
  }

  /** The signifiers that there are to start from. */
  library(): Piece[] {
    return [...pieces];
  }

  async one(designer: Designer, id: string): Promise<FrameworkEntry> {
    return this.#entry(await this.seen(designer, id), designer);
  }

  /**
   * Begins a framework as asked.
   * @throws problem invalid, for a piece that the library does not have or a version that the designer may not see
   */
  async beginFrom(designer: Designer, begin: NewFramework): Promise<FrameworkEntry> {
    if (begin.from === 'version') {
      const { document } = await this.#versionOfAny(designer, begin.version);
      return this.begin(designer, { ...draftOf(document), key: begin.key });
    }
    const { key, title, languages } = begin;
    const asked = begin.from === 'library' ? begin.pieces : [];
    const chosen = asked.map((wanted) => pieces.find(({ signifier }) => signifier.key === wanted));
    const unknown = chosen.flatMap((piece, index) => (piece ? [] : [{ path: `pieces.${index}`, message: 'is not in the library' }]));
    if (unknown.length) throw problems.invalid(unknown);
    const titles = Object.fromEntries(languages.slice(0, 1).map((language) => [language, title]));
    return this.begin(
      designer,
      firstDraft(
        { key, title: titles, languages },
        chosen.filter((piece) => piece !== undefined),
      ),
    );
  }

  /**
   * Begins a framework from a file: a draft, whatever the file was.
   * @throws problem no framework, with every fault by its path in the file; nothing is kept of it then
   */
  async beginFromFile(designer: Designer, bytes: Uint8Array): Promise<Imported> {
    const read = readFramework(bytes);
    if ('faults' in read) throw problems.noFramework(read.faults);
    const isOwn = read.format === 'storyfield';
    const framework = await this.begin(designer, isOwn ? read.draft : withUsualWording(read.draft));
    const consent = { path: 'consent', message: 'is the usual wording: the file has none' };
    return { framework, format: read.format, remarks: isOwn ? read.remarks : [...read.remarks, consent] };
  }

  /** Begins a framework with a draft. */
  async begin(designer: Designer, document: Draft): Promise<FrameworkEntry> {
    const id = await this.#db.transaction().execute((tx) => this.#frameworks.insert(tx, this.#saving(designer, document)));
    return this.one(designer, id);
  }

  /** A version of any framework that a designer may see, to copy. */
  async #versionOfAny(designer: Designer, versionId: string): Promise<FrameworkVersion> {
    const [all, isSeen] = await Promise.all([this.#frameworks.all(), this.#sight(designer)]);
    const version = all.filter(isSeen).flatMap(({ versions }) => versions.filter(({ id }) => id === versionId))[0];
    if (!version) throw problems.invalid([{ path: 'version', message: 'is no version that you may see' }]);
    return version;
  }

  async draft(designer: Designer, id: string): Promise<DraftView> {
    return view(draftIn(await this.seen(designer, id)));
  }

  /**
   * Saves a draft over the one that `tag` names.
   * @throws problem saved since, when it is another by now; nothing is overwritten
   */
  async save(designer: Designer, id: string, tag: string, document: Draft): Promise<DraftView> {
    const draft = draftIn(await this.seen(designer, id));
    await this.#changing(designer, id, (tx) => this.#frameworks.saveDraft(tx, draft.id, tag, this.#saving(designer, document)));
    return this.draft(designer, id);
  }

  async discard(designer: Designer, id: string, tag: string): Promise<void> {
    const draft = draftIn(await this.seen(designer, id));
    await this.#changing(designer, id, (tx) => this.#frameworks.discardDraft(tx, draft, tag));
  }

  /** Starts a draft from a version of the same framework. */
  async startDraft(designer: Designer, id: string, versionId: string): Promise<DraftView> {
    const { versions } = await this.seen(designer, id);
    const from = versions.find((version) => version.id === versionId);
    if (!from) throw problems.invalid([{ path: 'version', message: 'is no version of this framework' }]);
    const number = Math.max(...versions.map(({ number }) => number)) + 1;
    const saving = this.#saving(designer, draftOf(from.document));
    const isStarted = await this.#db.transaction().execute((tx) => this.#frameworks.insertDraft(tx, id, number, saving));
    if (!isStarted) throw problems.notInThisState('This framework has a draft already.');
    return this.draft(designer, id);
  }

  /**
   * Publishes a draft: from then on it never changes, and its keys keep their meaning.
   * @throws problems: breaks data, with every fault by its path; saved since
   */
  async publish(designer: Designer, id: string, tag: string, sameMeaning: string[]): Promise<VersionView> {
    const framework = await this.seen(designer, id);
    const draft = draftIn(framework);
    const { framework: document, faults } = publishable(draft.document);
    if (!document) throw problems.breaksData(faults);
    const earlier = fixedOf(framework).map((version) => version.document);
    const broken = breaksBetween(earlier, document, sameMeaning, document.languages[0]);
    if (broken.length) throw problems.breaksData(broken);
    const at = this.#now();
    await this.#changing(designer, id, async (tx) => {
      if (!(await this.#frameworks.publish(tx, draft.id, tag, document, at.toISOString(), sameMeaning))) return false;
      const details = { framework: id, number: draft.number, ...(sameMeaning.length && { sameMeaning: sameMeaning.join(', ') }) };
      await record(tx, { at, personId: designer.personId, action: 'version.publish', subject: draft.id, details });
      return true;
    });
    return this.version(designer, id, draft.id);
  }

  async version(designer: Designer, id: string, versionId: string): Promise<VersionView> {
    const version = fixedOf(await this.seen(designer, id)).find((one) => one.id === versionId);
    if (!version) throw problems.notFound();
    const [entry] = await this.#versionEntries([version], designer);
    if (!entry) throw problems.notFound();
    return { ...entry, framework: id, document: version.document };
  }

  /** Retires a version: rounds that ask it end, and stories that were begun before are taken through the days of grace. */
  async retire(designer: Designer, id: string, versionId: string): Promise<VersionView> {
    const version = fixedOf(await this.seen(designer, id)).find((one) => one.id === versionId);
    if (!version) throw problems.notFound();
    const others = (await this.#frameworks.asking([versionId])).filter(({ collectionId }) => !worksOn(designer, collectionId));
    if (others.length) throw problems.notInThisState('Collections that you do not work on ask this version.');
    const at = this.#now();
    await this.#db.transaction().execute(async (tx) => {
      if (!(await this.#frameworks.retire(tx, versionId, at.toISOString()))) {
        throw problems.notInThisState('This version is retired already.');
      }
      const details = { framework: id, number: version.number };
      await record(tx, { at, personId: designer.personId, action: 'version.retire', subject: versionId, details });
    });
    return this.version(designer, id, versionId);
  }

  /** What changed between two versions of a framework, of which the later may be the draft. */
  async changes(designer: Designer, id: string, versionId: string, since: string, language: string | undefined): Promise<Changes> {
    const framework = await this.seen(designer, id);
    const find = (wanted: string) => framework.versions.find((version) => version.id === wanted);
    const [before, after] = [find(since), find(versionId)];
    if (!after) throw problems.notFound();
    if (!before) throw problems.invalid([{ path: 'since', message: 'is no version of this framework' }]);
    const declared = fixedOf(framework).filter(({ number }) => number > before.number && number <= after.number);
    const sameMeaning = declared.flatMap((version) => version.sameMeaning);
    return changesBetween(before.document, after.document, sameMeaning, language ?? after.document.languages[0]);
  }

  /** Any version of a framework, the draft too: what a file is made of. */
  async document(designer: Designer, id: string, versionId: string): Promise<FrameworkVersion> {
    const version = (await this.seen(designer, id)).versions.find((one) => one.id === versionId);
    if (!version) throw problems.notFound();
    return version;
  }

  #saving({ personId }: Designer, document: Draft): { document: Draft; at: string; personId: string | null } {
    return { document, at: this.#now().toISOString(), personId };
  }

  /** Runs a change to a draft; where it finds another draft than it was made for, says who saved that and when. */
  async #changing(designer: Designer, id: string, change: (tx: Tx) => Promise<boolean>): Promise<void> {
    if (await this.#db.transaction().execute(change)) return;
    const { saved } = view(draftIn(await this.seen(designer, id)));
    throw problems.savedSince(saved);
  }

  /** Every version that was published and that a designer may see, or knows from a collection. */
  async fixedVersions(designer: Designer, known: string[]): Promise<FixedVersion[]> {
    const [all, isSeen] = await Promise.all([this.#frameworks.all(), this.#sight(designer)]);
    return all.flatMap((framework) => fixedOf(framework).filter(({ id }) => isSeen(framework) || known.includes(id)));
  }

  /** What a designer may see: all over all collections; over one, what its rounds ask, and what one began oneself. */
  async #sight({ personId, grants }: Designer): Promise<(framework: FrameworkHistory) => boolean> {
    if (!grants || grants.some(({ collection }) => collection === null)) return () => true;
    const asked = await this.#frameworks.askedBy(grants.flatMap(({ collection }) => collection ?? []));
    return ({ id, madeBy }) => asked.has(id) || madeBy === personId;
  }

  /**
   * A framework with its versions, for who may see it.
   * @throws problem not found
   */
  async seen(designer: Designer, id: string): Promise<FrameworkHistory> {
    const [framework, isSeen] = await Promise.all([this.#frameworks.byId(id), this.#sight(designer)]);
    if (!framework || !isSeen(framework)) throw problems.notFound();
    return framework;
  }

  async #entry(framework: FrameworkHistory, designer: Designer): Promise<FrameworkEntry> {
    const { id, key, versions } = framework;
    const draft = versions.find((version) => version.state === 'draft');
    return {
      id,
      key: draft && !fixedOf(framework).length ? draft.document.key : key,
      title: versions.at(-1)?.document.title ?? {},
      versions: await this.#versionEntries(fixedOf(framework), designer),
      draft: draft ? { id: draft.id, number: draft.number, tag: draft.tag, saved: view(draft).saved } : null,
    };
  }

  async #versionEntries(versions: FixedVersion[], designer: Designer): Promise<FrameworkEntry['versions']> {
    const asking = (await this.#frameworks.asking(versions.map(({ id }) => id))).filter(({ collectionId }) =>
      worksOn(designer, collectionId),
    );
    return versions.map(({ id, number, state, document, published, retired }) => ({
      id,
      number,
      state,
      languages: document.languages,
      signifiers: document.signifiers.length,
      published: new Date(published).toISOString(),
      retired,
      collections: asking.filter(({ versionId }) => versionId === id).map(({ slug }) => slug),
    }));
  }
}

const worksOn = ({ grants }: Designer, collectionId: string) =>
  !grants || grants.some(({ collection }) => collection === null || collection === collectionId);

function fixedOf({ versions }: FrameworkHistory): FixedVersion[] {
  return versions.filter((version): version is FixedVersion => version.state !== 'draft');
}

/** @throws problem not found, where there is no draft */
function draftIn({ versions }: FrameworkHistory): DraftVersion {
  const draft = versions.find((version): version is DraftVersion => version.state === 'draft');
  if (!draft) throw problems.notFound();
  return draft;
}

function view({ id, number, frameworkId, tag, saved, savedBy, document }: DraftVersion): DraftView {
  return { id, number, framework: frameworkId, tag, saved: { by: savedBy?.name ?? atTheServer, at: saved }, document };
}
