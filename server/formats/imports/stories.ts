import { z } from 'zod';
import type { Answer, Answers } from '../../../triads/answers/answer.ts';
import { answersFor, limits, words } from '../../../triads/answers/submission.ts';
import type { Framework } from '../../../triads/framework/framework.ts';
import { answerReader } from './answers.ts';
import type { Assigned } from './columns.ts';
import { type Finding, Reading } from './findings.ts';
import type { Role } from './roles.ts';
import { weekIn } from './when.ts';

/** A story as a row tells it. */
export interface ReadStory {
  title: string;
  /** '' where the row has no words: such a story can only be counted. */
  text: string;
  language: string;
  /** The ISO week in which it was told; null where the row does not say. */
  week: string | null;
  answers: Answers;
}

export interface ReadRow {
  /** Null where the row is refused. */
  story: ReadStory | null;
  findings: Finding[];
}

/** Reads rows of a table as stories of a framework, held to what a participant could have sent. */
export class StoryReader {
  readonly #assigned: Assigned;
  readonly #languages: readonly string[];
  readonly #otherwise: string;
  readonly #thisWeek: string;
  readonly #readers: (readonly [string, ReturnType<typeof answerReader>])[];
  readonly #schema;
  readonly #reading: Reading;

  /**
   * @param languages those that a story may be in
   * @param otherwise the language of rows that name none, or another
   * @param thisWeek the ISO week of the import, after which no story was told
   */
  constructor(assigned: Assigned, framework: Framework, languages: readonly string[], otherwise: string, thisWeek: string) {
    this.#assigned = assigned;
    this.#reading = new Reading(wordedIn(assigned));
    this.#languages = languages;
    this.#otherwise = otherwise;
    this.#thisWeek = thisWeek;
    this.#readers = assigned.signifiers.map((columns) => [columns.called.signifier.key, answerReader(columns)] as const);
    this.#schema = z.object({ title: words(limits.title), text: words(limits.story), answers: answersFor(framework) });
  }

  read(cells: readonly string[]): ReadRow {
    const reading = this.#reading;
    reading.begin(cells);
    const { header, roles } = this.#assigned;
    if (cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim()))
      reading.refused(undefined, `has ${cells.length} cells, where the header has ${header.length}`);
    const answers: Answers = {};
    for (const [key, read] of this.#readers) {
      const answer = read(reading);
      if (answer) answers[key] = answer;
    }
    const text = reading.words(roles.text);
    const told = { title: reading.words(roles.title), text: text.trim() ? text : '', answers };
    const story = { ...(told.text ? told : this.#withoutWords(told)), language: this.#languageIn(reading), week: this.#weekIn(reading) };
    if (!reading.isRefused && !story.text && !Object.keys(answers).length) reading.refused(undefined, 'holds no story and no answer');
    if (!reading.isRefused) this.#check(story);
    return { story: reading.isRefused ? null : story, findings: reading.findings };
  }

  #languageIn(reading: Reading): string {
    const { language: column } = this.#assigned.roles;
    const named = reading.cell(column);
    if (!named) return this.#otherwise;
    const primary = (tag: string) => tag.split(/[-_]/)[0]?.toLowerCase();
    const known =
      this.#languages.find((tag) => tag.toLowerCase() === named.replace('_', '-').toLowerCase()) ??
      this.#languages.find((tag) => primary(tag) === primary(named));
    if (known === undefined) reading.mended(column, `taken as ${this.#otherwise}: the collection has no ${named}`);
    return known ?? this.#otherwise;
  }

  /** Words are kept beside a story alone: of a row that has none, they are left out. */
  #withoutWords({ title, answers }: Pick<ReadStory, 'title' | 'answers'>): Pick<ReadStory, 'title' | 'text' | 'answers'> {
    const leftOut = 'left out: words are kept beside a story alone, and the row has none';
    if (title.trim()) this.#reading.mended(this.#assigned.roles.title, leftOut);
    const kept = Object.entries(answers).flatMap(([key, answer]): [string, Answer][] => {
      if ('text' in answer || 'other' in answer) this.#reading.mended(this.#wordsColumn(key), leftOut);
      if ('text' in answer) return [];
      if (!('options' in answer)) return [[key, answer]];
      return [[key, { options: answer.options }]];
    });
    return { title: '', text: '', answers: Object.fromEntries(kept) };
  }

  #wordsColumn(key: string): number | undefined {
    const columns = this.#assigned.signifiers.find(({ called }) => called.signifier.key === key);
    return [...(columns?.parts.values() ?? [])].find(({ words }) => words !== undefined)?.words ?? columns?.whole;
  }

  #weekIn(reading: Reading): string | null {
    const { date: column } = this.#assigned.roles;
    const cell = reading.cell(column);
    if (!cell) return null;
    const week = weekIn(cell);
    if (week !== null && week <= this.#thisWeek) return week;
    reading.mended(column, `the week of the import: ${week === null ? 'this is no date that can be told' : 'this is yet to come'}`);
    return null;
  }

  /** What no participant could have sent is refused, by the very rules that hold for them. */
  #check(story: ReadStory): void {
    const parsed = this.#schema.safeParse(story);
    for (const { path, message } of parsed.error?.issues ?? []) this.#reading.refused(this.#columnOf(path), message);
  }

  #columnOf([at, key]: PropertyKey[]): number | undefined {
    if (at !== 'answers') return this.#assigned.roles[at as Role];
    const columns = this.#assigned.signifiers.find(({ called }) => called.signifier.key === key);
    return columns?.whole ?? [...(columns?.parts.values() ?? [])][0]?.whole;
  }
}

/** The columns that hold words of participants. */
function wordedIn({ roles, signifiers }: Assigned): Set<number> {
  const columns = signifiers.flatMap(({ called, whole, parts }) => [
    ...(called.signifier.kind === 'text' ? [whole] : []),
    ...[...parts.values()].map(({ words }) => words),
  ]);
  return new Set([roles.title, roles.text, ...columns].filter((column) => column !== undefined));
}
