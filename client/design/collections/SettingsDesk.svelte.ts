import type { RetentionDue, SettingsDocument, SettingsView } from '../../../server/contract/settings.ts';
import { Problem, request } from '../../api.ts';
import { Setting } from './Setting.svelte.ts';

function documentOf({ slug, title, languages, waves, randomOrder, rotation, breakdowns }: SettingsView): SettingsDocument {
  const plain = waves.map(({ key, label, opens, closes, version }) => ({ key, label, opens, closes, version }));
  return { slug, title, languages, waves: plain, randomOrder, rotation, breakdowns };
}
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
/** What is kept by now, but for what was written since `sent` was. */
function fieldsOf<T extends object>(kept: T, sent: T, written: T): T {
  const names = Object.keys(written) as (keyof T)[];
  return Object.fromEntries(names.map((name) => [name, isSame(written[name], sent[name]) ? kept[name] : written[name]])) as T;
}
function unsavedOver(kept: SettingsDocument, sent: SettingsDocument, written: SettingsDocument): SettingsDocument {
  const fields = fieldsOf(kept, sent, written);
  if (isSame(written.waves, sent.waves)) return fields;
  const waves = written.waves.map((wave) => {
    const [is, was] = [kept, sent].map(({ waves }) => waves.find(({ key }) => key === wave.key));
    return is && was ? fieldsOf(is, was, wave) : wave;
  });
  return { ...fields, waves };
}
const typedOf = ({ textsWeeks, storiesWeeks, takenOutDays, exportDays }: SettingsView['retention']) => ({
  texts: String(textsWeeks ?? ''),
  stories: String(storiesWeeks ?? ''),
  takenOut: String(takenOutDays),
  exports: String(exportDays),
});
const weeksOf = (typed: string) => (typed.trim() === '' ? null : Number(typed));

/** A collection's settings as they are kept, and what is being changed of them. */
export class SettingsDesk extends Setting {
  readonly #path: string;
  view = $state.raw<SettingsView | null>(null);
  /** Another designer saved since these were read. */
  conflict = $state.raw<{ by: string; at: string; theirs: SettingsView } | null>(null);
  smallNumbers: SettingsView['smallNumbers'] = $state({ threshold: 5, roundingBase: 1, reason: null });
  /** As typed: '' for never. */
  retention = $state({ texts: '', stories: '', takenOut: '', exports: '' });

  readonly kept: SettingsDocument | null = $derived(this.view && documentOf(this.view));
  readonly isChanged: boolean = $derived(this.kept !== null && !isSame(this.sent, this.kept));
  readonly areNumbersChanged: boolean = $derived(this.view !== null && !isSame(this.smallNumbers, this.view.smallNumbers));
  readonly isRetentionChanged: boolean = $derived(this.view !== null && !isSame(this.rule, this.view.retention));
  /** In what the other designer's settings differ from what is written here. */
  readonly differing: (keyof SettingsDocument)[] = $derived.by(() => {
    if (!this.conflict) return [];
    const [mine, theirs] = [this.sent, documentOf(this.conflict.theirs)];
    return (Object.keys(mine) as (keyof SettingsDocument)[]).filter((name) => !isSame(mine[name], theirs[name]));
  });

  constructor(collection: string) {
    super();
    this.#path = `/api/v1/collections/${collection}`;
  }

  get rule(): SettingsView['retention'] {
    const { texts, stories, takenOut, exports } = this.retention;
    return { textsWeeks: weeksOf(texts), storiesWeeks: weeksOf(stories), takenOutDays: Number(takenOut), exportDays: Number(exports) };
  }

  load(): Promise<boolean> {
    return this.attempt(async () => this.show(await request<SettingsView>('GET', `${this.#path}/settings`)));
  }

  /** Shows settings in place of what is written here, but for what was written since it was sent; the owner's rules that are being changed stay. */
  show(view: SettingsView, sent = this.sent): void {
    const { areNumbersChanged, isRetentionChanged } = this;
    this.view = view;
    this.document = unsavedOver(structuredClone(documentOf(view)), sent, this.sent);
    this.conflict = null;
    this.faults = [];
    this.failure = null;
    if (!areNumbersChanged) this.smallNumbers = { ...view.smallNumbers };
    if (!isRetentionChanged) this.retention = typedOf(view.retention);
  }

  /** Saves over the settings that were read; where somebody saved since, nothing is, and `conflict` says who. */
  save(over: SettingsView | null = this.view): Promise<boolean> {
    return this.attempt(async () => {
      const { sent } = this;
      try {
        const headers = { 'if-match': `"${over?.tag}"` };
        this.show(await request<SettingsView>('PUT', `${this.#path}/settings`, sent, { headers }), sent);
      } catch (error) {
        if (!(error instanceof Problem && error.saved)) throw error;
        this.conflict = { ...error.saved, theirs: await request<SettingsView>('GET', `${this.#path}/settings`) };
      }
    });
  }

  async saveNumbers(): Promise<void> {
    const sent = $state.snapshot(this.smallNumbers);
    const { smallNumbers } = await request<SettingsView>('PUT', `${this.#path}/small-numbers`, sent);
    if (this.view) this.view = { ...this.view, smallNumbers };
    if (isSame(this.smallNumbers, sent)) this.smallNumbers = { ...smallNumbers };
  }

  async saveRetention(rule: SettingsView['retention']): Promise<void> {
    const { retention } = await request<SettingsView>('PUT', `${this.#path}/retention`, rule);
    if (this.view) this.view = { ...this.view, retention };
    if (isSame(this.rule, rule)) this.retention = typedOf(retention);
  }

  /** What a rule would delete at its next run. */
  due({ textsWeeks, storiesWeeks }: SettingsView['retention']): Promise<RetentionDue> {
    const query = new URLSearchParams();
    if (textsWeeks !== null) query.set('textsWeeks', String(textsWeeks));
    if (storiesWeeks !== null) query.set('storiesWeeks', String(storiesWeeks));
    return request<RetentionDue>('GET', `${this.#path}/retention/due?${query}`);
  }
}
