import type { Fault } from '../../triads/framework/checks.ts';
import { type Draft, draft, type Localised, type Signifier } from '../../triads/framework/framework.ts';

/** No framework asks more. */
export const mostSignifiers = 100;

/** What another tool's file becomes, bit by bit: a draft, faults, and what there is no place for here. */
export class Foreign {
  readonly faults: Fault[] = [];
  readonly remarks: Fault[] = [];
  readonly signifiers: Signifier[] = [];
  readonly #language: string;
  readonly #keys = new Set<string>();

  constructor(language: string) {
    this.#language = language;
  }

  fault(path: string, message: string): void {
    this.faults.push({ path, message });
  }

  remark(path: string, message: string): void {
    this.remarks.push({ path, message });
  }

  /** A text in the file's language. Markup is taken off its words, and said to have been there. */
  text(path: string, text: string | undefined): Localised {
    const { words, hadMarkup } = withoutMarkup(text ?? '');
    if (words.length > 4000) this.fault(path, 'is longer than 4,000 characters');
    if (hadMarkup) this.remark(path, 'held markup: its words are kept without it');
    return words ? { [this.#language]: words } : {};
  }

  /** A text that stands on one line. */
  label(path: string, text: string | undefined): Localised {
    return Object.fromEntries(Object.entries(this.text(path, text)).map(([tag, words]) => [tag, words.replace(/\s+/g, ' ')]));
  }

  /** A key of a signifier from its name. */
  key(name: string): string {
    return keyFrom(name, this.#keys);
  }

  named(path: string, entries: { path: string; name: string; label: string }[]): { key: string; label: Localised }[] {
    const taken = new Set<string>();
    return entries.map((entry) => ({ key: keyFrom(entry.name, taken), label: this.label(`${path}${entry.path}`, entry.label) }));
  }

  /** A draft with what was read; texts that the file does not have are left to be written. */
  draft(key: string, title: Localised, rest: Partial<Pick<Draft, 'prompt' | 'notices'>>): Draft {
    const none = { label: {}, explanation: {} };
    return draft.parse({
      format: 'storyfield-draft/1',
      key: keyFrom(key, new Set()),
      title,
      languages: [this.#language],
      prompt: { question: {}, hint: {}, title: {} },
      signifiers: this.signifiers,
      consent: {
        ...{ question: {}, introduction: {}, patterns: none, read: none, 'count-only': none, sharing: {} },
        ...{ 'workshop-own': none, 'workshop-other': none, publish: none },
      },
      notices: { welcome: {}, privacy: {}, concern: {} },
      ...rest,
    });
  }
}

/** What editors write round words. Anything else in angle brackets is words: "<Top>" is what a corner is called. */
const elements =
  'a|abbr|aside|b|big|blockquote|br|center|div|em|font|h[1-6]|hr|i|iframe|img|li|ol|p|pre|s|script|small|span|strike|strong|style|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul';
const attribute = '\\s+[\\w:-]+(?:\\s*=\\s*(?:"[^"]*"|\'[^\']*\'|[^\\s"\'<>]+))?';
const tags = new RegExp(`</?(?:${elements})(?:${attribute})*\\s*/?>|<!--.*?-->`, 'gis');
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The words of a text that may hold HTML, escaped once or twice; where a line or a block ends, a line ends. */
export function withoutMarkup(text: string): { words: string; hadMarkup: boolean } {
  let words = text;
  for (let times = 0; times < 2; times += 1) {
    words = words
      .replace(/<br\s*\/?>|<\/(?:p|div|li|h\d|aside)>/gi, '\n')
      .replace(tags, '')
      .replace(/&(?:#(\d{1,6})|(\w{2,4}));/g, (whole, code, name) =>
        code ? String.fromCodePoint(Number(code)) : (entities[name] ?? whole),
      );
  }
  const hadMarkup = words !== text;
  const lines = words.split('\n').map((line) => (hadMarkup ? line.replace(/[ \t\u00a0]+/g, ' ').trim() : line));
  return {
    words: lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    hadMarkup,
  };
}

/** A key from a name: small letters, figures and dashes, with a number where it is taken. */
function keyFrom(name: string, taken: Set<string>): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 36)
    .replace(/-+$/, '');
  const base = plain || 'question';
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base}-${number}`;
    if (taken.has(key)) continue;
    taken.add(key);
    return key;
  }
}
