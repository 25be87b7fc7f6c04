import { parse } from 'csv-parse/sync';
import type { Draft, Localised, Signifier } from '../../triads/framework/framework.ts';
import { Foreign, mostSignifiers } from './foreign.ts';
import type { DefinedNames } from './imports/called.ts';
import { dataFile, type Line, namesOf } from './narrafirma-data.ts';
import type { ReadFramework } from './read-framework.ts';

const headingsKnown = new Set(['data column name', 'type', 'about', 'short name', 'long name', 'options', 'answers', 'order', '']);
const single = new Set(['single choice', 'single choice indexed', 'radiobuttons', 'boolean', 'select']);
const several = /^(?:multiple choice|multi-choice|checkboxes)/;
const texts: Record<string, number> = { text: 500, textarea: 4000 };

/** Reads a NarraFirma story form, a CSV file. Rows are counted as a spreadsheet counts them. */
export function readNarrafirma(csv: string): ReadFramework {
  const form = linesOf(csv);
  if (typeof form === 'string') return { faults: [{ path: '', message: form }] };
  const { lines, headings } = form;
  const foreign = new Foreign('en');
  for (const heading of headings)
    if (!headingsKnown.has(heading)) foreign.remark(`column “${heading}”`, 'has no equivalent and was left out');
  const asked = lines.filter(({ about }) => about === 'story' || about === 'participant');
  if (asked.length > mostSignifiers) {
    return { faults: [{ path: '', message: `has ${asked.length} questions: a framework has up to ${mostSignifiers}` }] };
  }
  const rows = new Map<string, number>();
  const data = dataFile(lines);
  const names: DefinedNames = { ...data.names, signifiers: {} };
  const rest: FormTexts = { title: {}, question: {}, hint: {}, storyTitle: {}, welcome: {} };
  for (const line of lines) {
    if (line.about === 'story' || line.about === 'participant') {
      const signifier = readQuestion(foreign, rows, line);
      if (signifier) names.signifiers[signifier.key] = namesOf(line, data);
    } else if (line.about === 'eliciting') readEliciting(foreign, rest, line);
    else if (line.about === 'form') readForm(foreign, rest, line);
    else if (line.about === 'import')
      foreign.remark(`row ${line.row}`, `“${line.type}” says how data files are read: a framework has no place for it`);
    else if (line.about === 'ignore') foreign.remark(`row ${line.row}`, 'is marked to be ignored, and was');
    else foreign.fault(`row ${line.row}, About`, `"${line.about}" is none of story, participant, eliciting, form, import, ignore`);
  }
  if (!asked.length) foreign.fault('', 'has no questions about the story or the participant');
  if (foreign.faults.length) return { faults: foreign.faults };
  const { title, question, hint, storyTitle, welcome } = rest;
  const prompt: Draft['prompt'] = { question, hint, title: storyTitle };
  const draft = foreign.draft(Object.values(title)[0] ?? 'imported', title, { prompt, notices: { welcome, privacy: {}, concern: {} } });
  return { format: 'narrafirma', draft, remarks: foreign.remarks, names };
}

/** The lines of a story form below its headings, or what is wrong with the file. Lines that begin with a semicolon are comments. */
function linesOf(csv: string): { lines: Line[]; headings: string[] } | string {
  let rows: { record: string[]; info: { lines: number } }[];
  try {
    rows = parse(csv, { bom: true, relax_column_count: true, skip_empty_lines: false, info: true, trim: true }) as never;
  } catch (error) {
    return `is neither JSON nor CSV: ${error instanceof Error ? error.message : error}`;
  }
  const head = rows.findIndex(({ record }) => record.some((cell) => cell.toLowerCase() === 'short name'));
  const headings = rows[head]?.record.map((cell) => cell.toLowerCase()) ?? [];
  const missing = ['Type', 'About', 'Short name', 'Answers'].filter((column) => !headings.includes(column.toLowerCase()));
  if (missing.length) return `is neither a framework (JSON) nor a NarraFirma story form (CSV): it has no column ${missing.join(', ')}`;
  const lines = rows.slice(head + 1).flatMap(({ record, info }) => {
    if (!record.some(Boolean) || record[0]?.startsWith(';')) return [];
    const cell = (column: string) => record[headings.indexOf(column)] ?? '';
    const short = cell('short name');
    return {
      row: info.lines,
      name: cell('data column name') || short,
      type: cell('type'),
      about: cell('about').toLowerCase(),
      short,
      long: cell('long name') || short,
      options: cell('options'),
      answers: record.slice(headings.indexOf('answers')).filter(Boolean),
    };
  });
  return { lines, headings };
}

interface FormTexts {
  title: Localised;
  question: Localised;
  hint: Localised;
  storyTitle: Localised;
  welcome: Localised;
}

const formTexts: Record<string, keyof FormTexts> = {
  title: 'title',
  'start text': 'welcome',
  'enter story text': 'hint',
  'name story text': 'storyTitle',
};

function readForm(foreign: Foreign, rest: FormTexts, { row, type, answers }: Line): void {
  const place = formTexts[type.toLowerCase()];
  if (!answers.length) return;
  if (place) rest[place] = foreign.text(`row ${row}, Answers`, answers[0]);
  else foreign.remark(`row ${row}, Type`, `“${type}” has no equivalent and was left out`);
}

/** A framework asks for one story with one prompt: the first question, with the others noted. */
function readEliciting(foreign: Foreign, rest: FormTexts, { row, answers }: Line): void {
  const [first, ...others] = answers.map((answer) => answer.split('|').at(-1) ?? '');
  rest.question = foreign.text(`row ${row}, Answers`, first);
  for (const other of others) foreign.remark(`row ${row}, Answers`, `a framework has one prompt: “${other}” was left out`);
}

function readQuestion(foreign: Foreign, names: Map<string, number>, line: Line): Signifier | null {
  const { row, name, short, long, options } = line;
  if (!short) {
    foreign.fault(`row ${row}, Short name`, 'is empty');
    return null;
  }
  const earlier = names.get(name);
  if (earlier !== undefined) {
    foreign.fault(`row ${row}, Short name`, `"${name}" is already the name of row ${earlier}`);
    return null;
  }
  names.set(name, row);
  if (options) foreign.remark(`row ${row}, Options`, `“${options}” has no equivalent and was left out`);
  const head = {
    key: foreign.key(name),
    about: line.about as 'story' | 'participant',
    question: foreign.text(`row ${row}, Long name`, long),
    short: foreign.text(`row ${row}, Short name`, short),
  };
  const signifier = signifierFrom(foreign, line, head);
  if (signifier) foreign.signifiers.push(signifier);
  else foreign.fault(`row ${row}, Type`, `"${line.type}" is no type of question that is known`);
  return signifier;
}

type Head = Pick<Signifier, 'key' | 'about' | 'question' | 'short'>;

function signifierFrom(foreign: Foreign, { row, type, answers }: Line, head: Head): Signifier | null {
  const kind = type.toLowerCase();
  const at = `row ${row}, Answers`;
  const limit = texts[kind];
  if (limit !== undefined) return { ...head, kind: 'text', limit };
  if (kind === 'scale') {
    const [left, right, ...more] = answers;
    if (more.length) foreign.remark(at, `a dyad has no figures: ${more.join(' to ')} was left out`);
    return { ...head, kind: 'dyad', poles: { left: foreign.text(at, left), right: foreign.text(at, right) } };
  }
  const isOne = single.has(kind) || kind === 'checkbox';
  if (!isOne && !several.test(kind)) return null;
  const offered = kind === 'boolean' && !answers.length ? ['Yes', 'No'] : answers;
  if (kind === 'checkbox') foreign.remark(`row ${row}, Type`, 'a single box has no equivalent: it became a choice of one');
  if (offered.length < 2) foreign.remark(at, 'has fewer than two answers: a choice needs two');
  if (offered.length > 60) foreign.fault(at, `has ${offered.length} answers: up to 60 can be offered`);
  const named = foreign.named(
    at,
    offered.slice(0, 60).map((answer) => {
      const [name = '', label = name] = answer.split('|');
      return { path: '', name, label };
    }),
  );
  return { ...head, kind: 'choice', several: !isOne, options: named };
}
