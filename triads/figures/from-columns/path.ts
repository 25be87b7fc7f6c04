import type { Columns } from '../../columns/columns.ts';
import type { Signifier } from '../../framework/framework.ts';
import { localise } from '../../framework/localise.ts';
import type { Group } from '../../patterns/group.ts';
import { triadCentre } from '../../statistics/centre.ts';
import type { CentreStep, Panel, ShownStone, StoneStep } from '../shown.ts';
import type { Asked } from './asked.ts';
import { dyadPanels } from './dyad.ts';
import { axesOf, middleIn } from './stones.ts';
import { cornersOf } from './triad.ts';

/** What the way of each kind is called. */
const names: Partial<Record<Signifier['kind'], string>> = {
  triad: 'Centres, wave by wave',
  dyad: 'Median and middle half',
  stones: 'Middles, wave by wave',
};
export const pathName = ({ kind }: Signifier) => names[kind] ?? '';

/**
 * The way of a signifier's middle from group to group, in order of time: centres with their regions, medians, or the middles of stones; null where
 * fewer than two have one.
 */
export function pathPanel(signifier: Signifier, columns: Columns, groups: readonly Group[], asked: Asked): Panel | null {
  const panel = { key: 'path', words: pathName(signifier), group: null };
  const numbers = groups.map(({ words }, nth) => `${nth + 1} ${words}`.replaceAll(' ', '\u00a0')).join(' · ');
  const [triad, dyad, stones] = [columns.triads.get(signifier.key), columns.dyads.get(signifier.key), columns.stones.get(signifier.key)];
  if (signifier.kind === 'triad' && triad) {
    const steps = groups.flatMap(({ key, words, rows }, nth): CentreStep[] => {
      const { centre, region } = triadCentre(triad, rows);
      return centre ? [{ key, words, nth: nth + 1, of: groups.length, centre, region }] : [];
    });
    const corners = cornersOf(signifier, asked.language);
    return steps.length > 1 ? { ...panel, numbers, plot: { kind: 'triad', corners, layers: [{ kind: 'path', steps }] } } : null;
  }
  if (signifier.kind === 'dyad' && dyad && groups.length > 1) {
    const [rows] = dyadPanels(signifier, dyad, { ...asked, view: 'boxes', groups }).panels;
    return rows ? { ...rows, ...panel, numbers: 'Boxes hold the middle half.' } : null;
  }
  if (signifier.kind !== 'stones' || !stones || groups.length < 2) return null;
  const shown = signifier.stones.flatMap(({ key, label }, index): ShownStone[] => {
    const stone = stones.stones.get(key);
    const steps = groups.flatMap((group, nth): StoneStep[] => {
      const at = stone && middleIn(stone, group.rows);
      return at ? [{ key: group.key, words: group.words, nth: nth + 1, at }] : [];
    });
    const words = localise(label, asked.language);
    return steps.length ? [{ key, words, index, placed: 0, body: { as: 'path', steps }, middle: steps.at(-1)?.at ?? null }] : [];
  });
  const axes = axesOf(signifier, asked.language);
  return shown.length ? { ...panel, numbers, plot: { kind: 'stones', axes, stones: shown, isNamed: false, isMarked: false } } : null;
}
