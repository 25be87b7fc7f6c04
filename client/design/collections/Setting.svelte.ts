import type { SettingsDocument } from '../../../server/contract/settings.ts';
import { Problem } from '../../api.ts';
import { Attempt } from '../../parts/Attempt.svelte.ts';
import { faultInWords } from './saying.ts';

type Texts = Record<string, string>;
const written = (texts: Texts): Texts => Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim()));

/** A collection's settings while they are being written, with what is wrong with them. */
export class Setting extends Attempt {
  document: SettingsDocument = $state({
    slug: '',
    title: {},
    languages: [],
    waves: [],
    randomOrder: false,
    rotation: false,
    breakdowns: [],
  });
  faults = $state.raw<{ path: string; message: string }[]>([]);

  /** What is sent: texts that are not written are left out, so that they are missed. */
  get sent(): SettingsDocument {
    const document = $state.snapshot(this.document);
    const waves = document.waves.map((wave) => ({ ...wave, label: written(wave.label) }));
    return { ...document, title: written(document.title), waves };
  }

  /** What is wrong at a path, as a sentence; '' where nothing is. */
  wrongAt(path: string): string {
    const found = this.faults.find((fault) => fault.path === path);
    return found ? faultInWords(found.message) : '';
  }

  /** What is wrong with a text in a language. */
  wrongIn(path: string, language: string): string {
    const isIn = ({ path: at, message }: { path: string; message: string }) =>
      at === `${path}.${language}` || (at === path && message.endsWith(` in ${language}`));
    const found = this.faults.find(isIn);
    return found ? faultInWords(found.message) : '';
  }

  /** Does one thing at a time; whether it was done. What the server finds wrong stands at its fields. */
  async attempt(work: () => Promise<void>): Promise<boolean> {
    if (!this.isBusy) this.faults = [];
    const isDone = await this.at(work);
    if (this.failure instanceof Problem) this.faults = this.failure.faults;
    return isDone;
  }
}
