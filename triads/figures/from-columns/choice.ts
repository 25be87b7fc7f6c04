import type { ChoiceColumn } from '../../columns/columns.ts';
import type { Signifier } from '../../framework/framework.ts';
import { localise } from '../../framework/localise.ts';
import { choiceCounts } from '../../patterns/choice-counts.ts';
import type { Group } from '../../patterns/group.ts';
import type { ChoicePlot } from '../shown.ts';
import { type Asked, alone, type Panels } from './asked.ts';

type Choice = Extract<Signifier, { kind: 'choice' }>;

/** More answers than these cannot be told apart by their shades. */
const mostStacked = 9;

/** Why the answers of a choice stand side by side where they were to be stacked; null where they can be. */
export function unstacked({ several, options }: Choice): string | null {
  if (several) return 'Shares that add up to more than all stand side by side and not on each other.';
  return options.length > mostStacked ? 'So many answers cannot be told apart by their shades: they stand side by side.' : null;
}

/** The plot of a choice: bars of everybody and of the chosen, or of groups side by side or stacked. */
export function choicePanels(choice: Choice, column: ChoiceColumn, asked: Asked): Panels {
  const { view, rows, chosen, groups, language } = asked;
  const fault = unstacked(choice);
  const isGrouped = view === 'beside' || view === 'stacked';
  const shown: readonly Group[] = isGrouped
    ? groups
    : [{ key: 'all', words: 'All stories', rows }, ...(chosen ? [{ key: 'chosen', words: 'Chosen', rows: chosen }] : [])];
  const plot: ChoicePlot = {
    kind: 'choice',
    look: view === 'stacked' && !fault ? 'stacked' : 'bars',
    options: choice.options.map(({ key, label }) => ({ key, words: localise(label, language) })),
    groups: shown.map(({ key, words, rows }) => {
      const { answered, options } = choiceCounts(column, rows);
      return {
        key,
        words,
        answered,
        counts: choice.options.map(({ key }) => options.get(key) ?? 0),
        isChosen: !isGrouped && key === 'chosen',
      };
    }),
  };
  const notes = [
    ...(choice.several ? ['Shares are of the stories that answered; several answers can be given.'] : []),
    ...(view === 'stacked' && fault ? [fault] : []),
  ];
  return { panels: [alone(column.state, isGrouped ? { ...asked, chosen: null } : asked, plot)], key: [], notes };
}
