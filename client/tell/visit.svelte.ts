import { createContext } from 'svelte';
import type { Form } from '../../server/contract/tell.ts';
import type { readAddress } from './address.ts';
import { untold } from './draft/draft.svelte.ts';
import { canMakeReceipts } from './draft/receipt.ts';
import { Cupboard } from './keeping/cupboard.svelte.ts';
import { DiskShelf } from './keeping/disk.ts';
import { forgetForms } from './keeping/forms.ts';
import { isExpired, isSettled, type Refused, type Told, type Unfinished } from './keeping/kept.ts';
import { hold, whereFree } from './keeping/locks.ts';
import { onTiding, tell } from './keeping/tidings.ts';
import { KnownForm } from './known-form.svelte.ts';
import { Outbox } from './outbox/outbox.svelte.ts';
import { Telling } from './telling.svelte.ts';
import type { Words } from './wording/en.ts';
import { firstOf, page, speak } from './wording/say.svelte.ts';

/** One visit to the form's pages: the story being told on the form, and those that this phone keeps. */
export class Visit {
  #address: ReturnType<typeof readAddress>;
  readonly cupboard: Cupboard;
  readonly outbox: Outbox;
  /** A story that was left on this phone, until the participant says whether to go on with it. */
  unfinished = $state.raw<Unfinished | null>(null);
  telling = $state.raw<Telling | null>(null);
  /** Whether a story was erased for its age before the participant's eyes. */
  hasErased = $state(false);
  /** Whether another story is about to begin, or to be opened. */
  isBeginning = $state(false);
  /** How many participants a device that they share was cleared after. */
  cleared = $state(0);
  readonly #known = new KnownForm(() => this.#receive());
  /** What stands in the way here, whatever the form says. */
  #obstacle = $state<'unknown' | 'insecure' | 'cleared' | null>(null);
  #looking: Promise<void> = Promise.resolve();

  /** @param send how the outbox sends; a form that is only looked at sends nothing */
  constructor(address: ReturnType<typeof readAddress>, send?: ConstructorParameters<typeof Outbox>[1]) {
    this.#address = address;
    this.cupboard = new Cupboard(address.isShared ? null : new DiskShelf());
    this.outbox = new Outbox(this.cupboard, send);
    // A form that is only looked at has nothing on this phone.
    if (!send) onTiding((tiding) => tiding === 'cleared' && this.#forget().then(() => this.#leave()));
  }

  get isShared(): boolean {
    return this.#address.isShared;
  }

  /** The form as it is known; also where no story can be begun on it. */
  get form(): Form | null {
    return this.#known.form;
  }

  /** Why no story can be begun here; or that everything was cleared. */
  get problem(): keyof Words['states'] | null {
    return this.#obstacle ?? this.#known.problem;
  }

  get isReceipt(): boolean {
    return this.#address.isReceipt;
  }

  get languages(): readonly string[] {
    return this.#address.languages;
  }

  /** Where a story is opened by its code, in the language spoken here. */
  get receiptPage(): string {
    return `/receipt?language=${page.language}${this.isShared ? '&shared=1' : ''}`;
  }

  /** What would be lost if the page were closed now. */
  get wouldLose(): boolean {
    if (this.cupboard.lasts) return false;
    return !this.outbox.items.every(isSettled) || (this.telling?.draft.hasBegun === true && this.telling.sending.open);
  }

  /** Whether another page may go on with what this one shows, once the browser only keeps this one to be gone back to. */
  get mayBeTakenOver(): boolean {
    return this.cupboard.lasts && (this.unfinished !== null || this.telling?.sending.open === true);
  }

  /** Opens what the address names: the story that was left unfinished, else the form as the phone has it, until a newer one comes. */
  async open(): Promise<void> {
    this.#obstacle = null;
    this.#known.problem = null;
    this.#looking = this.#look();
    const { slug, isReceipt } = this.#address;
    if (isReceipt) await this.#looking;
    else if (!slug) this.#obstacle = 'unknown';
    else if (!canMakeReceipts()) this.#obstacle = 'insecure';
    else await this.#check();
  }

  /** Takes the key of another link that is opened in this page. */
  async follow(linkKey: string | undefined): Promise<void> {
    if (linkKey === this.#address.linkKey) return;
    this.#address = { ...this.#address, linkKey };
    this.#known.form = null;
    if (this.isBetween) await this.open();
    else void this.#check();
  }

  /** Begins the story once it is known, as far as it can be told now, that this is the form to tell it on. */
  async start(): Promise<void> {
    await this.#known.isChecked();
    this.hasErased = false;
    this.telling?.journey.next();
  }

  /** Begins another story, after one that is on its way. */
  async another(): Promise<void> {
    if (this.isBeginning) return;
    this.isBeginning = true;
    const { telling } = this;
    void this.#check();
    await this.#known.isChecked();
    this.isBeginning = false;
    // The phone may have been cleared meanwhile.
    if (this.telling !== telling) return;
    this.#begin('story');
    await this.outbox.list();
  }

  /** Goes on with the story that was left. */
  resume(language: string): void {
    const { unfinished } = this;
    if (!unfinished) return;
    this.telling = new Telling({ ...unfinished.told, language }, this.cupboard, this.outbox, unfinished.id);
    this.unfinished = null;
    this.#lendKey();
    this.telling.journey.resume(unfinished.told.page);
  }

  /** Deletes the story that was left, and begins another. */
  async discard(): Promise<void> {
    if (this.unfinished) await this.cupboard.remove(this.unfinished.id);
    this.#begin('start');
  }

  /** Opens a story that was refused, so that it can be changed; not where another page has done so, nor once another story is shown. */
  async reopen({ id }: Refused): Promise<void> {
    if (this.isBeginning) return;
    this.isBeginning = true;
    await this.#reopen(id);
    this.isBeginning = false;
  }

  async #reopen(id: string): Promise<void> {
    const shown = this.telling;
    const isHeld = await hold(`draft ${id}`);
    const kept = await this.cupboard.get(id);
    if (!isHeld || kept?.stage !== 'refused') return this.outbox.refresh();
    await speak(kept.told.language);
    if (this.telling !== shown) return;
    const telling = new Telling({ ...kept.told, page: 'check' }, this.cupboard, this.outbox, id);
    this.#lendKey(telling);
    await telling.reopen();
    // The receipt page is no collection's: the story is gone on with on its own form.
    if (this.isReceipt) return location.assign(formAddress(kept.told));
    this.unfinished = null;
    this.telling = telling;
  }

  /** Erases what was left alone for too long, here and on the phone. */
  async sweep(): Promise<void> {
    for (const { id } of await this.cupboard.all('sent')) await this.#sweepOne(id);
    // A story that a page has open is that page's to judge.
    const isOpen = (id: string) => id === this.telling?.draft.id;
    for (const { id } of await this.cupboard.all('withdrawn')) if (!isOpen(id)) await this.#sweepOne(id);
    for (const { id } of await this.cupboard.all('draft')) if (!isOpen(id)) await whereFree(`draft ${id}`, () => this.#sweepOne(id));
    await this.#forgetOthers();
    await this.outbox.refresh();
    if (this.unfinished && isExpired(this.unfinished, Date.now())) {
      await this.discard();
      this.hasErased = true;
    }
    const { telling } = this;
    if (!telling?.draft.hasBegun || !telling.sending.open) return;
    if (!isExpired({ stage: 'draft', touched: telling.saving.noted }, performance.now())) return;
    await this.erase();
    this.hasErased = true;
  }

  /** On a device that others use too: forgets what became of the stories of those before, for whom it was; what waits stays. */
  async #forgetOthers(): Promise<void> {
    if (!this.isShared) return;
    const answered = await this.cupboard.all('sent', 'refused', 'withdrawn');
    for (const { id } of answered) if (id !== this.telling?.draft.id) await this.outbox.dismiss(id);
  }

  async #sweepOne(id: string): Promise<void> {
    const kept = await this.cupboard.get(id);
    const now = Date.now();
    if (kept && isExpired(kept, now)) await this.cupboard.remove(id);
    // The clock was ahead when it was written: its day begins now.
    else if (kept && kept.touched > now) await this.cupboard.replace({ ...kept, touched: now }, kept.stage);
  }

  /** Erases the story being told or read, and shows the first page. */
  async erase(): Promise<void> {
    this.cleared += 1;
    if (this.isReceipt) return;
    const { telling } = this;
    await telling?.saving.stop();
    if (telling?.sending.open) await this.cupboard.remove(telling.draft.id);
    this.telling = null;
    void this.#check();
    this.#begin('start');
    await this.#forgetOthers();
  }

  /** Leaves nothing on this phone, and says so. */
  async clear(): Promise<void> {
    await this.#forget();
    await this.cupboard.clear();
    await forgetForms();
    tell('cleared');
    await this.#leave();
  }

  #begin(page: 'start' | 'story'): void {
    const form = this.problem ? null : this.form;
    const language = this.telling?.draft.language ?? this.#languageOf(form);
    this.unfinished = null;
    this.telling = form && new Telling(untold(form, language, this.#address.linkKey), this.cupboard, this.outbox);
    if (page === 'start') this.telling?.journey.start();
    else this.telling?.journey.go(page);
  }

  /** Forgets what this page alone has; what the phone was given since it was cleared elsewhere is not this page's. */
  async #forget(): Promise<void> {
    this.#known.forget();
    const { telling } = this;
    await telling?.saving.stop();
    await this.cupboard.forget();
    if (telling?.sending.open) await this.cupboard.remove(telling.draft.id);
  }

  async #leave(): Promise<void> {
    this.telling = null;
    this.unfinished = null;
    this.#obstacle = 'cleared';
    await this.outbox.refresh();
  }

  /** Looks what this phone keeps: the newest story left unfinished here that no other page has open, and what waits to be sent. */
  async #look(): Promise<void> {
    await this.sweep();
    this.outbox.deliver();
    const left = (await this.cupboard.all('draft')).filter(({ told }) => told.form.slug === this.#address.slug);
    for (const draft of left.sort((one, other) => other.touched - one.touched)) {
      if (!(await hold(`draft ${draft.id}`))) continue;
      // The page that had it may have changed it to the last.
      const now = await this.cupboard.get(draft.id);
      if (now?.stage !== 'draft') continue;
      this.unfinished = now;
      return;
    }
  }

  #check(): Promise<void> {
    return this.#known.check(this.#address, this.#looking);
  }

  /** Takes the form as it is known by now, or that it is not; a story that was begun stays on its own. */
  async #receive(): Promise<void> {
    const { form } = this;
    if (form) this.#lendKey();
    if (!this.isBetween) return;
    if (form) await speak(this.#languageOf(form));
    if (this.isBetween) this.#begin('start');
  }

  /** A story of this collection goes by the link that is open now, where its key is good: the one that it was begun with may be revoked since. */
  #lendKey(telling = this.telling): void {
    const { slug, linkKey } = this.#address;
    if (telling && telling.form.slug === slug && linkKey && this.form?.linkKey === 'good') telling.draft.linkKey = linkKey;
  }

  /** Whether no story is being told, nor offered to be told on. */
  get isBetween(): boolean {
    return !this.unfinished && (!this.telling || (this.telling.journey.page.id === 'start' && !this.telling.draft.hasBegun));
  }

  #languageOf(form: Form | null): string {
    return firstOf(this.#address.languages, form?.languages ?? []) ?? form?.language ?? '';
  }
}

/** The form that a story is told on, by the link that it was told by. */
const formAddress = ({ form, language, linkKey }: Told) => `/c/${form.slug}?language=${language}${linkKey ? `#${linkKey}` : ''}`;

export const [visiting, setVisit] = createContext<Visit>();
