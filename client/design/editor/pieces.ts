import type { Advice } from '../../../triads/framework/advice/advice.ts';
import type { Draft, Kind, Signifier } from '../../../triads/framework/framework.ts';
import { worded } from '../../parts/words.ts';
import { keyFrom, kindWords } from '../wording.ts';

export type About = Signifier['about'];

/** The parts of a framework that are edited one at a time, by path. */
export const plainPieces = [
  { path: 'title', words: 'Title and languages' },
  { path: 'notices', words: 'Welcome and notices' },
  { path: 'prompt', words: 'Prompt' },
  { path: 'consent', words: 'Consent' },
] as const;

/** The piece that a path lies in: a signifier, or one of the plain pieces. */
export function pieceOf(path: string): string {
  const signifier = /^signifiers\.\d+/.exec(path)?.[0];
  return signifier ?? plainPieces.find((piece) => path === piece.path || path.startsWith(`${piece.path}.`))?.path ?? 'title';
}

/** What the outline calls a signifier. */
export const nameOf = ({ short, question, key }: Signifier): string => worded(short) || worded(question) || key;

/** What the outline calls the piece that a path lies in. */
export function pieceName(path: string, { signifiers }: Pick<Draft, 'signifiers'>): string {
  const piece = pieceOf(path);
  const signifier = signifiers[Number(piece.split('.')[1])];
  return signifier ? nameOf(signifier) : (plainPieces.find(({ path }) => path === piece)?.words ?? '');
}

/** Why something is to be looked at, without the path that is said beside it. */
export function whyOf({ path, why }: Advice): string {
  const said = path && why.startsWith(`${path} `) ? why.slice(path.length + 1) : why;
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** A signifier with nothing written in it yet. */
export function emptySignifier(kind: Kind, about: About, { signifiers }: Pick<Draft, 'signifiers'>): Signifier {
  const key = keyFrom(
    `${kindWords[kind].split(' ')[0]} ${signifiers.length + 1}`,
    signifiers.map(({ key }) => key),
  );
  const head = { key, about, question: {}, short: {} };
  const named = (key: string) => ({ key, label: {} });
  const axis = { name: {}, low: {}, high: {} };
  if (kind === 'triad') return { ...head, kind, corners: { top: {}, left: {}, right: {} } };
  if (kind === 'dyad') return { ...head, kind, poles: { left: {}, right: {} } };
  if (kind === 'stones') return { ...head, kind, axes: { x: axis, y: axis }, stones: [named('stone-1'), named('stone-2')] };
  if (kind === 'choice') return { ...head, kind, options: [named('option-1'), named('option-2')], several: false };
  return { ...head, kind, limit: 1000 };
}

/** The signifiers with one of them a place earlier or later among those about the same. */
export function moved(signifiers: readonly Signifier[], index: number, by: 1 | -1): { signifiers: Signifier[]; index: number } | null {
  const one = signifiers[index];
  let to = index + by;
  while (signifiers[to] && signifiers[to]?.about !== one?.about) to += by;
  const other = signifiers[to];
  if (!one || !other) return null;
  return { signifiers: signifiers.with(index, other).with(to, one), index: to };
}

const lastWords: Record<string, string> = {
  question: 'Question',
  short: 'Short name',
  hint: 'Hint',
  key: 'Key',
  top: 'Top corner',
  left: 'Left',
  right: 'Right',
  corners: 'Corners',
  poles: 'Poles',
  axes: 'Axes',
  options: 'Options',
  stones: 'Stones',
  label: 'Label',
  name: 'Axis',
  low: 'Low end',
  high: 'High end',
  explanation: 'Explanation',
  introduction: 'Introduction',
  sharing: 'Sharing',
  welcome: 'Welcome',
  privacy: 'Privacy',
  concern: 'Where to turn',
  title: 'Title',
  languages: 'Languages',
  signifiers: 'All signifiers',
};

/** What a path is called on the page: "Options 2, Label". */
export function pathWords(path: string): string {
  const names = path.replace(/^signifiers\.\d+\.?/, '').split('.');
  const words = names.flatMap((name) => (/^\d+$/.test(name) ? String(Number(name) + 1) : (lastWords[name] ?? [])));
  return words.join(' ');
}
