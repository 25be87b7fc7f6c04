import { createHash, randomBytes } from 'node:crypto';
import { linkKeyBytes, linkKeyFrom, readLinkKey, showLinkKey } from '../../triads/answers/link-key.ts';
import { type TryOut, tryOutFor } from '../../triads/answers/try-out.ts';
import { isoWeek } from '../../triads/columns/weeks.ts';
import type { Document } from '../../triads/framework/framework.ts';
import { presentable } from '../../triads/framework/presentable.ts';
import { wordingOn } from '../../triads/framework/wording.ts';
import type { Comment, Codesign as Heard, DraftLink as LinkEntry, NewComment, TriedDraft } from '../contract/codesign.ts';
import type { Database, Tx } from '../database/connection.ts';
import { qrSvg } from '../formats/qr.ts';
import { faultsOf, problems } from '../problems.ts';
import { record } from '../repositories/audit.ts';
import type { DraftComments } from '../repositories/draft-comments.ts';
import type { DraftLink, DraftLinks } from '../repositories/draft-links.ts';
import type { Frameworks } from '../repositories/frameworks.ts';
import type { TryOuts } from '../repositories/try-outs.ts';
import type { Designer, Designs } from './designs.ts';

/** What one link takes: more than any group of stakeholders sends, and too little to fill a disk. */
export const most = { tryOuts: 500, comments: 2000 };

const day = 86_400_000;

/** Drafts that people without an account try and comment on, and what designers hear of it. */
export class Codesign {
  readonly #database: Database;
  readonly #frameworks: Frameworks;
  readonly #designs: Designs;
  readonly #links: DraftLinks;
  readonly #tryOuts: TryOuts;
  readonly #comments: DraftComments;
  readonly #publicUrl: string;
  readonly #now: () => Date;

  constructor(
    database: Database,
    { frameworks, designs, links, tryOuts, comments }: Rooms,
    { publicUrl, now }: { publicUrl: string; now: () => Date },
  ) {
    this.#database = database;
    this.#frameworks = frameworks;
    this.#designs = designs;
    this.#links = links;
    this.#tryOuts = tryOuts;
    this.#comments = comments;
    this.#publicUrl = publicUrl;
    this.#now = now;
  }

  /**
   * The draft that a link leads to, as it is now.
   * @throws problems: unknown try-out; try-out over, also where the draft was published or discarded
   */
  async draft(code: string): Promise<TriedDraft> {
    const { frameworkId, ends } = await this.#admit(code);
    const framework = await this.#frameworks.byId(frameworkId);
    const draft = framework?.versions.find((version) => version.state === 'draft');
    if (!draft) throw problems.tryOutOver();
    const { format: _, ...document } = presentable(draft.document);
    const tag = tagOf(document);
    await this.#tryOuts.keepDocument(frameworkId, draft.id, tag, document);
    return { tag, document, ends };
  }

  /** Takes a try-out on the document that it began on, once, whatever became of the draft since. */
  async take(code: string, body: TryOut): Promise<void> {
    const link = await this.#admit(code, day);
    const held = tryOutFor(await this.#document(link, body.document)).safeParse(body);
    if (!held.success) throw problems.invalid(faultsOf(held.error.issues));
    await this.#taking(link, 'try_outs_taken', most.tryOuts, (tx) =>
      this.#tryOuts.insert(tx, link.frameworkId, isoWeek(this.#now()), body),
    );
  }

  /** Takes a comment on a page of a document that was given here, once. */
  async comment(code: string, comment: NewComment): Promise<void> {
    const link = await this.#admit(code, day);
    const document = await this.#document(link, comment.document);
    if (!document.languages.includes(comment.language))
      throw problems.invalid([{ path: 'language', message: 'is not a language of this draft' }]);
    const wording = wordingOn(document, comment.page, comment.language);
    if (wording === null) throw problems.invalid([{ path: 'page', message: 'is no page of this draft' }]);
    await this.#taking(link, 'comments_taken', most.comments, (tx) => this.#comments.insert(tx, link.frameworkId, comment, wording));
  }

  /** Deletes a comment at once, for who wrote it; also by a link that has ended. */
  async takeBack(code: string, commentId: string): Promise<void> {
    const { frameworkId } = await this.#find(code);
    await this.#comments.delete(frameworkId, commentId);
    await this.#database.scrub();
  }

  async #find(code: string): Promise<DraftLink> {
    const key = readLinkKey(code);
    const link = key === null ? null : await this.#links.byCode(key);
    if (!link) throw problems.unknownTryOut();
    return link;
  }

  /** @param grace for how long after its end a link still takes what was begun by it, in milliseconds */
  async #admit(code: string, grace = 0): Promise<DraftLink> {
    const link = await this.#find(code);
    if (link.revoked || this.#now().getTime() >= Date.parse(link.ends) + grace) throw problems.tryOutOver();
    return link;
  }

  async #document({ frameworkId }: DraftLink, tag: string): Promise<Document> {
    const document = await this.#tryOuts.document(frameworkId, tag);
    if (!document) throw problems.invalid([{ path: 'document', message: 'is no draft that was given here' }]);
    return document;
  }

  async #taking(link: DraftLink, what: Parameters<DraftLinks['take']>[2], limit: number, insert: (tx: Tx) => Promise<boolean>) {
    await this.#database.db.transaction().execute(async (tx) => {
      if (!(await insert(tx))) return;
      if (!(await this.#links.take(tx, link.id, what, limit))) throw problems.tryOutFull();
    });
  }

  /** All that was heard of a framework's drafts. */
  async of(designer: Designer, frameworkId: string): Promise<Heard> {
    await this.#designs.seen(designer, frameworkId);
    const [links, tryOuts, comments, times] = await Promise.all([
      this.#links.of(frameworkId),
      this.#tryOuts.count(frameworkId),
      this.#comments.of(frameworkId),
      this.#times(frameworkId),
    ]);
    return { links: links.map((link) => this.#entry(link)), tryOuts, times, comments };
  }

  async #times(frameworkId: string): Promise<Heard['times']> {
    const times = new Map<string, number[]>();
    for await (const page of this.#tryOuts.pages(frameworkId)) {
      for (const [key, time] of page.flatMap(({ times = {} }) => Object.entries(times))) times.set(key, [...(times.get(key) ?? []), time]);
    }
    return Object.fromEntries([...times].map(([key, all]) => [key, all.sort((one, other) => one - other)]));
  }

  async makeLink(designer: Designer, frameworkId: string, label: string, days: number): Promise<LinkEntry> {
    await this.#designs.seen(designer, frameworkId);
    const at = this.#now();
    const ends = new Date(at.getTime() + days * day).toISOString();
    const code = linkKeyFrom(randomBytes(linkKeyBytes));
    const link = await this.#database.db.transaction().execute(async (tx) => {
      const made = await this.#links.insert(tx, { frameworkId, label: label.trim(), code, made: at.toISOString(), ends });
      const details = { framework: frameworkId, ends };
      await record(tx, { at, personId: designer.personId, action: 'draft-link.make', subject: made.id, details });
      return made;
    });
    return this.#entry(link);
  }

  async revokeLink(designer: Designer, frameworkId: string, linkId: string): Promise<LinkEntry> {
    const link = await this.#link(designer, frameworkId, linkId);
    const at = this.#now();
    const revoked = at.toISOString();
    await this.#database.db.transaction().execute(async (tx) => {
      if (!(await this.#links.revoke(tx, linkId, revoked))) throw problems.notInThisState('This link is revoked already.');
      const details = { framework: frameworkId };
      await record(tx, { at, personId: designer.personId, action: 'draft-link.revoke', subject: linkId, details });
    });
    return this.#entry({ ...link, code: null, revoked });
  }

  /** A link as a QR code. */
  async qr(designer: Designer, frameworkId: string, linkId: string): Promise<string> {
    const { link, label } = this.#entry(await this.#link(designer, frameworkId, linkId));
    if (!link) throw problems.notInThisState('This link is revoked.');
    return qrSvg(link, `${label}: ${link}`);
  }

  /** Resolves a comment with a note, or opens it again. */
  async resolve(designer: Designer, frameworkId: string, commentId: string, isResolved: boolean, note: string): Promise<Comment> {
    await this.#designs.seen(designer, frameworkId);
    const { personId } = designer;
    const by = isResolved ? { at: this.#now().toISOString(), personId, note: note.trim() } : null;
    await this.#comments.resolve(frameworkId, commentId, by);
    const comment = (await this.#comments.of(frameworkId)).find(({ id }) => id === commentId);
    if (!comment) throw problems.notFound();
    return comment;
  }

  async #link(designer: Designer, frameworkId: string, linkId: string): Promise<DraftLink> {
    await this.#designs.seen(designer, frameworkId);
    const link = await this.#links.byId(frameworkId, linkId);
    if (!link) throw problems.notFound();
    return link;
  }

  /** The code stands behind `#`, as a collection's key does. */
  #entry({ id, label, code, made, ends, revoked }: DraftLink): LinkEntry {
    return { id, label, link: code && `${this.#publicUrl}/try#${showLinkKey(code)}`, made, ends, revoked };
  }
}

interface Rooms {
  frameworks: Frameworks;
  designs: Designs;
  links: DraftLinks;
  tryOuts: TryOuts;
  comments: DraftComments;
}

/** Names a document by all that it says. */
const tagOf = (document: Document) => createHash('sha256').update(JSON.stringify(document)).digest('base64url');
