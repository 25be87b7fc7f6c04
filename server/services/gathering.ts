import { createHash } from 'node:crypto';
import { ruleFaults, type SmallNumberRules } from '../../triads/disclosure/rules.ts';
import type { Fault } from '../../triads/framework/checks.ts';
import type { Framework, Localised } from '../../triads/framework/framework.ts';
import type { Standing } from '../contract/collections.ts';
import type { NewCollection, SettingsDocument, SettingsView } from '../contract/settings.ts';
import type { Db, Tx } from '../database/connection.ts';
import { problems } from '../problems.ts';
import { lastEntry, record } from '../repositories/audit.ts';
import { type Collection, type Collections, type RetentionRule, restamp, type Wave } from '../repositories/collections.ts';
import { isDemonstrator, letDemonstratorsIn } from '../repositories/demonstrators.ts';
import type { FixedVersion } from '../repositories/frameworks.ts';
import { canonical } from './canonical.ts';
import { atTheServer, type Designer, type Designs } from './designs.ts';
import { stateOf } from './windows.ts';

type Taking = SettingsView['taking'];
/** Settings whose waves all say when they open. */
type Dated = Omit<SettingsDocument, 'waves'> & { waves: (Omit<Waved, 'opens'> & { opens: string })[] };
type Waved = SettingsDocument['waves'][number];

/** How collections are set up and kept. What a phone may already be answering on is never taken away from it. */
export class Gathering {
  readonly #db: Db;
  readonly #collections: Collections;
  readonly #designs: Designs;
  readonly #now: () => Date;

  constructor(db: Db, collections: Collections, designs: Designs, now: () => Date) {
    this.#db = db;
    this.#collections = collections;
    this.#designs = designs;
    this.#now = now;
  }

  /** Whether a collection takes stories, and when. */
  standing({ paused, closed, waves }: Collection): Standing {
    return {
      taking: closed ? 'closed' : paused ? 'paused' : 'open',
      since: closed ?? paused,
      waves: waves.map((wave) => this.#waveStanding(wave)),
    };
  }

  #waveStanding({ key, label, opens, closes, ends }: Wave): Standing['waves'][number] {
    return { key, label, opens, closes, state: stateOf({ opens, ends }, this.#now()), ends };
  }

  async view(collection: Collection): Promise<SettingsView> {
    const { threshold, roundingBase, thresholdReason, retention } = collection;
    return {
      ...documentOf(collection),
      id: collection.id,
      tag: tagOf(collection),
      saved: await savedBy(this.#db, collection),
      ...this.standing(collection),
      waves: collection.waves.map((wave) => ({ ...this.#waveStanding(wave), version: wave.versionId })),
      smallNumbers: { threshold, roundingBase, reason: thresholdReason },
      retention,
    };
  }

  /** @throws problem invalid, with every fault by its path */
  async make(designer: Designer, { needsKey, ...asked }: NewCollection): Promise<SettingsView> {
    const at = this.#now();
    const now = at.toISOString();
    const settings = dated(asked, now);
    return this.#checked(designer, settings, null, async () => {
      const collection = await this.#db.transaction().execute(async (tx) => {
        const keyRequiredFrom = needsKey ? now : null;
        const waves = settings.waves.map(waveOf);
        const made = await this.#collections.insert(tx, { ...settings, keyRequiredFrom, invented: false, waves });
        // What the demonstration's designer makes is the demonstration's, so that it can be gone through to its patterns.
        if (await isDemonstrator(tx, designer.personId)) await letDemonstratorsIn(tx, made.id, designer.personId, at);
        await this.#record(tx, designer, 'collection.make', made.id, { slug: settings.slug });
        return made;
      });
      return this.view(collection);
    });
  }

  /**
   * Replaces the settings that `tag` names.
   * @throws problems: saved since, invalid with every fault by its path
   */
  async change(designer: Designer, collection: Collection, tag: string, asked: SettingsDocument): Promise<SettingsView> {
    const settings = dated(asked, this.#now().toISOString());
    await this.#refuseOlder(this.#db, collection, tag);
    return this.#checked(designer, settings, collection, () =>
      this.#changing(designer, collection, 'collection.change', { slug: settings.slug }, async (tx, current) => {
        await this.#refuseOlder(tx, current, tag);
        await this.#collections.update(tx, current, settings, settings.waves.map(waveOf));
      }),
    );
  }

  /** @throws problem saved since, where the settings are others than `tag` names */
  async #refuseOlder(db: Db | Tx, current: Collection, tag: string): Promise<void> {
    if (tagOf(current) === tag) return;
    throw problems.savedSince((await savedBy(db, current)) ?? { by: atTheServer, at: this.#now().toISOString() });
  }

  /** @throws problem invalid, where the threshold needs a reason */
  setSmallNumbers(owner: Designer, collection: Collection, rules: SmallNumberRules): Promise<SettingsView> {
    const faults = ruleFaults(rules);
    if (faults.length) throw problems.invalid(faults);
    const { threshold, roundingBase, reason } = rules;
    const details = { threshold, roundingBase, ...(reason !== null && { reason }) };
    return this.#changing(owner, collection, 'collection.small-numbers', details, (tx) =>
      this.#collections.setSmallNumbers(tx, collection.id, rules),
    );
  }

  setRetention(owner: Designer, collection: Collection, rule: RetentionRule): Promise<SettingsView> {
    const details = {
      textsWeeks: rule.textsWeeks ?? 'never',
      storiesWeeks: rule.storiesWeeks ?? 'never',
      takenOutDays: rule.takenOutDays,
      exportDays: rule.exportDays,
    };
    return this.#changing(owner, collection, 'collection.retention', details, (tx) =>
      this.#collections.setRetention(tx, collection.id, rule),
    );
  }

  /**
   * Pauses, closes or opens again. Stories that were begun before a pause or close are taken through the days of grace.
   * @throws problem not in this state, where opening would open nothing
   */
  setTaking(designer: Designer, collection: Collection, taking: Taking): Promise<SettingsView> {
    const now = this.#now();
    const at = now.toISOString();
    return this.#changing(designer, collection, `collection.${taking}`, {}, async (tx, current) => {
      const paused = taking === 'paused' ? (current.paused ?? at) : null;
      const closed = taking === 'closed' ? (current.closed ?? at) : null;
      await this.#collections.setPaused(tx, collection.id, { paused, closed });
      if (taking !== 'open') return;
      const opened = await this.#collections.byId(collection.id, tx);
      if (opened?.waves.every((wave) => stateOf(wave, now) === 'closed')) {
        throw problems.notInThisState('All its waves are over: give the last one a later end or a version in use, or add a wave.');
      }
    });
  }

  async #changing(
    { personId }: Designer,
    { id }: Collection,
    action: string,
    details: Record<string, string | number>,
    work: (tx: Tx, current: Collection) => Promise<void>,
  ): Promise<SettingsView> {
    const changed = await this.#db.transaction().execute(async (tx) => {
      // First, so that whoever else changes this collection waits; patterns are made anew, since waves decide what they hold.
      await restamp(tx, [id]);
      const current = await this.#collections.byId(id, tx);
      if (!current) throw problems.notFound();
      await work(tx, current);
      await this.#record(tx, { personId }, action, id, details);
      return this.#collections.byId(id, tx);
    });
    if (!changed) throw problems.notFound();
    return this.view(changed);
  }

  #record(tx: Tx, { personId }: Pick<Designer, 'personId'>, action: string, subject: string, details: Record<string, string | number>) {
    return record(tx, { at: this.#now(), personId, action, subject, details });
  }

  /** Writes settings that pass the checks; where writing fails they are checked anew, since somebody may have been first. */
  async #checked(
    designer: Designer,
    settings: Dated,
    current: Collection | null,
    write: () => Promise<SettingsView>,
  ): Promise<SettingsView> {
    await this.#check(designer, settings, current);
    return write().catch(async (failure: unknown) => {
      await this.#check(designer, settings, current);
      throw failure;
    });
  }

  async #check(designer: Designer, settings: Dated, current: Collection | null): Promise<void> {
    const namesake = await this.#collections.bySlug(settings.slug);
    const versions = await this.#designs.fixedVersions(designer, current?.waves.map(({ versionId }) => versionId) ?? []);
    const faults = [
      ...(namesake && namesake.id !== current?.id ? [{ path: 'slug', message: 'is already the address of another collection' }] : []),
      ...textFaults(settings),
      ...windowFaults(settings.waves),
      ...versionFaults(settings, versions, current),
      ...(current ? takenAway(settings, current, this.#now()) : []),
    ];
    if (faults.length) throw problems.invalid(faults);
  }
}

const waveOf = ({ version, ...wave }: Dated['waves'][number]) => ({ ...wave, versionId: version });

/** Waves that open at once open now. */
function dated(settings: SettingsDocument, now: string): Dated {
  return { ...settings, waves: settings.waves.map((wave) => ({ ...wave, opens: wave.opens ?? now })) };
}

/** Who set a collection as it is, and when; null where no designer did. */
async function savedBy(db: Db | Tx, { id }: Collection): Promise<SettingsView['saved']> {
  const last = await lastEntry(db, ['collection.make', 'collection.change'], id);
  return last && { by: last.name ?? atTheServer, at: last.at };
}

function documentOf({ slug, title, languages, waves, randomOrder, rotation, breakdowns }: Collection): Dated {
  const documents = waves.map(({ key, label, opens, closes, versionId }) => ({ key, label, opens, closes, version: versionId }));
  return { slug, title, languages, waves: documents, randomOrder, rotation, breakdowns };
}

function tagOf(collection: Collection): string {
  return createHash('sha256')
    .update(canonical(documentOf(collection)))
    .digest('base64url');
}

function* textFaults({ languages, title, waves }: Dated): Generator<Fault> {
  if (new Set(languages).size < languages.length) yield { path: 'languages', message: 'names a language twice' };
  const texts: [string, Localised][] = [
    ['title', title],
    ...waves.map(({ label }, index): [string, Localised] => [`waves.${index}.label`, label]),
  ];
  for (const [path, text] of texts) {
    for (const language of languages) if (!text[language]?.trim()) yield { path, message: `has no text in ${language}` };
  }
}

function* windowFaults(waves: Dated['waves']): Generator<Fault> {
  for (const [index, { key, opens, closes }] of waves.entries()) {
    const path = `waves.${index}`;
    if (waves.findIndex((other) => other.key === key) < index) yield { path: `${path}.key`, message: `the key "${key}" is used twice` };
    if (closes !== null && new Date(closes) <= new Date(opens)) yield { path: `${path}.closes`, message: 'is not after it opens' };
    const before = waves[index - 1];
    if (before && (before.closes === null || new Date(before.closes) > new Date(opens))) {
      yield { path: `${path}.opens`, message: 'is before the wave before it has closed' };
    }
  }
}

function* versionFaults(settings: Dated, versions: FixedVersion[], current: Collection | null): Generator<Fault> {
  const asked: Framework[] = [];
  let framework: string | undefined;
  for (const [index, { key, version }] of settings.waves.entries()) {
    const path = `waves.${index}.version`;
    const found = versions.find(({ id }) => id === version);
    const isKept = current?.waves.some((wave) => wave.key === key && wave.versionId === version);
    if (!found) yield { path, message: 'is no published version that you may see' };
    else if (found.state === 'retired' && !isKept) yield { path, message: 'is retired' };
    if (!found) continue;
    framework ??= found.frameworkId;
    if (found.frameworkId !== framework) yield { path, message: 'is of another framework than the first wave’s' };
    for (const language of settings.languages) {
      if (!found.document.languages.includes(language)) yield { path, message: `has no texts in ${language}` };
    }
    asked.push(found.document);
  }
  const aboutParticipants = asked.flatMap(({ signifiers }) =>
    signifiers.flatMap(({ kind, about, key }) => (kind === 'choice' && about === 'participant' ? key : [])),
  );
  for (const [index, key] of settings.breakdowns.entries()) {
    if (!aboutParticipants.includes(key)) yield { path: `breakdowns.${index}`, message: `"${key}" is no choice about the participant` };
  }
}

/** Whether a changed close would end a wave before now, and before it ended by itself: the days of grace would begin in the past. */
function endsBefore(closes: string | null, wave: Wave, now: Date): boolean {
  if (closes === null || (wave.closes !== null && +new Date(closes) === +new Date(wave.closes))) return false;
  return new Date(closes) < now && (wave.ends === null || new Date(closes) < new Date(wave.ends));
}

/** What phones may be answering on already, and addresses that may hang on walls, stay as they are. */
function* takenAway(settings: Dated, current: Collection, now: Date): Generator<Fault> {
  const opened = current.waves.filter(({ opens }) => now >= new Date(opens));
  if (!opened.length) return;
  const isAnswered = 'cannot be taken away once a wave has opened: phones may be answering on it';
  if (settings.slug !== current.slug) yield { path: 'slug', message: 'is on links and posters once a wave has opened' };
  for (const language of current.languages) {
    if (!settings.languages.includes(language)) yield { path: 'languages', message: `${language} ${isAnswered}` };
  }
  if (current.randomOrder && !settings.randomOrder) yield { path: 'randomOrder', message: isAnswered };
  if (current.rotation && !settings.rotation) yield { path: 'rotation', message: isAnswered };
  for (const [index, wave] of opened.entries()) {
    const path = `waves.${index}`;
    const kept = settings.waves[index];
    if (kept?.key !== wave.key) yield { path: `${path}.key`, message: `the wave "${wave.key}" has opened: it stays where it is` };
    else if (kept.version !== wave.versionId) yield { path: `${path}.version`, message: 'stays once the wave has opened: add a wave' };
    else if (+new Date(kept.opens) !== +new Date(wave.opens)) yield { path: `${path}.opens`, message: 'stays once the wave has opened' };
    else if (endsBefore(kept.closes, wave, now)) {
      const how = 'to close it now, close the collection under Progress, or say a time to come';
      yield { path: `${path}.closes`, message: `is over already, and stories that are being told would be lost: ${how}` };
    }
  }
}
