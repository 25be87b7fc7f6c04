import { randomBytes } from 'node:crypto';
import { linkKeyBytes, linkKeyFrom, readLinkKey, showLinkKey } from '../../triads/answers/link-key.ts';
import type { Localised } from '../../triads/framework/framework.ts';
import { localise } from '../../triads/framework/localise.ts';
import type { Link, LinkKeyEntry } from '../contract/links.ts';
import type { KeyStanding } from '../contract/tell.ts';
import type { Db } from '../database/connection.ts';
import { poster } from '../formats/printed/poster.ts';
import { MissingLetter } from '../formats/printed/typesetter.ts';
import { qrSvg } from '../formats/qr.ts';
import { problems } from '../problems.ts';
import { record } from '../repositories/audit.ts';
import type { Collection, Collections } from '../repositories/collections.ts';
import type { LinkKey, LinkKeys } from '../repositories/link-keys.ts';
import { graceFrom, waveToAsk } from './windows.ts';

interface Asked {
  language?: string | undefined;
  /** The id of the key. */
  key?: string | undefined;
}

export interface Printed<File> {
  /** What the file is called where it is saved. */
  name: string;
  file: File;
}

/** The links to collections, and the keys in them: against stories sent by the hundred, and to take a poster down from afar. */
export class Links {
  readonly #db: Db;
  readonly #collections: Collections;
  readonly #keys: LinkKeys;
  readonly #publicUrl: string;
  readonly #now: () => Date;

  constructor(db: Db, collections: Collections, keys: LinkKeys, publicUrl: string, now: () => Date) {
    this.#db = db;
    this.#collections = collections;
    this.#keys = keys;
    this.#publicUrl = publicUrl;
    this.#now = now;
  }

  /** What the key in a link is worth to somebody who opens it now. */
  async standing(collection: Collection, typed: string | undefined): Promise<KeyStanding> {
    if (collection.keyRequiredFrom === null) return 'not-needed';
    if (!typed) return 'missing';
    const key = await this.#find(collection, typed);
    if (!key) return 'unknown';
    return key.revoked ? 'revoked' : 'good';
  }

  /**
   * Lets a story in, or says why its link does not.
   * @throws problems: link key missing, unknown, revoked
   */
  async admit(collection: Collection, typed: string | undefined): Promise<void> {
    const { keyRequiredFrom } = collection;
    const now = this.#now().toISOString();
    if (keyRequiredFrom === null || now < keyRequiredFrom) return;
    if (!typed) throw problems.linkKeyMissing();
    const key = await this.#find(collection, typed);
    if (!key) throw problems.linkKeyUnknown();
    if (key.takenUntil !== null && now >= key.takenUntil) throw problems.linkKeyRevoked();
  }

  async #find(collection: Collection, typed: string): Promise<LinkKey | null> {
    const key = readLinkKey(typed);
    return key === null ? null : this.#keys.byKey(collection.id, key);
  }

  async of(collection: Collection): Promise<Link> {
    const keys = await this.#keys.of(collection.id);
    return {
      link: this.#address(collection, null, undefined),
      languages: collection.languages,
      keyRequiredFrom: collection.keyRequiredFrom,
      keys: keys.map((key) => this.#entry(collection, key)),
    };
  }

  async make(collection: Collection, personId: string, label: string): Promise<LinkKeyEntry> {
    const made = this.#now();
    const key = await this.#db.transaction().execute(async (tx) => {
      const key = await this.#keys.insert(tx, collection.id, label.trim(), linkKeyFrom(randomBytes(linkKeyBytes)), made.toISOString());
      await record(tx, { at: made, personId, action: 'link-key.make', subject: key.id, details: { collection: collection.id } });
      return key;
    });
    return this.#entry(collection, key);
  }

  /** @param late whether stories begun with the key are taken through the days of grace */
  async revoke(collection: Collection, personId: string, keyId: string, late: boolean): Promise<LinkKeyEntry> {
    const at = this.#now();
    const known = await this.#keys.byId(collection.id, keyId);
    if (!known) throw problems.notFound();
    const revoked = at.toISOString();
    const takenUntil = late ? graceFrom(at).toISOString() : revoked;
    await this.#db.transaction().execute(async (tx) => {
      if (!(await this.#keys.revoke(tx, keyId, revoked, takenUntil))) throw problems.notInThisState('This key is revoked already.');
      await record(tx, { at, personId, action: 'link-key.revoke', subject: keyId, details: { collection: collection.id, takenUntil } });
    });
    return this.#entry(collection, { ...known, key: null, revoked, takenUntil });
  }

  /** @param late whether stories begun before a key was needed are taken through the days of grace */
  async require(collection: Collection, personId: string, required: boolean, late: boolean): Promise<Link> {
    const at = this.#now();
    const from = required ? (late ? graceFrom(at) : at).toISOString() : null;
    await this.#db.transaction().execute(async (tx) => {
      await this.#collections.requireKey(tx, collection.id, from);
      const details = { from: from ?? 'never' };
      await record(tx, { at, personId, action: 'link-key.require', subject: collection.id, details });
    });
    return this.of({ ...collection, keyRequiredFrom: from });
  }

  /**
   * The link to print: in a language, with a key where one is named.
   * @throws problems: invalid language, not found, not in this state for a link that would let nobody in
   */
  async #toPrint(
    collection: Collection,
    { language = collection.languages[0] ?? '', key: keyId }: Asked,
  ): Promise<{ address: string; language: string; label: string | null }> {
    if (!collection.languages.includes(language))
      throw problems.invalid([{ path: 'language', message: 'is not a language of this collection' }]);
    if (keyId === undefined) {
      if (collection.keyRequiredFrom !== null) throw problems.notInThisState('Links to this collection need a key: say which.');
      return { address: this.#address(collection, null, language), language, label: null };
    }
    const known = await this.#keys.byId(collection.id, keyId);
    if (!known) throw problems.notFound();
    if (known.key === null) throw problems.notInThisState('This key is revoked: its link lets nobody in.');
    return { address: this.#address(collection, known.key, language), language, label: known.label };
  }

  /** The link as a QR code. @throws as for the poster */
  async code(collection: Collection, asked: Asked): Promise<Printed<string>> {
    const { address, language, label } = await this.#toPrint(collection, asked);
    return {
      name: `${fileName(collection, language, label)}.svg`,
      file: qrSvg(address, `${localise(collection.title, language)}: ${address}`),
    };
  }

  /**
   * The link on a poster, in the words of the signification framework that the form would show now.
   * @throws problems: invalid language, not found, not in this state, no letters for the language
   */
  async poster(collection: Collection, asked: Asked): Promise<Printed<NodeJS.ReadableStream>> {
    const { address, language, label } = await this.#toPrint(collection, asked);
    const { framework } = await this.#collections.version(waveToAsk(collection, this.#now()).versionId);
    const { prompt, notices } = framework;
    const { title, invented } = collection;
    const worded = (texts: Localised) => localise(texts, language);
    try {
      const file = await poster({
        language,
        title: worded(title),
        question: worded(prompt.question),
        welcome: worded(notices.welcome),
        // The privacy notice begins with who is responsible; all of it is on the form's first page.
        responsible: worded(notices.privacy).split(/\n{2,}/)[0] ?? '',
        concern: worded(notices.concern),
        address,
        label,
        invented,
      });
      return { name: `${fileName(collection, language, label)}.pdf`, file };
    } catch (error) {
      throw error instanceof MissingLetter ? problems.noLetters(language) : error;
    }
  }

  #entry(collection: Collection, { id, label, key, made, revoked, takenUntil }: LinkKey): LinkKeyEntry {
    return { id, label, link: key && this.#address(collection, key, undefined), made, revoked, takenUntil };
  }

  /** The key stands behind `#`: browsers do not send that, so no proxy's log and no Referer holds it. */
  #address({ slug, languages }: Collection, key: string | null, language: string | undefined): string {
    const query = language === undefined || language === languages[0] ? '' : `?language=${encodeURIComponent(language)}`;
    return `${this.#publicUrl}/c/${slug}${query}${key ? `#${showLinkKey(key)}` : ''}`;
  }
}

/** Such as `ccpl-pulse-cy-ward-poster-leeds`. */
function fileName({ slug, languages }: Collection, language: string, label: string | null): string {
  const plain = (label ?? '')
    .normalize('NFKD')
    .replace(/[^\w]+/g, '-')
    .toLowerCase();
  return [slug, ...(languages.length > 1 ? [language] : []), plain]
    .map((part) => part.replace(/^-|-$/g, ''))
    .filter(Boolean)
    .join('-');
}
